/**
 * Where a transaction may reach. Row-level security compares it with every row that `dangwu_app` touches.
 *
 * `everywhere` is for the system's own work (sign-in, jobs, set-up); it still stays inside the association if one is named.
 */
export interface Scope {
  /** the association's id; null only before one is known (sign-in, set-up) */
  readonly association: string | null;
  readonly places: 'everywhere' | readonly PlaceRange[];
  /** who acts, for the audit log; null for the system */
  readonly account: string | null;
  /** the permission that is held at the places; what few may see asks for it */
  readonly permission?: string;
}

/** A half-open range of tree paths, over `path` (the whole subtree) or `leads_path` (along LEADS edges). */
export interface PlaceRange {
  readonly by: 'path' | 'leads';
  readonly lo: string;
  readonly hi: string;
}

/** The system at work by itself, inside one association or (null) before one is known. */
export const systemScope = (association: string | null): Scope => ({
  association,
  places: 'everywhere',
  account: null,
});
