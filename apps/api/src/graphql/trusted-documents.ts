import { bearerOf } from '@dangwu/access';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { readFileSync } from 'node:fs';
import { sendRefusal } from '../http/send-refusal';
import { requestErrors } from './request.errors';

/** Documents by id (the SHA-256 of the text), or ANY: whatever a caller writes. */
export type Documents = ReadonlyMap<string, string> | 'ANY';

/** The manifest of the console, as the API's build ships it. */
export function readManifest(file: string): Documents {
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}

/**
 * Whoever brings a token may write documents; everybody else names one of the console's, by
 * `extensions.persistedQuery.sha256Hash`. So a stolen or misled session can do no more than the console could.
 *
 * What reaches Apollo is built anew from the id and the variables: nothing else of the body gets through.
 */
export function trustedDocuments(documents: Documents): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method === 'OPTIONS') return next();
    const { id, rest, named } = asked(request);
    if (bearerOf(request.headers) !== undefined || (id === undefined && documents === 'ANY'))
      // Apollo keeps no documents by their ids
      return named ? sendRefusal(request, response, requestErrors.UNKNOWN_DOCUMENT()) : next();
    if (id === undefined) return sendRefusal(request, response, requestErrors.UNTRUSTED_DOCUMENT());
    const query = documents === 'ANY' ? undefined : documents.get(id);
    if (query === undefined) return sendRefusal(request, response, requestErrors.UNKNOWN_DOCUMENT());
    request.body = { ...rest, query };
    next();
  };
}

interface Asked {
  /** undefined: the body names no document */
  readonly id?: string;
  /** it tries to, by whatever */
  readonly named: boolean;
  readonly rest: { readonly operationName?: unknown; readonly variables?: unknown };
}

function asked({ method, body }: Request): Asked {
  if (method !== 'POST' || !isRecord(body)) return { rest: {}, named: false };
  const persisted = isRecord(body['extensions']) ? body['extensions']['persistedQuery'] : undefined;
  const named = persisted !== undefined && persisted !== null;
  const id = isRecord(persisted) ? persisted['sha256Hash'] : undefined;
  const { operationName, variables } = body;
  const rest = { ...(operationName === undefined ? {} : { operationName }), ...(variables ? { variables } : {}) };
  return typeof id === 'string' ? { id, rest, named } : { rest, named };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
