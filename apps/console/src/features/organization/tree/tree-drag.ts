import type { ParentRelation } from '../../../generated/graphql';
import type { TreeRow } from './tree-rows';

/** The organization under the pointer while dragging. */
export interface Dragged {
  readonly id: string;
  readonly name: string;
  readonly relation: ParentRelation | null;
}

/**
 * Where a dragged organization may be dropped: on another organization that is not below it, is not its parent already
 * and may have children. Everything else is the server's to refuse, with the rule.
 */
export function mayDrop(dragged: Dragged, target: TreeRow, rows: readonly TreeRow[]): boolean {
  if (target.kind !== 'organization' || target.organization.type === 'PARTY_GROUP') return false;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const parentOf = (key: string | null): string | null => (key === null ? null : (byKey.get(key)?.parentKey ?? null));
  // A tier's head stands between the root and its children.
  const parent = parentOf(dragged.id);
  const holder = parent !== null && byKey.get(parent)?.kind === 'tier' ? parentOf(parent) : parent;
  if (holder === target.key) return false;
  for (let key: string | null = target.key; key !== null; key = parentOf(key)) if (key === dragged.id) return false;
  return true;
}
