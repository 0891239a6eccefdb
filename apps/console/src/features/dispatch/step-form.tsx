import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import {
  RecordDispatchFollowUpDocument,
  RecordDispatchReceiptDocument,
  RecordDispatchReplyDocument,
  WithdrawDispatchDocument,
  type DispatchOutcome,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { useFileToSend } from '../decision/use-file-to-send';
import type { DispatchDetail } from './dispatch-form';
import { OUTCOMES } from './words';

export type DispatchStepAct = 'receive' | 'reply' | 'followUp' | 'withdraw';

interface Fields {
  on: Dayjs;
  outcome: DispatchOutcome;
  number?: string;
  text?: string;
  followUpDueOn?: Dayjs | null;
}

const later = (day: Dayjs): boolean => day.format('YYYY-MM-DD') > today();

/** 登记收文, 登记批复, 报告落实情况, 撤回: a day, and the words and the file it takes. */
export function StepForm(props: {
  act: DispatchStepAct;
  dispatch: DispatchDetail;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['dispatch', 'console']);
  const { act, dispatch } = props;
  const { save, error, loading } = useSave(act, dispatch);
  const [form] = Form.useForm<Fields>();
  const file = useFileToSend();
  const outcome = Form.useWatch('outcome', form);
  const needed = { required: true, message: t('console:entry.missing') };
  const wordsNeeded = act !== 'reply' || (outcome !== undefined && outcome !== 'APPROVED');
  const submit = async (fields: Fields) => {
    if (await save(fields, file.fileId)) props.done(t(`${act}.done`, { title: dispatch.title }));
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t(`${act}.verb`)}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ on: dayjs(today()), outcome: 'APPROVED' }}
      onFinish={(fields) => void submit(fields)}
    >
      {act === 'reply' ? (
        <Form.Item name="outcome" label={t('field.outcome')}>
          <Radio.Group options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
        </Form.Item>
      ) : null}
      {act === 'withdraw' ? null : (
        <EnterStays>
          <Form.Item name="on" label={t(`${act}.on`)} rules={[needed]}>
            <DatePicker allowClear={false} disabledDate={later} />
          </Form.Item>
        </EnterStays>
      )}
      {act === 'reply' ? (
        <Form.Item name="number" label={t('field.replyNumber')}>
          <Input maxLength={60} />
        </Form.Item>
      ) : null}
      {act === 'receive' ? null : (
        <Form.Item name="text" label={t(`${act}.text`)} rules={wordsNeeded ? [{ ...needed, whitespace: true }] : []}>
          <Input.TextArea rows={4} maxLength={act === 'withdraw' ? 500 : 4_000} />
        </Form.Item>
      )}
      {act === 'reply' ? (
        <EnterStays>
          <Form.Item name="followUpDueOn" label={t('field.followUpDueOn')} extra={t('field.followUpHelp')}>
            <DatePicker />
          </Form.Item>
        </EnterStays>
      ) : null}
      {act === 'withdraw' ? null : <Form.Item label={t(`${act}.file`)}>{file.field}</Form.Item>}
      <FormFoot
        error={error}
        loading={loading || file.sending}
        verb={t(`${act}.verb`)}
        danger={act === 'withdraw'}
        cancel={props.cancel}
      />
    </Form>
  );
}

/** Sends the step; true once it was taken. A refusal is shown above the buttons. */
function useSave(act: DispatchStepAct, { id, version }: DispatchDetail) {
  const [receive, receiving] = useMutation(RecordDispatchReceiptDocument);
  const [reply, replying] = useMutation(RecordDispatchReplyDocument);
  const [followUp, followingUp] = useMutation(RecordDispatchFollowUpDocument);
  const [withdraw, withdrawing] = useMutation(WithdrawDispatchDocument);
  const state = { receive: receiving, reply: replying, followUp: followingUp, withdraw: withdrawing }[act];
  const send = (fields: Fields, fileId: string | null): Promise<unknown> => {
    const step = { id, version };
    const on = fields.on?.format('YYYY-MM-DD');
    const text = fields.text?.trim() ?? '';
    switch (act) {
      case 'receive':
        return receive({ variables: { input: { ...step, on, fileId } } });
      case 'reply': {
        const { outcome, number = null, followUpDueOn } = fields;
        const due = followUpDueOn?.format('YYYY-MM-DD') ?? null;
        return reply({ variables: { input: { ...step, on, outcome, number, text, followUpDueOn: due, fileId } } });
      }
      case 'followUp':
        return followUp({ variables: { input: { ...step, on, text, fileId } } });
      case 'withdraw':
        return withdraw({ variables: { input: { ...step, reason: text } } });
    }
  };
  const save = (fields: Fields, fileId: string | null): Promise<boolean> =>
    send(fields, fileId).then(
      () => true,
      () => false,
    );
  return { save, error: state.error, loading: state.loading };
}
