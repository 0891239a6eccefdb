import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { EndingGrantsDocument } from '../../generated/graphql';
import { useLiveEvent } from '../../lib/live-events';
import { SOON } from './period';

/** Grants that end soon: one's own, and all for those who look after rights. Emergency access is short by nature. */
export function useEndingGrants() {
  const [now] = useState(() => Date.now());
  const { data, refetch } = useQuery(EndingGrantsDocument, {
    variables: { now: new Date(now).toISOString(), before: new Date(now + SOON * 86_400_000).toISOString() },
  });
  useLiveEvent('access', () => void refetch());
  return (data?.accessGrants.nodes ?? []).filter(({ emergency }) => !emergency);
}
