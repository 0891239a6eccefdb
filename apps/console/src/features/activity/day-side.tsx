import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import { CalendarDayDocument, type ActivityKind } from '../../generated/graphql';
import { longDay } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { plusDays } from '../../lib/plus-days';
import { useScope } from '../../lib/scope';
import { CalendarList } from './calendar-list';
import { useDayMarks } from './day-marks';

/** What is held on the chosen day, beside the calendar. */
export function DaySide(props: { day: string; kinds: ActivityKind[] | null; plan?(day: string): void }) {
  const { t } = useTranslation('activity');
  const { within } = useScope();
  const { day, kinds, plan } = props;
  const marks = useDayMarks(day, day);
  const { data, error, refetch } = useQuery(CalendarDayDocument, {
    variables: { within, filter: { from: day, to: plusDays(day, 1), kinds } },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', () => void refetch());
  const found = data?.activities;
  const left = found ? found.totalCount - found.nodes.length : 0;
  return (
    <aside className="day-side" aria-label={t('daySide', { day: longDay(day) })}>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {found ? (
        <CalendarList
          days={new Map(found.nodes.length ? [[day, found.nodes]] : [])}
          marks={marks}
          shown={[day]}
          named
        />
      ) : null}
      {left > 0 ? (
        <ScopedLink to={`/activities?from=${day}&to=${day}&order=SOONEST`}>
          {t('moreOnDay', { count: left })}
        </ScopedLink>
      ) : null}
      {plan ? (
        <Button size="small" onClick={() => plan(day)}>
          {t('planOnDay')}
        </Button>
      ) : null}
    </aside>
  );
}
