import { comparable } from '@dangwu/imports';
import type { KnownOrganization } from './known-organizations';
import type { RosterOrganization } from './roster-fields';
import type { Node, RosterRow, RosterTree } from './roster-tree';

/** What an update overwrites, and with what. The parent stands apart: moving is the tree's business. */
export interface RosterChanges {
  readonly values: Partial<
    Pick<RosterOrganization, 'name' | 'type' | 'tier' | 'foundedOn' | 'termYears' | 'reportedMemberCount'>
  >;
  readonly move: boolean;
}

const plain = ['type', 'tier', 'foundedOn', 'termYears', 'reportedMemberCount'] as const;

/**
 * How a row differs from the organization with its code; null when it does not. Blank cells say nothing, and a name
 * that differs only in brackets, blanks or width is the same name.
 */
export function changesOf(node: Node, row: RosterRow, tree: RosterTree): RosterChanges | null {
  const { known } = node;
  if (!known) return null;
  const values: Record<string, unknown> = {};
  const { name } = row.values;
  if (name !== undefined && comparable(name) !== comparable(known.name)) values['name'] = name;
  for (const key of plain) {
    const stated = row.values[key];
    if (stated !== undefined && stated !== known[key]) values[key] = stated;
  }
  const move = moves(known, node, row, tree);
  return move || Object.keys(values).length > 0 ? { values, move } : null;
}

function moves(known: KnownOrganization, node: Node, { values }: RosterRow, tree: RosterTree): boolean {
  const parent = tree.parentOf.get(node);
  if (!parent) return false;
  return parent.known?.id !== known.parentId || (values.relation !== undefined && values.relation !== known.relation);
}
