import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything the API serves itself; in development it is reached through this server. */
const served = ['/graphql', '/files', '/events', '/inbox', '/templates', '/imports', '/healthz'];
// Development only; the built console is served by the API and asks its own host.
const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The server puts a fresh value in place of this word on each request; styles made at run time carry it.
  html: { cspNonce: '__CSP_NONCE__' },
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
