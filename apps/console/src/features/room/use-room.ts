import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { SessionRoomDocument } from '../../generated/graphql';
import { useLiveEvent, useLiveReturn } from '../../lib/live-events';
import { isCasting } from './room-view';

/** Secret papers tell no event, as it would say when each came. */
const whileCasting = 2_000;
/** A line that hangs without breaking tells nothing either. */
const otherwise = 20_000;

/** The room as it stands; read again at every change, and after every break of the line. */
export function useRoom(id: string) {
  const [casting, setCasting] = useState(false);
  const { data, error, refetch } = useQuery(SessionRoomDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    pollInterval: casting ? whileCasting : otherwise,
  });
  const again = () => void refetch().catch(() => undefined);
  useLiveEvent('session', (event) => {
    if (event.id === id) again();
  });
  useLiveReturn(again);
  const room = data?.sessionRoom;
  const now = isCasting(room);
  useEffect(() => setCasting(now), [now]);
  return { room, error, again };
}
