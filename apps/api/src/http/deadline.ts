import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { requestErrors } from '../graphql/request.errors';
import { sendRefusal } from './send-refusal';

/** Nobody waits longer than this for an answer to begin. What is under way ends by its own limits (STATEMENT_TIMEOUT). */
export function deadline(milliseconds: number): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      sendRefusal(request, response, requestErrors.TOO_SLOW({ seconds: milliseconds / 1000, retryAfter: 5 }));
    }, milliseconds);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
