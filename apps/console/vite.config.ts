import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything the API serves itself; in development it is reached through this server. */
const served = ['/graphql', '/files', '/events', '/inbox', '/sso', '/templates', '/imports', '/healthz'];
// Development only; the built console is served by the API and asks its own host.
const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { __VERSION__: JSON.stringify(version) },
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
  },
});
