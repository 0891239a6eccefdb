import { useMutation, useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { ChangeActivityDocument, DayOffActivitiesDocument } from '../../generated/graphql';
import { shortDay } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { useMay } from '../../lib/session';
import { KeepOnDayOffSheet, MoveOffDaysSheet, type DayOffRow } from './day-off-sheets';
import './day-off-panel.css';

/**
 * Activities on days that a later notice took, each with a working day: moved by people alone, one or all, or kept there
 * with a reason. Nothing where there are none.
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
  const [sheet, setSheet] = useState<'all' | DayOffRow | null>(null);
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const rows = (data ?? previousData)?.dayOffActivities ?? [];
  if (rows.length === 0) return null;
  const move = async (row: DayOffRow) => {
    const { activityId: id, version, proposedStartsAt: startsAt, proposedEndsAt: endsAt, holiday, heldOn } = row;
    const reason = t('dayOff.reason', { day: shortDay(heldOn), holiday: holiday ? local(holiday) : '' });
    setBusy(id);
    setRefusals({});
    try {
      await change({ variables: { input: { id, version, startsAt, endsAt, reason } } });
      void message.success(t('dayOff.done', { count: 1 }));
    } catch (error) {
      setRefusals({ [id]: errorText(error) });
    }
    await refetch();
    setBusy('');
  };
  const ways = {
    close: () => setSheet(null),
    done: (words: string) => {
      setSheet(null);
      void message.success(words);
      void refetch();
    },
  };
  return (
    <Panel
      title={t('dayOff.title')}
      note={t('dayOff.note', { count: rows.length })}
      extra={
        rows.length > 1 ? (
          <Button size="small" disabled={busy !== ''} onClick={() => setSheet('all')}>
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
                {row.venueTaken ? ` · ${t('dayOff.venueTaken')}` : null}
              </p>
              {refusals[row.activityId] ? (
                <p role="alert" className="entry-refusal">
                  {refusals[row.activityId]}
                </p>
              ) : null}
            </div>
            <span className="day-off-verbs">
              <Button
                size="small"
                aria-label={`${t('dayOff.move', { day: shortDay(row.proposedOn) })} ${row.title}`}
                loading={busy === row.activityId}
                disabled={busy !== ''}
                onClick={() => void move(row)}
              >
                {t('dayOff.move', { day: shortDay(row.proposedOn) })}
              </Button>
              <Button
                size="small"
                aria-label={`${t('dayOff.keep')} ${row.title}`}
                disabled={busy !== ''}
                onClick={() => setSheet(row)}
              >
                {t('dayOff.keep')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {sheet === 'all' ? <MoveOffDaysSheet {...ways} rows={rows} /> : null}
      {sheet && sheet !== 'all' ? <KeepOnDayOffSheet {...ways} row={sheet} /> : null}
    </Panel>
  );
}
