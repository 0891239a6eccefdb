import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { CancelActivityDocument } from '../../generated/graphql';
import type { ActivityFormProps } from './activity-drawer';

interface Fields {
  reason: string;
  makeUpBy?: Dayjs | null;
}

/** 取消: why, and by when it is made up for; a rule may demand the day. */
export function CancelForm(props: ActivityFormProps) {
  const { t } = useTranslation(['activity', 'console']);
  const { id, version, title } = props.activity;
  const [cancel, { loading, error }] = useMutation(CancelActivityDocument);
  const save = async ({ reason, makeUpBy }: Fields) => {
    const input = { id, version, reason: reason.trim(), makeUpBy: makeUpBy?.format('YYYY-MM-DD') ?? null };
    const answer = await cancel({ variables: { input } }).catch(() => null);
    if (answer?.data) props.done(t('cancel.done', { title }));
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('cancel.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('cancel.text', { title })}</p>
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <EnterStays>
        <Form.Item name="makeUpBy" label={t('field.makeUpBy')} extra={t('field.makeUpByHelp')}>
          <DatePicker />
        </Form.Item>
      </EnterStays>
      <FormFoot error={error} loading={loading} verb={t('cancel.verb')} danger cancel={props.cancel} />
    </Form>
  );
}
