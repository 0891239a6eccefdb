import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { WithdrawAdjustmentDocument } from '../../generated/graphql';
import type { ResultForm } from './moderation-drawer';
import type { Result } from './result-parts';

/** 撤回调整: why; what was computed counts again. */
export function ModerationWithdraw(props: ResultForm & { adjustment: Result['adjustments'][number] }) {
  const { t } = useTranslation(['result', 'console']);
  const [withdraw, { error, loading }] = useMutation(WithdrawAdjustmentDocument);
  const save = async ({ reason }: { reason: string }) => {
    const input = { id: props.adjustment.id, reason: reason.trim() };
    const answer = await withdraw({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('withdraw.done'));
  };
  return (
    <Form<{ reason: string }>
      className="entry-form"
      aria-label={t('withdraw.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('withdraw.text', { reason: props.adjustment.reason })}</p>
      <Form.Item
        name="reason"
        label={t('withdraw.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('withdraw.verb')} danger cancel={props.cancel} />
    </Form>
  );
}
