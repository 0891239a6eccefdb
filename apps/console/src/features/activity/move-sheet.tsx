import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../components/sheet';
import { ChangeActivityDocument, MovedActivityDocument } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import type { Drop } from './calendar-drag';
import { Conflicts } from './conflicts';
import { span } from './times';

/** What was dropped on another day: from when to when, what is at the same time, and only then saved. */
export function MoveSheet(props: { drop: Drop; close(): void; done(words: string): void }) {
  const { t } = useTranslation('activity');
  const { drop } = props;
  const { data } = useQuery(MovedActivityDocument, {
    variables: { id: drop.activity.id },
    fetchPolicy: 'network-only',
  });
  const [change, { loading, error }] = useMutation(ChangeActivityDocument);
  const activity = data?.activity;
  const times = activity ? movedTo(activity, drop) : null;
  const save = async () => {
    if (!activity || !times) return;
    const input = { id: activity.id, version: activity.version, ...times };
    const answer = await change({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('change.done', { title: activity.title }));
  };
  return (
    <Sheet label={t('move.verb')} close={props.close} className="move-sheet">
      <h2>{t('move.verb')}</h2>
      <p>
        {[drop.activity.title, drop.activity.organization?.name].filter(Boolean).join(' · ')}
        {times ? <strong>{span(times)}</strong> : null}
      </p>
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
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      <div className="entry-form-foot">
        <Button onClick={props.close}>{t('back')}</Button>
        <Button type="primary" disabled={!activity?.viewerCan.maintain} loading={loading} onClick={() => void save()}>
          {t('move.confirm')}
        </Button>
      </div>
    </Sheet>
  );
}

/** As long as before, on the day and at the time where it was dropped. */
function movedTo({ startsAt, endsAt }: { startsAt: string; endsAt: string }, { day, at }: Drop) {
  const from = new Date(`${day}T${at ?? moment(startsAt).slice(11)}:00+08:00`);
  const length = new Date(endsAt).getTime() - new Date(startsAt).getTime();
  return { startsAt: from.toISOString(), endsAt: new Date(from.getTime() + length).toISOString() };
}
