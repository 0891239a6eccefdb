/**
 * How far one grant carries a permission from the organization it was given at.
 *
 * - LEADS: the organization and what it leads, up to the next GUIDES edge
 * - TREE: everything below it, across GUIDES edges too
 * - ASSOCIATION: the whole association; only a grant at the root or for the whole association carries it
 * - OWN: as LEADS, but a grant for the whole association does not carry it: an act of the organization itself
 */
export type Reach = 'LEADS' | 'TREE' | 'ASSOCIATION' | 'OWN';

export interface Definition {
  readonly zh: string;
  readonly en: string;
  /** what it lets one do, for the printed page */
  readonly description: string;
  readonly reach: Reach;
  /** held along with this one, as far as this one reaches */
  readonly includes?: readonly string[];
}

export const definePermissions = <const D extends Record<string, Definition>>(definitions: D): D => definitions;
