import { platformErrors } from '../errors';

/** PostgreSQL's and the network's ways of saying "not now": nothing was written, the same may work in a moment. */
const passing = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available
  '57014', // statement timeout
  '57P01', // shutting down
  '57P02',
  '57P03', // starting up
  '25P03', // idle in transaction for too long
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
/** The last two are the words of TypeORM and of the driver for a connection that broke between two statements. */
const poolMessages =
  /timeout exceeded when trying to connect|Connection terminated|connection timeout|cached plan must not change|query runner was already released|is not queryable/i;

/** What callers hear of an error of the database: UNAVAILABLE if it passes, otherwise the error as it is. */
export function asBusy(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (!passing.has(code ?? '') && !poolMessages.test(message ?? '')) return error;
  return Object.assign(platformErrors.DATABASE_BUSY({ retryAfter: 2 }), { cause: error });
}
