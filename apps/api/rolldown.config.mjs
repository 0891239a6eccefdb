import { defineConfig } from 'rolldown';
import { trustedDocuments } from '../../tools/documents.mjs';

/** What npm installs stays outside the bundle; our own code and the transpiler's runtime go in. */
const own = (id) => /^[./]/.test(id) || id.startsWith('@dangwu/') || id.startsWith('@oxc-project/runtime');

/** The only documents a session may send: graphql/trusted-documents.ts reads them. */
const manifest = {
  name: 'trusted-documents',
  generateBundle() {
    const documents = Object.fromEntries(trustedDocuments().map(({ id, text }) => [id, text]));
    this.emitFile({ type: 'asset', fileName: 'documents.json', source: JSON.stringify(documents, null, 2) });
  },
};

/** Runs in a thread of its own: libs/documents/src/booklet/pdf-thread.ts looks for it beside itself. */
const pdfWorker = '../../libs/documents/src/booklet/pdf-worker.ts';

export default defineConfig({
  input: {
    main: 'src/main.ts',
    worker: 'src/worker.ts',
    inbox: 'src/inbox.ts',
    cli: 'src/cli.ts',
    'pdf-worker': pdfWorker,
  },
  platform: 'node',
  tsconfig: './tsconfig.json',
  external: (id) => !own(id),
  plugins: [manifest],
  output: { dir: 'dist', format: 'esm', sourcemap: true, keepNames: true, cleanDir: true },
});
