import { skipToken, useQuery } from '@apollo/client/react';
import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DayChip } from '../../components/day-chip';
import { SeriesPreviewDocument, type HolidayPolicy, type RecurrenceInput } from '../../generated/graphql';
import { shortDay } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { WEEKDAYS } from './day-table';
import { BYDAY, type Pattern, type RecurrenceFields } from './recurrence';

export type SeriesPatternFields = Omit<RecurrenceFields, 'until'> & { until?: Dayjs | null };

const PATTERNS: readonly Pattern[] = ['WEEKLY', 'MONTHLY_WEEKDAY', 'LAST_WORKING_DAY', 'RULE'];
const ENDS = ['NEVER', 'UNTIL', 'COUNT'] as const;
const NTH = [1, 2, 3, 4, -1] as const;
const EVERY = ['MONTH', 'QUARTER', 'YEAR'] as const;
const POLICIES: readonly HolidayPolicy[] = ['SHIFT_AFTER', 'SHIFT_BEFORE', 'SKIP', 'KEEP'];

/** How often, on which days, until when, and what holidays do. */
export function RecurrenceFormItems() {
  const { t } = useTranslation(['activity', 'console']);
  const form = Form.useFormInstance<SeriesPatternFields>();
  const pattern = Form.useWatch('pattern', form);
  const ends = Form.useWatch('ends', form);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  return (
    <>
      <Form.Item name="pattern" label={t('series.pattern')}>
        <Select options={PATTERNS.map((value) => ({ value, label: t(`series.patterns.${value}`) }))} />
      </Form.Item>
      {pattern === 'MONTHLY_WEEKDAY' ? (
        <Form.Item name="nth" label={t('series.nth')} rules={needed}>
          <Select options={NTH.map((value) => ({ value, label: t(`series.nths.${value}`) }))} />
        </Form.Item>
      ) : null}
      {pattern === 'WEEKLY' || pattern === 'MONTHLY_WEEKDAY' ? (
        <Form.Item
          name="weekdays"
          label={t('series.weekdays')}
          // not `required`: a group of boxes may not be called so
          rules={[
            {
              validator: (_, chosen?: string[]) =>
                chosen?.length ? Promise.resolve() : Promise.reject(new Error(t('console:entry.missing'))),
            },
          ]}
        >
          <Checkbox.Group options={BYDAY.map((value, i) => ({ value, label: t(`weekday.${WEEKDAYS[i]!}`) }))} />
        </Form.Item>
      ) : null}
      {pattern === 'LAST_WORKING_DAY' ? (
        <Form.Item name="every" label={t('series.every')} rules={needed}>
          <Select options={EVERY.map((value) => ({ value, label: t(`series.everies.${value}`) }))} />
        </Form.Item>
      ) : null}
      {pattern === 'RULE' ? (
        <Form.Item name="rule" label={t('series.rule')} extra={t('series.ruleHelp')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      <Form.Item name="ends" label={t('series.ends')}>
        <Select options={ENDS.map((value) => ({ value, label: t(`series.endings.${value}`) }))} />
      </Form.Item>
      {ends === 'UNTIL' ? (
        <Form.Item name="until" label={t('series.until')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
      ) : null}
      {ends === 'COUNT' ? (
        <Form.Item name="count" label={t('series.count')} rules={needed}>
          <InputNumber min={1} max={500} />
        </Form.Item>
      ) : null}
      <PolicyFormItem />
    </>
  );
}

/** What becomes of an occurrence on a holiday. */
export function PolicyFormItem() {
  const { t } = useTranslation('activity');
  return (
    <Form.Item name="holidayPolicy" label={t('series.policy')}>
      <Select options={POLICIES.map((value) => ({ value, label: t(`series.policies.${value}`) }))} />
    </Form.Item>
  );
}

/** The rule in words and the next ten dates, with what holidays do to them. */
export function SeriesPreviewList({ of }: { of: RecurrenceInput | null }) {
  const { t } = useTranslation('activity');
  const { data, error } = useQuery(SeriesPreviewDocument, of ? { variables: { recurrence: of } } : skipToken);
  if (!of) return null;
  if (error)
    return (
      <p role="alert" className="entry-refusal">
        {errorText(error)}
      </p>
    );
  const preview = data?.seriesPreview;
  if (!preview) return null;
  return (
    <section className="series-preview" aria-label={t('series.preview')}>
      <p>{local(preview.words)}</p>
      <ol>
        {preview.dates.map(({ originalDate, date, shifted, holiday, provisional }) => (
          <li key={originalDate}>
            <span>{`${date.slice(0, 4)} ${shortDay(date)}`}</span>
            {shifted ? (
              <span className="quiet">
                {t('series.shifted', { from: shortDay(originalDate), holiday: holiday ? local(holiday) : '' })}
              </span>
            ) : holiday ? (
              <DayChip kind="off" />
            ) : null}
            {provisional ? <span className="quiet">{t('series.provisional')}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
