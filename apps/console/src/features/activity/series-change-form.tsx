import { useMutation } from '@apollo/client/react';
import { Checkbox, Form, Input, InputNumber, Radio, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { ChangeActivitySeriesDocument, type HolidayPolicy, type SeriesScope } from '../../generated/graphql';
import { today } from '../../lib/dates';
import type { ActivityDetail, ActivityFormProps } from './activity-drawer';
import { VenueFormItem } from './form-parts';
import { PlanForm } from './plan-form';
import { PolicyFormItem } from './series-parts';
import { SCOPES, type Scope } from './series-scope';

interface Fields {
  title: string;
  rule: string;
  time: Dayjs;
  minutes: number;
  holidayPolicy: HolidayPolicy;
  venueId?: string | null;
  place?: string | null;
  includeChanged?: boolean;
}

/** 修改 of an occurrence: this one alone, this and those after it, or all that lie ahead. */
export function SeriesChangeForm(props: ActivityFormProps) {
  const { t } = useTranslation('activity');
  const [scope, setScope] = useState<Scope>('THIS');
  const { activity } = props;
  const { series } = activity;
  return (
    <>
      <Radio.Group
        className="series-scope"
        aria-label={t('series.scope')}
        value={scope}
        options={SCOPES.map((value) => ({
          value,
          label: t(`series.scopes.${value}`),
        }))}
        onChange={(event) => setScope(event.target.value as Scope)}
      />
      {scope === 'THIS' || !series ? (
        <PlanForm {...props} />
      ) : (
        <SeriesManyForm {...props} series={series} scope={scope} />
      )}
    </>
  );
}

/** What changes of a series from an occurrence on, or of all that lies ahead. */
function SeriesManyForm(
  props: ActivityFormProps & { series: NonNullable<ActivityDetail['series']>; scope: SeriesScope },
) {
  const { t } = useTranslation(['activity', 'console']);
  const { activity, series, scope } = props;
  const [change, { loading, error }] = useMutation(ChangeActivitySeriesDocument);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const input = {
      activityId: activity.id,
      version: activity.version,
      scope,
      includeChanged: fields.includeChanged ?? false,
      title: fields.title.trim(),
      // what stays is not sent: the rule of what follows counts from its own first day
      rule: fields.rule.trim() === series.rule ? null : fields.rule.trim(),
      time: fields.time.format('HH:mm'),
      minutes: fields.minutes,
      holidayPolicy: fields.holidayPolicy,
      venueId: fields.venueId ?? null,
      place: fields.place?.trim() || null,
    };
    const answer = await change({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('series.changed', { title: input.title }), activity.id);
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('change.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{
        title: series.title,
        rule: series.rule,
        time: dayjs(`${today()}T${series.time}`),
        minutes: series.minutes,
        holidayPolicy: series.holidayPolicy,
        venueId: series.venue?.id,
        place: series.place,
      }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="title" label={t('column.title')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="rule" label={t('series.rule')} extra={t('series.ruleHelp')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <EnterStays className="series-times">
        <Form.Item name="time" label={t('series.time')} rules={needed}>
          <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} />
        </Form.Item>
        <Form.Item name="minutes" label={t('series.minutes')} rules={needed}>
          <InputNumber min={5} max={720} step={15} />
        </Form.Item>
      </EnterStays>
      <PolicyFormItem />
      <VenueFormItem />
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="includeChanged" valuePropName="checked">
        <Checkbox>{t('series.includeChanged')}</Checkbox>
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('change.verb')} cancel={props.cancel} />
    </Form>
  );
}
