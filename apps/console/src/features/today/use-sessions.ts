import { useQuery } from '@apollo/client/react';
import type { TFunction } from 'i18next';
import { paths } from '../../app/routes';
import { SessionsToPrepareDocument, type SessionsToPrepareQuery } from '../../generated/graphql';
import { dayOf, daysUntil } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useMay } from '../../lib/session';
import type { TaskGroup } from './tasks';

/** Sessions that are not called yet, and matters that wait for one: for those who conduct them. */
export function useSessionsToPrepare(): SessionsToPrepareQuery | null {
  const conducts = useMay('session.conduct');
  const { data, refetch } = useQuery(SessionsToPrepareDocument, { skip: !conducts, fetchPolicy: 'cache-and-network' });
  const again = () => {
    if (conducts) void refetch();
  };
  useLiveEvent('session', again);
  useLiveEvent('matter', again);
  return conducts && data ? data : null;
}

/** As a group of what waits. */
export function sessionGroup(found: SessionsToPrepareQuery | null, t: TFunction<'today'>): TaskGroup {
  const { unannounced, waiting } = found ?? { unannounced: { nodes: [] }, waiting: { totalCount: 0 } };
  const soon = (startsAt: string) => daysUntil(dayOf(startsAt));
  return {
    key: 'sessions',
    more: paths.sessions,
    tasks: [
      ...unannounced.nodes.map((one) => ({
        key: one.id,
        state: soon(one.startsAt) <= 3 ? ('risk' as const) : ('unplanned' as const),
        title: t('today:task.notice', { title: one.title }),
        note: t('today:task.noticeNote', { count: one.itemCount }),
        due: dayOf(one.startsAt),
        to: `${paths.sessions}/${one.id}`,
        verb: t('today:task.open'),
      })),
      ...(waiting.totalCount
        ? [
            {
              key: 'waiting matters',
              state: 'pending' as const,
              title: t('today:task.unscheduled', { count: waiting.totalCount }),
              note: t('today:task.unscheduledNote'),
              due: null,
              to: `${paths.matters}?states=ACCEPTED`,
              verb: t('today:task.open'),
            },
          ]
        : []),
    ],
  };
}
