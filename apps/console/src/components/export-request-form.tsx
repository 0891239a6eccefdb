import { App, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors';

/** 申请导出: the list tells of more people than may be exported at once, so another person has to approve it. */
export function ExportRequestForm(props: {
  /** What the API said: how many people, which rule. */
  refusal: unknown;
  ask(reason: string): Promise<void>;
  asked(): void;
  close(): void;
}) {
  const { t } = useTranslation('console');
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async ({ reason }: { reason: string }) => {
    setSending(true);
    setError(null);
    try {
      await props.ask(reason.trim());
      void message.success(t('export.asked'));
      props.asked();
    } catch (refused) {
      // shown above the buttons; what was written stays
      setError(refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <Drawer
      open
      title={t('export.ask')}
      size={440}
      onClose={props.close}
      closable={{ 'aria-label': t('export.close'), placement: 'end' }}
    >
      <p className="export-why">{errorText(props.refusal)}</p>
      <p className="quiet">{t('export.askText')}</p>
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={(values) => void send(values)}>
        <Form.Item
          name="reason"
          label={t('export.reason')}
          extra={t('export.reasonHelp')}
          rules={[{ required: true, whitespace: true, min: 5, message: t('export.reasonMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
        {error ? (
          <p role="alert" className="export-refusal">
            {errorText(error)}
          </p>
        ) : null}
        <div className="export-acts">
          <Button onClick={props.close}>{t('export.close')}</Button>
          <Button type="primary" htmlType="submit" loading={sending}>
            {t('export.ask')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
