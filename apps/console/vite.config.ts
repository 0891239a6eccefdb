import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Everything the API serves itself; in development it is reached through this server. */
const served = [
  '/graphql',
  '/files',
  '/events',
  '/inbox',
  '/sso',
  '/templates',
  '/imports',
  '/healthz',
  '/calendar/',
  '/ballots',
];
// Development only; the built console is served by the API and asks its own host.
const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

/** The explorer brings 400 kB of fonts as data: URLs; the console's own will do, and the policy allows no others. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    /graphiql\/dist\/style\.css$/.test(id) ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ''), map: null } : null,
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutFonts],
  define: { __VERSION__: JSON.stringify(version) },
  // The API puts the nonce of each answer here; Vite itself gives it to what it loads later.
  html: { cspNonce: '__NONCE__' },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: api, changeOrigin: false }])) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // No data: URLs, so that the content security policy needs none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    // a compiler's directive that means nothing once the compiler has run
    rolldownOptions: {
      onLog: (level, log, pass) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : pass(level, log)),
    },
  },
});
