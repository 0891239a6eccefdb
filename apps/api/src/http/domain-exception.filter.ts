import { asBusy } from '@dangwu/platform/database';
import type { DomainError } from '@dangwu/platform/errors';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { domainErrorOf } from '../graphql/format-error';
import { requestErrors } from '../graphql/request.errors';
import { sendRefusal } from './send-refusal';

/** REST answers carry the same errors as GraphQL. GraphQL's own go through `formatErrors`. */
@Catch()
export class DomainExceptionFilter implements ExceptionFilter {
  constructor(private readonly report: (error: unknown) => string) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw thrown;
    const http = host.switchToHttp();
    const error =
      domainErrorOf(asBusy(thrown)) ?? ofHttp(thrown) ?? requestErrors.INTERNAL({ traceId: this.report(thrown) });
    sendRefusal(http.getRequest<Request>(), http.getResponse<Response>(), error);
  }
}

/** What Nest and the body parsers refuse. */
function ofHttp(thrown: unknown): DomainError | undefined {
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as { status?: unknown } | null)?.status;
  if (status === 404) return requestErrors.UNKNOWN_PAGE();
  if (status === 413) return requestErrors.TOO_LARGE({ limit: '1 MB / 20 MB' });
  return typeof status === 'number' && status >= 400 && status < 500 ? requestErrors.BAD_REQUEST() : undefined;
}
