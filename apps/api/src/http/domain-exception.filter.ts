import { DomainError, type ErrorCode } from '@dangwu/platform/errors';
import { languageOf } from '@dangwu/platform/text';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { domainErrorOf, extensionsOf } from '../graphql/format-error';
import { requestErrors } from '../graphql/request.errors';

const statuses: Readonly<Record<ErrorCode, number>> = {
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

/** REST answers carry the same errors as GraphQL. GraphQL's own go through `formatErrors`. */
@Catch()
export class DomainExceptionFilter implements ExceptionFilter {
  constructor(private readonly report: (error: unknown) => string) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw thrown;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.end();
      return;
    }
    const error = domainErrorOf(thrown) ?? ofHttp(thrown) ?? requestErrors.INTERNAL({ traceId: this.report(thrown) });
    const language = languageOf(http.getRequest<Request>().headers['accept-language']);
    const retryAfter = error.params['retryAfter'];
    if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
    response
      .status(statuses[error.code])
      .json({ errors: [{ message: error.messages[language], extensions: extensionsOf(error) }] });
  }
}

/** What Nest and the body parsers refuse. */
function ofHttp(thrown: unknown): DomainError | undefined {
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { status?: unknown } | null)?.status;
  if (status === 404) return requestErrors.UNKNOWN_PAGE();
  if (status === 413) return requestErrors.TOO_LARGE({ limit: '1 MB / 20 MB' });
  return typeof status === 'number' && status >= 400 && status < 500 ? requestErrors.BAD_REQUEST() : undefined;
}
