import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { AddSeriesDateDocument } from '../../generated/graphql';
import { today } from '../../lib/dates';

/** The series that is held once more. */
export interface DatedSeries {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly time: string;
}

interface Fields {
  on: Dayjs;
  time: Dayjs;
  reason: string;
}

/** 加一次: a day beside the rule, and why. */
export function AddDateForm(props: { series: DatedSeries; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['activity', 'console']);
  const { id, version, title, time } = props.series;
  const [add, { loading, error }] = useMutation(AddSeriesDateDocument);
  const needed = [{ required: true, message: t('console:entry.missing') }];
  const save = async (fields: Fields) => {
    const on = fields.on.format('YYYY-MM-DD');
    const input = { seriesId: id, version, on, time: fields.time.format('HH:mm'), reason: fields.reason.trim() };
    const answer = await add({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('seriesDates.addDone', { title, on }));
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('seriesDates.add')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ time: dayjs(`${today()}T${time}`) }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('seriesDates.addText', { title })}</p>
      <EnterStays className="series-times">
        <Form.Item name="on" label={t('field.on')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="time" label={t('series.time')} rules={needed}>
          <TimePicker format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} />
        </Form.Item>
      </EnterStays>
      <Form.Item name="reason" label={t('field.reason')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('seriesDates.add')} cancel={props.cancel} />
    </Form>
  );
}
