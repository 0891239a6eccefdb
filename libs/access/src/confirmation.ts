import { callers } from '@dangwu/platform/audit';
import { NoText } from '@dangwu/read-model';
import type { Viewer } from './viewer';

/** A remembered viewer is no longer what it was: nothing was done for it, and it is read anew. */
export class Unconfirmed extends NoText {
  constructor() {
    super(false, 'the viewer has changed');
  }
}

/**
 * Whether a viewer is what it was when it was remembered, as an expression of the statement that reads for it; true of one
 * that was read for this call.
 * @param first number of the first of its four parameters
 */
export const confirmedBy = (first: number): string =>
  `($${first}::bytea is null or access_confirms($${first}, $${first + 1}::timestamptz, $${first + 2}::timestamptz, $${first + 3}::bigint))`;

const nothing = [null, null, null, null] as const;
/** What `confirmedBy` is given. */
export const proofOf = ({ proof }: Viewer): readonly unknown[] => proof?.() ?? nothing;

/**
 * Carries out a write once a call: the short way may have done so, and been unable to tell, or been refused, before Apollo
 * gets to it (ADR 24). What came of it then is what comes of it now.
 */
export function onceACall<T>(work: () => Promise<T>): Promise<T> {
  const call = callers.getStore();
  if (!call) return work();
  // one call, one write: a document has one mutation
  const written = (call.written as Promise<T> | undefined) ?? work();
  call.written = written;
  written.catch((error: unknown) => {
    if (error instanceof Unconfirmed) call.written = undefined;
  });
  return written;
}
