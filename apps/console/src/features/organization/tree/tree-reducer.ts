import type { Tier, TreeOrganizationFragment } from '../../../generated/graphql';
import { tierKey, type Branch, type BranchKey, type TreeState } from './tree-rows';

/** What the tree knows, and whether it could be asked at all. */
export interface Tree extends TreeState {
  readonly error: Error | null;
}

export type TreeChange =
  | { readonly kind: 'root'; readonly root: TreeOrganizationFragment | null; readonly tiers: ReadonlyMap<Tier, number> }
  | { readonly kind: 'asking'; readonly key: BranchKey }
  | { readonly kind: 'loaded'; readonly key: BranchKey; readonly branch: Branch }
  | { readonly kind: 'failed'; readonly key: BranchKey; readonly error: Error }
  | { readonly kind: 'toggled'; readonly key: string; readonly open: boolean }
  | { readonly kind: 'broken'; readonly error: Error };

export const emptyTree: Tree = { root: null, tiers: new Map(), branches: new Map(), expanded: new Set(), error: null };

const unknown: Branch = { status: 'loading', nodes: [], total: 0, guided: 0, endCursor: null, hasMore: false };

export function treeReducer(tree: Tree, change: TreeChange): Tree {
  switch (change.kind) {
    case 'root':
      return withRoot(tree, change.root, change.tiers);
    case 'asking':
      return branchOf(tree, change.key, { ...(tree.branches.get(change.key) ?? unknown), status: 'loading' });
    case 'loaded':
      return branchOf(tree, change.key, change.branch);
    case 'failed':
      return branchOf(tree, change.key, { ...(tree.branches.get(change.key) ?? unknown), status: 'failed' });
    case 'toggled': {
      const expanded = new Set(tree.expanded);
      if (change.open) expanded.add(change.key);
      else expanded.delete(change.key);
      return { ...tree, expanded };
    }
    case 'broken':
      return { ...tree, error: change.error };
  }
}

const branchOf = (tree: Tree, key: BranchKey, branch: Branch): Tree => ({
  ...tree,
  branches: new Map(tree.branches).set(key, branch),
});

/** A tree seen for the first time opens with its tiers; one asked for again keeps what the reader opened. */
function withRoot(tree: Tree, root: Tree['root'], tiers: Tree['tiers']): Tree {
  if (!root) return { ...emptyTree };
  const heads = [...tiers.keys()].map((tier) => tierKey(root.id, tier));
  const known = tree.root?.id === root.id;
  const fresh = heads.filter((key) => !known || ![...tree.tiers.keys()].some((tier) => tierKey(root.id, tier) === key));
  const expanded = new Set(known ? tree.expanded : [root.id]);
  fresh.forEach((key) => expanded.add(key));
  return { root, tiers, branches: known ? tree.branches : new Map(), expanded, error: null };
}
