import type { ApolloServerPlugin } from '@apollo/server';
import { statuses } from '../http/send-refusal';
import type { ErrorExtensions } from './format-error';
import type { RequestContext } from './request-context';

/**
 * "Not now" is said by the status as well, for proxies and clients that go by it: 503 and 429 with Retry-After.
 * Only when nothing was answered: a part of the data comes with 200.
 */
export function statusPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response: { body, http } }) {
          if (body.kind !== 'single') return;
          const { data, errors } = body.singleResult;
          if (!errors?.length || Object.values(data ?? {}).some((value) => value !== null)) return;
          const { code, params } = errors[0]!.extensions as unknown as ErrorExtensions;
          if (code !== 'UNAVAILABLE' && code !== 'RATE_LIMITED') return;
          // Nest puts 200 over the status of whatever has data
          delete body.singleResult.data;
          http.status = statuses[code];
          if (params['retryAfter'] !== undefined) http.headers.set('retry-after', String(params['retryAfter']));
        },
      };
    },
  };
}
