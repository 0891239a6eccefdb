import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a request came from. */
export interface CallerOfRequest {
  readonly address: string | null;
  readonly requestId: string | null;
}

/**
 * The caller of the request that is being served, so that each audit event says from where without every operation
 * handing it on. Empty in jobs: those act for an account, not for an address.
 */
export const callers = new AsyncLocalStorage<CallerOfRequest>();
