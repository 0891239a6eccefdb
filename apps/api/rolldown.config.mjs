import { defineConfig } from 'rolldown';

/** What npm installs stays outside the bundle; our own code and the transpiler's runtime go in. */
const own = (id) => /^[./]/.test(id) || id.startsWith('@dangwu/') || id.startsWith('@oxc-project/runtime');

export default defineConfig({
  input: { main: 'src/main.ts', worker: 'src/worker.ts', inbox: 'src/inbox.ts', cli: 'src/cli.ts' },
  platform: 'node',
  tsconfig: './tsconfig.json',
  external: (id) => !own(id),
  output: { dir: 'dist', format: 'esm', sourcemap: true, keepNames: true, cleanDir: true },
});
