import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { ChangeActivityDocument, DayOffActivitiesDocument, type DayOffActivitiesQuery } from '../../generated/graphql';
import { shortDay } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useMay } from '../../lib/session';
import './day-off-panel.css';

type Row = DayOffActivitiesQuery['dayOffActivities'][number];

/**
 * Activities on days that a later notice took, each with a working day: moved by people alone, one or all. Nothing where
 * there are none.
 */
export function DayOffPanel(props: { within?: string | null; year?: number }) {
  const { t } = useTranslation('activity');
  const { message } = App.useApp();
  const maintains = useMay('activity.maintain');
  const { data, previousData, refetch } = useQuery(DayOffActivitiesDocument, {
    variables: { within: props.within ?? null, year: props.year ?? null },
    skip: !maintains,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('activity', () => {
    if (maintains) void refetch();
  });
  const [change] = useMutation(ChangeActivityDocument);
  const [busy, setBusy] = useState('');
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const rows = (data ?? previousData)?.dayOffActivities ?? [];
  if (rows.length === 0) return null;
  const move = async (row: Row): Promise<boolean> => {
    const { activityId: id, version, proposedStartsAt: startsAt, proposedEndsAt: endsAt, holiday, heldOn } = row;
    const reason = t('dayOff.reason', { day: shortDay(heldOn), holiday: holiday ? local(holiday) : '' });
    try {
      await change({ variables: { input: { id, version, startsAt, endsAt, reason } } });
      return true;
    } catch (error) {
      setRefusals((before) => ({ ...before, [id]: errorText(error) }));
      return false;
    }
  };
  /** One after the other: of two at the same venue the second hears of the first. */
  const moveAll = async (these: readonly Row[], key: string) => {
    setBusy(key);
    setRefusals({});
    let moved = 0;
    for (const row of these) if (await move(row)) moved++;
    await refetch();
    setBusy('');
    if (moved) void message.success(t('dayOff.done', { count: moved }));
  };
  return (
    <Panel
      title={t('dayOff.title')}
      note={t('dayOff.note', { count: rows.length })}
      extra={
        rows.length > 1 ? (
          <Button
            size="small"
            loading={busy === 'all'}
            disabled={busy !== ''}
            onClick={() => void moveAll(rows, 'all')}
          >
            {t('dayOff.all')}
          </Button>
        ) : undefined
      }
      flush
    >
      <ul className="day-off-list">
        {rows.map((row) => (
          <li key={row.activityId}>
            <div>
              <ScopedLink to={`/activities/${row.activityId}`}>{row.title}</ScopedLink>
              <p className="quiet">
                {row.organizationName} · {shortDay(row.heldOn)} <DayChip kind="off" />{' '}
                {row.holiday ? local(row.holiday) : null}
              </p>
              {refusals[row.activityId] ? (
                <p role="alert" className="entry-refusal">
                  {refusals[row.activityId]}
                </p>
              ) : null}
            </div>
            <Button
              size="small"
              aria-label={`${t('dayOff.move', { day: shortDay(row.proposedOn) })} ${row.title}`}
              loading={busy === row.activityId}
              disabled={busy !== ''}
              onClick={() => void moveAll([row], row.activityId)}
            >
              {t('dayOff.move', { day: shortDay(row.proposedOn) })}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
