import { useQuery } from '@apollo/client/react';
import { TodayDutiesDocument, type TodayDutiesQuery } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { plusDays } from '../../lib/plus-days';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';

export type Duties = TodayDutiesQuery;

/** The day after the Sunday of this week. */
function weekEnd(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return plusDays(day, 8 - weekday);
}

/** What the rules ask for this year, what awaits its record and what is on this week; nothing for who reads none of it. */
export function useDuties(skip: boolean) {
  const { within } = useScope();
  const reads = useMay('activity.read');
  const day = today();
  const result = useQuery(TodayDutiesDocument, {
    variables: { within, since: `${day.slice(0, 4)}-01-01`, today: day, weekEnd: weekEnd(day) },
    skip: skip || !reads,
    fetchPolicy: 'cache-and-network',
  });
  const again = () => {
    if (reads && !skip) void result.refetch();
  };
  useLiveEvent('activity', again);
  useLiveEvent('obligation', again);
  return { ...result, data: skip ? undefined : (result.data ?? result.previousData) };
}
