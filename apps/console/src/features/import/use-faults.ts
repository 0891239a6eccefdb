import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { ImportFaultsDocument, type ImportFaultsQuery } from '../../generated/graphql';

type Faults = NonNullable<ImportFaultsQuery['importBatch']>['faults'];
export type AnyFault = Faults['nodes'][number];

/** Faults are read by this many, and no further than this many pages: more are better corrected in the file. */
const PAGE = 100;
const PAGES = 10;

/** All faults of a batch, page after page, and again after each `check`. `complete` is false when there are more than anybody reads. */
export function useFaults(batchId: string, check: string): { faults: readonly AnyFault[]; complete: boolean } {
  const client = useApolloClient();
  const [found, setFound] = useState<{ faults: readonly AnyFault[]; complete: boolean }>({
    faults: [],
    complete: true,
  });
  useEffect(() => {
    let current = true;
    const pageAfter = async (after: string | null) => {
      const variables = { id: batchId, first: PAGE, after };
      const { data } = await client.query({ query: ImportFaultsDocument, variables, fetchPolicy: 'network-only' });
      return data?.importBatch?.faults;
    };
    const read = async () => {
      const faults: AnyFault[] = [];
      let after: string | null = null;
      for (let count = 0; count < PAGES; count += 1) {
        const page: Faults | undefined = await pageAfter(after);
        faults.push(...(page?.nodes ?? []));
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (after === null) break;
      }
      if (current) setFound({ faults, complete: after === null });
    };
    // The table beside it shows the same faults; when this fails, its own error view says why.
    read().catch((error: unknown) => console.warn('Faults could not be read', error));
    return () => {
      current = false;
    };
  }, [client, batchId, check]);
  return found;
}
