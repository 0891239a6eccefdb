import type { SessionCookie } from '@dangwu/access';
import { bearerOf } from '@dangwu/access';
import type { Config } from '@dangwu/platform/config';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requestErrors } from '../graphql/request.errors';
import { sendRefusal } from './send-refusal';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page of another site may make a browser send requests, with our cookie if they look harmless enough. Browsers say
 * where a request comes from; what comes from elsewhere and could change something is refused. Programs say nothing
 * and pass: nobody can misuse the cookie of a program.
 */
export function sameOrigin(config: Config, cookie: SessionCookie): RequestHandler {
  const own = new URL(config.publicUrl).host;
  return (request: Request, response: Response, next: NextFunction): void => {
    if (harmless.has(request.method) || bearerOf(request.headers) !== undefined || !cookie.read(request)) return next();
    if (comesFrom(request, own)) return next();
    sendRefusal(request, response, requestErrors.FOREIGN_ORIGIN());
  };
}

function comesFrom({ headers }: Request, own: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  // a browser that hides the origin sends the word null
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  return host !== null && (host === headers.host || host === own);
}
