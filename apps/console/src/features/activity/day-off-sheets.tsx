import { useMutation } from '@apollo/client/react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { Sheet } from '../../components/sheet';
import { KeepOnDayOffDocument, MoveOffDaysDocument, type DayOffActivitiesQuery } from '../../generated/graphql';
import { shortDay } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import './move-sheet.css';

export type DayOffRow = DayOffActivitiesQuery['dayOffActivities'][number];

interface SheetWays {
  close(): void;
  done(words: string): void;
}

/** All to their working days as one change: how many from which day to which, and which cannot go, said before. */
export function MoveOffDaysSheet(props: SheetWays & { rows: readonly DayOffRow[] }) {
  const { t } = useTranslation('activity');
  const [move, { loading, error }] = useMutation(MoveOffDaysDocument);
  const going = props.rows.filter(({ venueTaken }) => !venueTaken);
  const staying = props.rows.filter(({ venueTaken }) => venueTaken);
  const steps = new Map<string, number>();
  for (const { heldOn, proposedOn } of going) {
    const days = `${heldOn} ${proposedOn}`;
    steps.set(days, (steps.get(days) ?? 0) + 1);
  }
  const save = async () => {
    const activities = going.map(({ activityId, version }) => ({ activityId, version }));
    const answer = await move({ variables: { input: { activities } } }).catch(() => null);
    if (answer?.data) props.done(t('dayOff.done', { count: answer.data.moveOffDays }));
  };
  return (
    <Sheet label={t('dayOff.all')} close={props.close} className="move-sheet">
      <h2>{t('dayOff.all')}</h2>
      <p>{t('dayOff.together', { count: going.length })}</p>
      <ul className="day-off-steps">
        {[...steps].map(([days, count]) => {
          const [from, to] = days.split(' ') as [string, string];
          return <li key={days}>{t('dayOff.step', { from: shortDay(from), to: shortDay(to), count })}</li>;
        })}
      </ul>
      {staying.length ? (
        <p className="entry-refusal">
          {t('dayOff.staying', {
            count: staying.length,
            titles: staying
              .map(({ organizationName, title }) => `${organizationName} ${title}`)
              .join(t('seriesMove.and')),
          })}
        </p>
      ) : null}
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      <div className="entry-form-foot">
        <Button onClick={props.close}>{t('back')}</Button>
        <Button type="primary" disabled={going.length === 0} loading={loading} onClick={() => void save()}>
          {t('dayOff.confirm')}
        </Button>
      </div>
    </Sheet>
  );
}

/** 照常举行: on the day off all the same, and why. */
export function KeepOnDayOffSheet(props: SheetWays & { row: DayOffRow }) {
  const { t } = useTranslation(['activity', 'console']);
  const { activityId, version, title, organizationName, heldOn } = props.row;
  const [keep, { loading, error }] = useMutation(KeepOnDayOffDocument);
  const save = async ({ reason }: { reason: string }) => {
    const input = { activityId, version, reason: reason.trim() };
    const answer = await keep({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('dayOff.kept', { title }));
  };
  return (
    <Sheet label={t('dayOff.keep')} close={props.close} className="move-sheet">
      <h2>{t('dayOff.keep')}</h2>
      <p>
        {[title, organizationName].join(' · ')}
        <strong>{shortDay(heldOn)}</strong>
      </p>
      <Form<{ reason: string }>
        className="entry-form"
        aria-label={t('dayOff.keep')}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item
          name="reason"
          label={t('field.reason')}
          extra={t('dayOff.keepHelp')}
          rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={t('dayOff.keep')} cancel={props.close} />
      </Form>
    </Sheet>
  );
}
