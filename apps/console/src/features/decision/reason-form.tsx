import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { ReturnMatterDocument, WithdrawMatterDocument } from '../../generated/graphql';
import type { MatterDetail } from './matter-drawer';

/** 退回, 撤回: why. */
export function ReasonForm(props: {
  act: 'return' | 'withdraw';
  matter: MatterDetail;
  done(words: string): void;
  cancel(): void;
}) {
  const { t } = useTranslation(['decision', 'console']);
  const { act, matter } = props;
  const { id, version, title } = matter;
  const [giveBack, returning] = useMutation(ReturnMatterDocument);
  const [withdraw, withdrawing] = useMutation(WithdrawMatterDocument);
  const save = async ({ reason }: { reason: string }) => {
    const variables = { input: { id, version, reason: reason.trim() } };
    // a refusal is shown above the buttons; the words stay as they are
    const answer = await (act === 'return' ? giveBack({ variables }) : withdraw({ variables })).catch(() => null);
    if (answer?.data) props.done(t(`${act}.done`, { title }));
  };
  return (
    <Form<{ reason: string }>
      className="entry-form"
      aria-label={t(`${act}.verb`)}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t(`${act}.text`, { title })}</p>
      <Form.Item
        name="reason"
        label={t(`${act}.reason`)}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <FormFoot
        error={returning.error ?? withdrawing.error}
        loading={returning.loading || withdrawing.loading}
        verb={t(`${act}.verb`)}
        danger={act === 'withdraw'}
        cancel={props.cancel}
      />
    </Form>
  );
}
