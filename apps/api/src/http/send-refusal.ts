import type { DomainError, ErrorCode } from '@dangwu/platform/errors';
import { noteRefusal } from '@dangwu/platform/http';
import { languageOf } from '@dangwu/platform/text';
import type { Request, Response } from 'express';
import { extensionsOf } from '../graphql/format-error';

export const statuses: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RULE_VIOLATION: 422,
  PRECONDITION_FAILED: 412,
  RATE_LIMITED: 429,
  QUERY_TOO_COMPLEX: 400,
  IDEMPOTENCY_MISMATCH: 422,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const graphqlResponse = 'application/graphql-response+json';

/** The answer to a request that gets no further: the same shape for REST and GraphQL. */
export function sendRefusal(request: Request, response: Response, error: DomainError): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  noteRefusal(error);
  const language = languageOf(request.headers['accept-language']);
  const retryAfter = error.params['retryAfter'];
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  // GraphQL clients believe an answer with a status of 4xx only when it names this type
  if (request.headers.accept?.includes(graphqlResponse)) response.type(graphqlResponse);
  response
    .status(statuses[error.code])
    .json({ errors: [{ message: error.messages[language], extensions: extensionsOf(error) }] });
}
