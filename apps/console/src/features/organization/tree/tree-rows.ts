import type { ParentRelation, Tier, TreeOrganizationFragment } from '../../../generated/graphql';

/** Where children are listed: below an organization, or below one tier of the root (`${rootId}/${tier}`). */
export type BranchKey = string;

/** What is known of one list of children so far. */
export interface Branch {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly nodes: readonly TreeOrganizationFragment[];
  readonly total: number;
  /** Of a tier's list: how many of them the root only guides. */
  readonly guided: number;
  readonly endCursor: string | null;
  readonly hasMore: boolean;
}

/** The head of a tier below the root: how many organizations it counts in all, under which kinds of edge. */
export interface TierHead {
  readonly tier: Tier;
  readonly count: number;
  readonly relations: readonly ParentRelation[];
}

interface Placed {
  readonly key: string;
  readonly level: number;
  /** Row of the list above, to which ArrowLeft goes. */
  readonly parentKey: string | null;
  readonly position: number;
  readonly setSize: number;
}

export type TreeRow = Placed &
  (
    | {
        readonly kind: 'organization';
        readonly organization: TreeOrganizationFragment;
        readonly expandable: boolean;
        readonly expanded: boolean;
        readonly matched: boolean;
      }
    | { readonly kind: 'tier'; readonly head: TierHead; readonly expandable: true; readonly expanded: boolean }
    | { readonly kind: 'more'; readonly branch: BranchKey; readonly remaining: number }
    | { readonly kind: 'loading' | 'failed'; readonly branch: BranchKey }
  );

export interface TreeState {
  readonly root: TreeOrganizationFragment | null;
  /** Organizations per tier below the root; tiers without any are left out. */
  readonly tiers: ReadonlyMap<Tier, number>;
  readonly branches: ReadonlyMap<BranchKey, Branch>;
  readonly expanded: ReadonlySet<string>;
}

export const tierKey = (rootId: string, tier: Tier): BranchKey => `${rootId}/${tier}`;

/** The kinds of edge in a tier's list: what stands beside its head. */
function relationsOf(branch: Branch | undefined): ParentRelation[] {
  if (!branch || branch.total === 0) return [];
  if (branch.guided === 0) return ['LEADS'];
  return branch.guided >= branch.total ? ['GUIDES'] : ['LEADS', 'GUIDES'];
}

/** The rows to draw, top to bottom. Flat, so that moving by keyboard is arithmetic and positions can be said aloud. */
export function rowsOf(state: TreeState): TreeRow[] {
  if (!state.root) return [];
  const rows: TreeRow[] = [];
  const root = organizationRow(state, state.root, 1, null, 1, 1);
  rows.push(root);
  if (!root.expanded) return rows;

  const rootId = state.root.id;
  const bodies = state.branches.get(rootId)?.nodes.length ?? 0;
  // A tier whose organizations all stand deeper has no head of its own.
  const heads = [...state.tiers].filter(([tier]) => {
    const branch = state.branches.get(tierKey(rootId, tier));
    return branch?.status !== 'ready' || branch.total > 0;
  });
  const setSize = bodies + heads.length;
  pushBranch(rows, state, rootId, root.key, 2, heads.length ? setSize : undefined);
  heads.forEach(([tier, count], index) => {
    const key = tierKey(rootId, tier);
    const expanded = state.expanded.has(key);
    const head = { tier, count, relations: relationsOf(state.branches.get(key)) };
    const position = bodies + index + 1;
    rows.push({
      kind: 'tier',
      key,
      head,
      level: 2,
      parentKey: root.key,
      position,
      setSize,
      expandable: true,
      expanded,
    });
    if (expanded) pushBranch(rows, state, key, key, 3);
  });
  return rows;
}

/** Rows of a search: every match below its ancestors, each ancestor once, all of it open. */
export function rowsOfMatches(
  matches: readonly (TreeOrganizationFragment & { ancestors: readonly TreeOrganizationFragment[] })[],
): TreeRow[] {
  const children = new Map<string, TreeOrganizationFragment[]>();
  const matched = new Set(matches.map((match) => match.id));
  const placed = new Set<string>();
  for (const match of matches) {
    let parent = '';
    for (const organization of [...match.ancestors, match]) {
      if (!placed.has(organization.id)) {
        placed.add(organization.id);
        children.set(parent, [...(children.get(parent) ?? []), organization]);
      }
      parent = organization.id;
    }
  }
  const rows: TreeRow[] = [];
  const push = (parentKey: string | null, level: number): void => {
    const list = children.get(parentKey ?? '') ?? [];
    list.forEach((organization, index) => {
      const open = children.has(organization.id);
      rows.push({
        kind: 'organization',
        key: organization.id,
        organization,
        level,
        parentKey,
        position: index + 1,
        setSize: list.length,
        expandable: open,
        expanded: open,
        matched: matched.has(organization.id),
      });
      push(organization.id, level + 1);
    });
  };
  push(null, 1);
  return rows;
}

function organizationRow(
  state: TreeState,
  organization: TreeOrganizationFragment,
  level: number,
  parentKey: string | null,
  position: number,
  setSize: number,
): TreeRow & { kind: 'organization' } {
  const expandable = organization.childCount > 0;
  const expanded = expandable && state.expanded.has(organization.id);
  const key = organization.id;
  return {
    kind: 'organization',
    key,
    organization,
    level,
    parentKey,
    position,
    setSize,
    expandable,
    expanded,
    matched: false,
  };
}

function pushBranch(
  rows: TreeRow[],
  state: TreeState,
  key: BranchKey,
  parentKey: string,
  level: number,
  size?: number,
): void {
  const branch = state.branches.get(key);
  if (!branch) return;
  const setSize = size ?? branch.total;
  branch.nodes.forEach((organization, index) => {
    const row = organizationRow(state, organization, level, parentKey, index + 1, setSize);
    rows.push(row);
    if (row.expanded) pushBranch(rows, state, organization.id, row.key, level + 1);
  });
  const tail = { level, parentKey, position: branch.nodes.length + 1, setSize: setSize + 1, branch: key };
  if (branch.status !== 'ready') rows.push({ kind: branch.status, key: `${key}#${branch.status}`, ...tail });
  else if (branch.hasMore) {
    rows.push({ kind: 'more', key: `${key}#more`, remaining: branch.total - branch.nodes.length, ...tail });
  }
}
