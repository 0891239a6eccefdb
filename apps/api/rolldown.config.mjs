import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
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

const root = path.resolve(import.meta.dirname, '../..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** What a stranger recounts a ballot with: libs/ballots/src/recount-script.ts looks for it beside itself. */
const recount = {
  name: 'recount',
  generateBundle() {
    const script = stripTypeScriptTypes(read('libs/ballots/src/recount.ts'));
    const command = read('tools/recount-ballot.mjs').replace('../libs/ballots/src/recount.ts', './recount.mjs');
    this.emitFile({ type: 'asset', fileName: 'recount.mjs', source: script });
    this.emitFile({ type: 'asset', fileName: 'recount-ballot.mjs', source: command });
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
  plugins: [manifest, recount],
  output: { dir: 'dist', format: 'esm', sourcemap: true, keepNames: true, cleanDir: true },
});
