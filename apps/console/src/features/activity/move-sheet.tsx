import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../components/sheet';
import { ChangeActivityDocument, MovedActivityDocument, type MovedActivityQuery } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import type { Drop } from './calendar-drag';
import { Conflicts } from './conflicts';
import { SeriesMoveWords } from './series-move-words';
import { SCOPES, type Scope } from './series-scope';
import { span } from './times';
import { useSeriesMove } from './use-series-move';
import './move-sheet.css';

type Moved = NonNullable<MovedActivityQuery['activity']>;

/** Says that it is done; with the way back, where that makes everything as it was. */
type Done = (words: string, undo?: () => Promise<unknown>) => void;

/**
 * What was dropped on another day: from when to when, what is at the same time, and only then saved. Of a series one
 * alone, this and following, or all go as far, and what that means is said first.
 */
export function MoveSheet(props: { drop: Drop; close(): void; done: Done }) {
  const { t } = useTranslation('activity');
  const { drop } = props;
  const [scope, setScope] = useState<Scope>('THIS');
  const { data } = useQuery(MovedActivityDocument, {
    variables: { id: drop.activity.id },
    fetchPolicy: 'network-only',
  });
  const activity = data?.activity;
  const times = activity ? movedTo(activity, drop) : null;
  const one = useOneMove(activity, times, props.done);
  const many = useManyMove(activity, scope, drop, props.done);
  const move = scope === 'THIS' ? one : many;
  return (
    <Sheet label={t('move.verb')} close={props.close} className="move-sheet">
      <h2>{t('move.verb')}</h2>
      <p>
        {[drop.activity.title, drop.activity.organization?.name].filter(Boolean).join(' · ')}
        {times ? <strong>{span(times)}</strong> : null}
      </p>
      {goesTogether(activity) ? (
        <Radio.Group
          className="series-scope"
          aria-label={t('series.scope')}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: t(`series.scopes.${value}`) }))}
          onChange={(event) => setScope(event.target.value as Scope)}
        />
      ) : null}
      <SeriesMoveWords foreseen={scope === 'THIS' ? undefined : many.foreseen} />
      <Conflicts
        of={
          activity?.organization && times
            ? {
                organizationId: activity.organization.id,
                ...times,
                venueId: activity.venue?.id ?? null,
                exceptId: activity.id,
              }
            : null
        }
      />
      {activity && !activity.viewerCan.maintain ? <p className="entry-refusal">{t('move.refused')}</p> : null}
      {move.error ? (
        <p role="alert" className="entry-refusal">
          {errorText(move.error)}
        </p>
      ) : null}
      <div className="entry-form-foot">
        <Button onClick={props.close}>{t('back')}</Button>
        <Button
          type="primary"
          disabled={!activity?.viewerCan.maintain || (scope !== 'THIS' && !many.foreseen)}
          loading={move.loading}
          onClick={() => void move.save()}
        >
          {t('move.confirm')}
        </Button>
      </div>
    </Sheet>
  );
}

/** Of a series, and a date of its rule: one that was added beside it moves alone. */
const goesTogether = (activity: Moved | null | undefined): boolean =>
  Boolean(
    activity?.series && activity.state === 'SCHEDULED' && !activity.series.additions.includes(activity.occursOn ?? ''),
  );

function useOneMove(activity: Moved | null | undefined, times: Times | null, done: Done) {
  const { t } = useTranslation('activity');
  const [change, { loading, error }] = useMutation(ChangeActivityDocument);
  const save = async () => {
    if (!activity || !times) return;
    const { id, version, startsAt, endsAt, series, title } = activity;
    const answer = await change({ variables: { input: { id, version, ...times } } }).catch(() => null);
    if (!answer?.data) return;
    // one of a series would stay marked as changed by itself
    const input = { id, version: version + 1, startsAt, endsAt };
    done(t('change.done', { title }), series ? undefined : () => change({ variables: { input } }));
  };
  return { save, loading, error };
}

function useManyMove(activity: Moved | null | undefined, scope: Scope, { day, at }: Drop, done: Done) {
  const { t } = useTranslation('activity');
  const { series, occursOn } = activity ?? {};
  const { save, ...move } = useSeriesMove(
    activity && scope !== 'THIS'
      ? { activityId: activity.id, version: activity.version, scope, on: day, time: at ?? null }
      : null,
  );
  return {
    ...move,
    save: async () => {
      if (!series || !occursOn) return;
      const saved = await save({ occursOn, time: series.time });
      if (saved) done(t('series.changed', { title: series.title }), saved.undo);
    },
  };
}

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** As long as before, on the day and at the time where it was dropped. */
function movedTo({ startsAt, endsAt }: Times, { day, at }: Drop): Times {
  const from = new Date(`${day}T${at ?? moment(startsAt).slice(11)}:00+08:00`);
  const length = new Date(endsAt).getTime() - new Date(startsAt).getTime();
  return { startsAt: from.toISOString(), endsAt: new Date(from.getTime() + length).toISOString() };
}
