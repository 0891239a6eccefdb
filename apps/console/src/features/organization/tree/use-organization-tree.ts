import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import {
  OrganizationBranchDocument,
  OrganizationByIdDocument,
  OrganizationPathDocument,
  OrganizationTiersDocument,
  OrganizationTopDocument,
  type OrganizationIdentityFilter,
  type OrganizationType,
  type Tier,
  type TreeOrganizationFragment,
} from '../../../generated/graphql';
import { TIERS } from '../words';
import { rowsOf, tierKey, type Branch, type BranchKey, type TreeRow } from './tree-rows';
import { emptyTree, treeReducer, type Tree } from './tree-reducer';

/** Children fetched at a time; the rest on request. */
const PAGE = 50;
/** How far a branch is read ahead to find the organization an address names. */
const REVEAL_PAGES = 10;

/** Bodies that stand directly below the root, outside the tiers. */
const BODIES: OrganizationType[] = ['LEADING_GROUP', 'EXPERT_GROUP'];
const IN_TIERS: OrganizationType[] = [
  'FUNCTIONAL_COMMITTEE',
  'COMMITTEE',
  'GENERAL_BRANCH',
  'BRANCH',
  'JOINT_BRANCH',
  'PARTY_GROUP',
  'WORKING_GROUP',
];

export interface OrganizationTree {
  readonly rows: readonly TreeRow[];
  readonly root: Tree['root'];
  readonly error: Error | null;
  toggle(key: string, open?: boolean): void;
  loadMore(branch: BranchKey): void;
  /** Opens the tree down to an organization. */
  reveal(id: string): void;
  /** Asks again for everything that is open, after a change. */
  reload(): void;
}

/** The lazy tree: each list of children is fetched when it is first opened, page by page. */
export function useOrganizationTree(rootId: string | null, asOf: string | null): OrganizationTree {
  const client = useApolloClient();
  const [state, dispatch] = useReducer(treeReducer, emptyTree);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  const ask = useCallback(
    async (key: BranchKey, first: number, after: string | null) => {
      const filter = filterOf(key, latest.current);
      const guidedFilter: OrganizationIdentityFilter = { ...filter, relations: ['GUIDES'] };
      const variables = { filter, first, after, guidedFilter, countGuided: key.includes('/'), asOf };
      const { data } = await client.query({
        query: OrganizationBranchDocument,
        variables,
        fetchPolicy: 'network-only',
      });
      if (!data) throw new Error('The list of organizations came back empty');
      return data;
    },
    [client, asOf],
  );

  const load = useCallback(
    async (key: BranchKey, options: { again?: boolean } = {}): Promise<Branch | null> => {
      const known = options.again ? undefined : latest.current.branches.get(key);
      // Reloading shows as many rows as there were, so that nothing jumps.
      const size = options.again
        ? Math.min(100, Math.max(PAGE, latest.current.branches.get(key)?.nodes.length ?? 0))
        : PAGE;
      dispatch({ kind: 'asking', key });
      try {
        const { organizations: page, guided } = await ask(key, size, known?.endCursor ?? null);
        const branch: Branch = {
          status: 'ready',
          nodes: [...(known?.nodes ?? []), ...page.nodes],
          total: page.totalCount,
          guided: guided?.totalCount ?? 0,
          endCursor: page.pageInfo.endCursor ?? null,
          hasMore: page.pageInfo.hasNextPage,
        };
        dispatch({ kind: 'loaded', key, branch });
        latest.current = treeReducer(latest.current, { kind: 'loaded', key, branch });
        return branch;
      } catch (error) {
        dispatch({ kind: 'failed', key, error: asError(error) });
        return null;
      }
    },
    [ask],
  );

  const start = useCallback(async () => {
    try {
      const root = await rootOf(client, rootId, asOf);
      // Only the association's own root is divided into tiers.
      const tiers = root && root.relation == null ? await tiersOf(client, root, asOf) : new Map<Tier, number>();
      const action = { kind: 'root', root, tiers } as const;
      dispatch(action);
      latest.current = treeReducer(latest.current, action);
      await Promise.all([...latest.current.expanded].map((key) => load(key, { again: true })));
    } catch (error) {
      dispatch({ kind: 'broken', error: asError(error) });
    }
  }, [client, load, rootId, asOf]);

  useEffect(() => {
    void start();
  }, [start]);

  const toggle = useCallback(
    (key: string, open?: boolean) => {
      const opens = open ?? !latest.current.expanded.has(key);
      dispatch({ kind: 'toggled', key, open: opens });
      if (opens && !latest.current.branches.has(key)) void load(key);
    },
    [load],
  );

  const reveal = useCallback(
    async (id: string) => {
      const { data } = await client.query({ query: OrganizationPathDocument, variables: { id, asOf } });
      const found = data?.organization;
      const root = latest.current.root;
      if (!found || !root) return;
      const path = [...found.ancestors.map((ancestor) => ancestor.id), id];
      const below = path.slice(Math.max(0, path.indexOf(root.id)));
      for (const [index, parent] of below.slice(0, -1).entries()) {
        const child = below[index + 1];
        for (const key of branchesHolding(parent, latest.current)) {
          let branch = latest.current.branches.get(key) ?? (await load(key));
          for (let page = 0; page < REVEAL_PAGES && branch?.hasMore; page += 1) {
            if (branch.nodes.some((node) => node.id === child)) break;
            branch = await load(key);
          }
          if (branch?.nodes.some((node) => node.id === child)) {
            dispatch({ kind: 'toggled', key: parent, open: true });
            dispatch({ kind: 'toggled', key, open: true });
            break;
          }
        }
      }
    },
    [client, load, asOf],
  );

  const rows = useMemo(() => rowsOf(state), [state]);
  return {
    rows,
    root: state.root,
    error: state.error,
    toggle,
    loadMore: (branch) => void load(branch),
    reveal: useCallback((id: string) => void reveal(id), [reveal]),
    reload: useCallback(() => void start(), [start]),
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

async function rootOf(
  client: ApolloClient,
  rootId: string | null,
  asOf: string | null,
): Promise<TreeOrganizationFragment | null> {
  if (rootId) {
    const variables = { id: rootId, asOf };
    const { data } = await client.query({ query: OrganizationByIdDocument, variables, fetchPolicy: 'network-only' });
    return data?.organization ?? null;
  }
  const variables = { filter: { rootsOnly: true }, asOf };
  const { data } = await client.query({ query: OrganizationTopDocument, variables, fetchPolicy: 'network-only' });
  return data?.organizations.nodes[0] ?? null;
}

async function tiersOf(
  client: ApolloClient,
  root: TreeOrganizationFragment,
  asOf: string | null,
): Promise<Map<Tier, number>> {
  const variables = { root: root.id, types: IN_TIERS, asOf };
  const { data } = await client.query({ query: OrganizationTiersDocument, variables, fetchPolicy: 'network-only' });
  // The root itself stands above the tiers.
  const counts = TIERS.map((tier) => [tier, (data?.[tier].totalCount ?? 0) - (root.tier === tier ? 1 : 0)] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** Which lists may hold a child of this organization: its own, or, for the root, those of its tiers. */
function branchesHolding(parent: string, tree: Tree): BranchKey[] {
  if (parent !== tree.root?.id || tree.tiers.size === 0) return [parent];
  return [...[...tree.tiers.keys()].map((tier) => tierKey(parent, tier)), parent];
}

function filterOf(key: BranchKey, tree: Tree): OrganizationIdentityFilter {
  const [parentId = '', tier] = key.split('/');
  if (tier) return { parentId, tiers: [tier as Tier], types: IN_TIERS };
  return parentId === tree.root?.id && tree.tiers.size > 0 ? { parentId, types: BODIES } : { parentId };
}
