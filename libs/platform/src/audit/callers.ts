import { AsyncLocalStorage } from 'node:async_hooks';

/** Through what a deed comes in: a person's browser, a third party's token, or the system's own processes. */
export type Client = 'SESSION' | 'TOKEN' | 'JOB' | 'OUTBOX' | 'SCHEDULE' | 'COMMAND';

/** Where a call comes from, and what is known of it as it goes on. */
export interface CallerOfRequest {
  readonly address: string | null;
  readonly requestId: string | null;
  client?: Client | null;
  sessionId?: string | null;
  /** the GraphQL field, HTTP route, kind of job, schedule or command */
  operation?: string | null;
  /** how many events it has left so far */
  recorded?: number;
  /** why it leaves none: it was carried out before, or there was nothing to do */
  nothing?: string;
  /** what its one write comes to, once that was begun: it is not begun again */
  written?: Promise<unknown>;
}

/**
 * The caller of what is being served, so that each audit event says from where and by which operation without every
 * service handing it on. Requests, jobs, schedules and commands each run inside one of their own.
 */
export const callers = new AsyncLocalStorage<CallerOfRequest>();

/** Adds to the running call what is only known further inside, such as its session. Nothing outside of a call. */
export function identifyCall(known: Pick<CallerOfRequest, 'client' | 'sessionId' | 'operation'>): void {
  const call = callers.getStore();
  if (call) Object.assign(call, known);
}

/** States why the running call leaves no event: it was carried out before, or there was nothing to do. */
export function leavesNothing(why: string): void {
  const call = callers.getStore();
  if (call) call.nothing = why;
}

/** For work that asks operations of the API itself: the running call keeps its own name. */
export function aside<T>(work: () => T): T {
  const call = callers.getStore();
  return call ? callers.run({ ...call, written: undefined }, work) : work();
}
