import { HeaderMap } from '@apollo/server';
import type { DomainError } from '@dangwu/platform/errors';
import { GraphQLError } from 'graphql';
import { statuses } from '../http/send-refusal';
import { extensionsOf } from './format-error';

/** An error that ends a request with the status of its code, before any operation runs. */
export function refusal(error: DomainError, status = statuses[error.code]): GraphQLError {
  const headers = new HeaderMap();
  const retryAfter = error.params['retryAfter'];
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...extensionsOf(error), http: { status, headers } },
  });
}
