import { AsyncLocalStorage } from 'node:async_hooks';

/** What the line of a request in the log says beyond its status: who was refused what, and why. Never what was sent. */
export interface RequestNotes {
  /** UUID of the account that asked */
  account?: string;
  /** the field of the schema, such as `Mutation closeUnit` */
  operation?: string;
  /** code and reason of each refusal, such as `FORBIDDEN PERMISSION_MISSING` */
  refused?: string[];
}

const ofRequest = new AsyncLocalStorage<RequestNotes>();

/** Runs what answers a request, which can note something from wherever it is. */
export const withNotes = (notes: RequestNotes, work: () => void): void => ofRequest.run(notes, work);

/** Outside of a request nothing is noted. */
export function note(notes: Pick<RequestNotes, 'account' | 'operation'>): void {
  const known = ofRequest.getStore();
  if (known) Object.assign(known, notes);
}

/** A document can be refused in many places: the first ones tell what it was about. */
const mostRefusals = 5;

export function noteRefusal({ code, reason }: { readonly code: string; readonly reason: string }): void {
  const known = ofRequest.getStore();
  if (!known) return;
  const refused = (known.refused ??= []);
  const said = `${code} ${reason}`;
  if (refused.length < mostRefusals && !refused.includes(said)) refused.push(said);
}
