import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, InputNumber, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { OrganizationPicker } from '../../components/organization-picker';
import { PlanActivitySeriesDocument, type HolidayPolicy, type RecurrenceInput } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useScope } from '../../lib/scope';
import { useCatalogue, VenueFormItem } from './form-parts';
import { BYDAY, ruleOf } from './recurrence';
import { RecurrenceFormItems, SeriesPreviewList, type SeriesPatternFields } from './series-parts';

interface Fields extends SeriesPatternFields {
  organizationId: string;
  activityTypeId: string;
  title: string;
  startsOn: Dayjs;
  time: Dayjs;
  minutes: number;
  holidayPolicy: HolidayPolicy;
  venueId?: string | null;
  place?: string | null;
}

/** 安排系列: what is held again and again, with the next dates before it is planned. */
export function SeriesForm(props: { day?: string; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['activity', 'console']);
  const { within } = useScope();
  const { types } = useCatalogue();
  const [form] = Form.useForm<Fields>();
  const [plan, { loading, error }] = useMutation(PlanActivitySeriesDocument);
  const fields = Form.useWatch((values: Partial<Fields>) => values, form);
  const recurrence = recurrenceOf(fields);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (given: Fields) => {
    const wanted = recurrenceOf(given);
    if (!wanted) return;
    const { organizationId, activityTypeId, title, minutes, venueId, place } = given;
    const input = {
      organizationId,
      activityTypeId,
      title: title.trim(),
      minutes,
      recurrence: wanted,
      venueId: venueId ?? null,
      place: place?.trim() || null,
    };
    const answer = await plan({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('series.done', { title: input.title }));
  };
  const day = dayjs(props.day ?? today());
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('series.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{
        organizationId: within ?? undefined,
        startsOn: day,
        time: dayjs(`${today()}T14:30`),
        minutes: 90,
        pattern: 'WEEKLY',
        weekdays: [BYDAY[(day.day() + 6) % 7]],
        nth: 1,
        every: 'QUARTER',
        ends: 'NEVER',
        holidayPolicy: 'SHIFT_AFTER',
      }}
      onFinish={(given) => void save(given)}
    >
      <Form.Item name="organizationId" label={t('column.organization')} rules={needed}>
        <OrganizationPicker />
      </Form.Item>
      <Form.Item name="activityTypeId" label={t('column.type')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={types.map(({ id, name }) => ({ value: id, label: local(name) }))}
          onChange={(id: string) => {
            const type = types.find((each) => each.id === id);
            if (type && !form.isFieldTouched('title')) form.setFieldValue('title', local(type.name));
          }}
        />
      </Form.Item>
      <Form.Item name="title" label={t('column.title')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <EnterStays className="series-times">
        <Form.Item name="startsOn" label={t('series.from')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="time" label={t('series.time')} rules={needed}>
          <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} />
        </Form.Item>
        <Form.Item name="minutes" label={t('series.minutes')} rules={needed}>
          <InputNumber min={5} max={720} step={15} />
        </Form.Item>
      </EnterStays>
      <RecurrenceFormItems />
      <SeriesPreviewList of={recurrence} />
      <VenueFormItem />
      <Form.Item name="place" label={t('field.place')}>
        <Input maxLength={200} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('series.verb')} cancel={props.cancel} />
    </Form>
  );
}

function recurrenceOf(fields: Partial<Fields> | undefined): RecurrenceInput | null {
  const { pattern, ends, until, startsOn, time, holidayPolicy, ...rest } = fields ?? {};
  if (!pattern || !ends || !startsOn || !time || !holidayPolicy) return null;
  const rule = ruleOf({ ...rest, pattern, ends, until: until?.format('YYYY-MM-DD') });
  if (!rule) return null;
  const at = { startsOn: startsOn.format('YYYY-MM-DD'), time: time.format('HH:mm') };
  return { rule, ...at, holidayPolicy, exceptions: [] };
}
