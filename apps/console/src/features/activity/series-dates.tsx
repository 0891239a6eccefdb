import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import { ErrorView } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import { useUndo } from '../../components/undo';
import { SeriesDatesDocument, type SeriesDatesQuery } from '../../generated/graphql';
import { moment, shortDay, today } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { plusDays } from '../../lib/plus-days';
import { ActivityState } from './activity-state';
import { useDayMarks } from './day-marks';
import { SeriesDateDrawer, type SeriesDateAct } from './series-date-drawer';

const [few, many] = [6, 100];

type Dates = SeriesDatesQuery['activities']['nodes'];

/** The dates of a series that lie ahead: which one is otherwise than the rule says, to move one, skip one, add one. */
export function SeriesDates(props: { id: string; maintains: boolean; changed?(): void }) {
  const { t } = useTranslation('activity');
  const told = useUndo();
  const [first, setFirst] = useState(few);
  const [act, setAct] = useState<SeriesDateAct | null>(null);
  const { data, previousData, error, refetch } = useQuery(SeriesDatesDocument, {
    variables: { id: props.id, from: today(), first },
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', () => void refetch());
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  const found = data ?? previousData;
  const series = found?.activitySeries;
  if (!found || !series) return <div aria-busy="true" />;
  const { nodes, totalCount } = found.activities;
  const goesOn = props.maintains && !series.endedReason;
  const next = nodes.find(({ state }) => state === 'SCHEDULED');
  return (
    <div className="series-dates">
      {series.endedReason ? <p className="quiet">{t('seriesDates.ended', { reason: series.endedReason })}</p> : null}
      {nodes.length === 0 ? <p className="quiet">{t('seriesDates.none')}</p> : null}
      <DateList
        dates={nodes}
        additions={series.additions}
        begin={goesOn && next ? (kind, id) => setAct({ kind, id, next: next.id }) : undefined}
      />
      {goesOn ? (
        <Button
          size="small"
          onClick={() => setAct({ kind: 'add', series: { ...series, id: props.id } })}
          className="series-date-add"
        >
          {t('seriesDates.add')}
        </Button>
      ) : null}
      {totalCount > nodes.length && first < many ? (
        <Button size="small" type="link" onClick={() => setFirst(many)}>
          {t('seriesDates.more', { count: totalCount - nodes.length })}
        </Button>
      ) : null}
      {act ? (
        <SeriesDateDrawer
          act={act}
          close={() => setAct(null)}
          done={(words, undo) => {
            const anew = async () => {
              await refetch();
              props.changed?.();
            };
            told(words, undo && (() => undo().then(anew)));
            void anew();
          }}
        />
      ) : null}
    </div>
  );
}

function DateList(props: {
  dates: Dates;
  additions: readonly string[];
  begin: ((kind: 'move' | 'skip', id: string) => void) | undefined;
}) {
  const { t } = useTranslation('activity');
  const { dates, begin } = props;
  const marks = useDayMarks(dates[0]?.heldOn ?? today(), lastOf(dates));
  return (
    <ol aria-label={t('seriesDates.title')}>
      {dates.map((date) => {
        const day = shortDay(date.heldOn);
        const chip = marks.get(date.heldOn)?.chip;
        const { state, occursOn, heldOn, seriesChanged } = date;
        const notes = [
          occursOn && props.additions.includes(occursOn) ? t('seriesDates.added') : null,
          occursOn && occursOn !== heldOn ? t('seriesDates.moved', { from: shortDay(occursOn) }) : null,
          seriesChanged && occursOn === heldOn ? t('seriesDates.changed') : null,
        ].filter(Boolean);
        return (
          <li key={date.id}>
            <div>
              <ScopedLink to={`/activities/${date.id}`}>{`${day} ${moment(date.startsAt).slice(11)}`}</ScopedLink>
              {chip ? <DayChip kind={chip} /> : null}
              {state === 'SCHEDULED' ? null : <ActivityState state={state} />}
              {notes.length ? <span className="quiet">{notes.join(' · ')}</span> : null}
            </div>
            {begin && state === 'SCHEDULED' ? (
              <span className="series-date-verbs">
                {(['move', 'skip'] as const).map((kind) => (
                  <Button
                    key={kind}
                    size="small"
                    aria-label={`${t(`seriesDates.${kind}`)} ${day}`}
                    onClick={() => begin(kind, date.id)}
                  >
                    {t(`seriesDates.${kind}`)}
                  </Button>
                ))}
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** No further than the calendar answers at once. */
function lastOf(dates: Dates): string {
  const [first, last] = [dates[0]?.heldOn ?? today(), dates.at(-1)?.heldOn ?? today()];
  const farthest = plusDays(first, 399);
  return last < farthest ? last : farthest;
}
