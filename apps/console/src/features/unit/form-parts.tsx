import { Button, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors';
import { today } from '../../lib/dates';

/** What every change of a unit asks for. */
export interface EntryFields {
  effectiveOn: Dayjs;
  basis: string;
}
export const noEntry = (): Partial<EntryFields> => ({ effectiveOn: dayjs(today()) });
export const entryOf = ({ effectiveOn, basis }: EntryFields) => ({
  effectiveOn: effectiveOn.format('YYYY-MM-DD'),
  basis: basis.trim(),
});

/** From which day and on what paper, then what stands in the way, then the verb. */
export function EntryAndFoot(props: {
  error: unknown;
  loading: boolean;
  verb: string;
  danger?: boolean;
  cancel(): void;
}) {
  const { t } = useTranslation('unit');
  return (
    <>
      <Form.Item
        name="effectiveOn"
        label={t('entry.effectiveOn')}
        extra={t('entry.effectiveOnHelp')}
        rules={[{ required: true, message: t('entry.missing') }]}
      >
        <DatePicker allowClear={false} disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') > today()} />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t('entry.basis')}
        extra={t('entry.basisHelp')}
        rules={[{ required: true, whitespace: true, message: t('entry.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {props.error ? (
        <p role="alert" className="unit-refusal">
          {errorText(props.error)}
        </p>
      ) : null}
      <div className="unit-form-foot">
        <Button onClick={props.cancel}>{t('entry.cancel')}</Button>
        <Button type="primary" htmlType="submit" danger={props.danger} loading={props.loading}>
          {props.verb}
        </Button>
      </div>
    </>
  );
}
