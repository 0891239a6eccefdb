import { Button, DatePicker, Form, Input, type FormProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../lib/dates';
import { errorText } from '../lib/errors';
import './entry-form.css';

/** What every entry in a register asks for. */
export interface EntryFields {
  effectiveOn: Dayjs;
  basis: string;
}
export const noEntry = (): Partial<EntryFields> => ({ effectiveOn: dayjs(today()) });
export const entryOf = ({ effectiveOn, basis }: EntryFields) => ({
  effectiveOn: effectiveOn.format('YYYY-MM-DD'),
  basis: basis.trim(),
});

/** A form of the registers: what is entered, from which day and on what paper. The fields stay when it is refused. */
export function EntryForm<Fields extends EntryFields>(props: {
  label?: string;
  initial?: Partial<Fields>;
  save(fields: Fields): unknown;
  children: ReactNode;
}) {
  // antd wants its own partial of the fields, which is the same for forms without nested lists
  const initial = { ...noEntry(), ...props.initial } as FormProps<Fields>['initialValues'];
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={props.label}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={initial}
      onFinish={(fields) => void props.save(fields)}
    >
      {props.children}
    </Form>
  );
}

/** From which day and on what paper, then what stands in the way, then the verb. */
export function EntryAndFoot(props: {
  error: unknown;
  loading: boolean;
  verb: string;
  danger?: boolean;
  /** What the day is called, where it is not the day of effect. */
  day?: string;
  /** Which days there are to choose from. */
  help?: string;
  /** True: a day ahead may be named, and takes effect then. */
  ahead?: boolean;
  cancel(): void;
}) {
  const { t } = useTranslation('console');
  const needed = { required: true, message: t('entry.missing') };
  return (
    <>
      <Form.Item name="effectiveOn" label={props.day ?? t('entry.effectiveOn')} extra={props.help} rules={[needed]}>
        <DatePicker
          allowClear={false}
          disabledDate={props.ahead ? undefined : (day: Dayjs) => day.format('YYYY-MM-DD') > today()}
        />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t('entry.basis')}
        extra={t('entry.basisHelp')}
        rules={[{ ...needed, whitespace: true }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <FormFoot {...props} />
    </>
  );
}

/** What stands in the way, then the way back and the verb. */
export function FormFoot(props: {
  error: unknown;
  loading: boolean;
  verb: string;
  danger?: boolean;
  disabled?: boolean;
  cancel(): void;
}) {
  const { t } = useTranslation('console');
  return (
    <>
      {props.error ? (
        <p role="alert" className="entry-refusal">
          {errorText(props.error)}
        </p>
      ) : null}
      <div className="entry-form-foot">
        <Button onClick={props.cancel}>{t('entry.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          danger={props.danger}
          disabled={props.disabled}
          loading={props.loading}
        >
          {props.verb}
        </Button>
      </div>
    </>
  );
}
