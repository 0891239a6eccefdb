import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import compression from 'compression';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { allowPage } from './security-headers';

/** Addresses of the API; everything else that names no file is a page of the console. */
const api = /^\/(graphql|files|ballots|events|inbox|sso|templates|healthz|readyz|metrics)(\/|$)|^\/calendar\/./;

/** Where the build wants the nonce of an answer. */
const placeholder = /__NONCE__/g;

/** Serves the built console: hashed files for a year, the page itself never from a cache. */
export function serveConsole(app: NestExpressApplication, directory: string): void {
  if (!existsSync(path.join(directory, 'index.html'))) return;
  const compress = compression();
  // a proxy compresses what the API answers; event streams must not wait for a full buffer
  app.use((request: Request, response: Response, next: NextFunction) =>
    api.test(request.path) ? next() : compress(request, response, next),
  );
  app.use(
    '/assets',
    express.static(path.join(directory, 'assets'), { immutable: true, maxAge: '365d', fallthrough: true }),
  );
  app.use(express.static(directory, { index: false, maxAge: 0 }));
  app.use(async (request: Request, response: Response, next: NextFunction) => {
    const wantsPage = request.method === 'GET' && request.accepts(['html', 'json']) === 'html';
    if (!wantsPage || api.test(request.path) || path.extname(request.path)) return next();
    const page = await readFile(path.join(directory, 'index.html'), 'utf8');
    const nonce = allowPage(response);
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page.replace(placeholder, nonce));
  });
}
