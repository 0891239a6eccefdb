import { skipToken, useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { OrganizationMatchesDocument, type Tier } from '../../../generated/graphql';
import { rowsOfMatches, type TreeRow } from './tree-rows';

const PAGE = 50;

/** What the reader looks for in the tree; all empty = nothing, the whole tree is shown. */
export interface TreeSearch {
  readonly text: string;
  readonly tier: Tier | null;
  readonly flaggedOnly: boolean;
}

export const isSearching = (search: TreeSearch): boolean =>
  search.text.trim() !== '' || search.tier !== null || search.flaggedOnly;

/** Matches with their ancestors. The server compares name, code and pinyin initials. */
export function useOrganizationMatches(search: TreeSearch, within: string | null, asOf: string | null) {
  const filter = {
    search: search.text.trim() || null,
    tiers: search.tier ? [search.tier] : null,
    flagged: search.flaggedOnly || null,
  };
  const asked = isSearching(search) ? { variables: { filter, within, asOf, first: PAGE } } : skipToken;
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(OrganizationMatchesDocument, asked);
  const shown = (data ?? previousData)?.organizations;
  const rows = useMemo<TreeRow[]>(() => {
    const found = rowsOfMatches(shown?.nodes ?? []);
    const remaining = (shown?.totalCount ?? 0) - (shown?.nodes.length ?? 0);
    if (!shown?.pageInfo.hasNextPage) return found;
    const position = found.filter((row) => row.level === 1).length + 1;
    return [
      ...found,
      { kind: 'more', key: '#more', branch: '', remaining, level: 1, parentKey: null, position, setSize: position },
    ];
  }, [shown]);

  const more = () =>
    void fetchMore({
      variables: { after: shown?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        organizations: { ...next.organizations, nodes: [...before.organizations.nodes, ...next.organizations.nodes] },
      }),
    });
  return { rows, total: shown?.totalCount ?? 0, error, loading, more, reload: refetch };
}
