import { useMutation } from '@apollo/client/react';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecideExportRequestDocument, type ExportRequestRowFragment } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { useMay } from '../../lib/session';
import { ExportDetails, ExportReason } from './export-details';

/** 批准或不同意, with a reason; never by whoever asked. */
export function DecideExport({ request }: { request: ExportRequestRowFragment }) {
  const { t } = useTranslation('access');
  const may = useMay('export.approve');
  const [deciding, setDeciding] = useState<'approve' | 'refuse' | null>(null);
  if (request.mine) return <span className="quiet">{t('exports.byAnother')}</span>;
  if (!may) return null;
  return (
    <>
      <Button size="small" onClick={() => setDeciding('refuse')}>
        {t('exports.refuse')}
      </Button>
      <Button size="small" type="primary" onClick={() => setDeciding('approve')}>
        {t('exports.approve')}
      </Button>
      {deciding ? <Decision request={request} verb={deciding} close={() => setDeciding(null)} /> : null}
    </>
  );
}

function Decision(props: { request: ExportRequestRowFragment; verb: 'approve' | 'refuse'; close(): void }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const { request, verb, close } = props;
  const [form] = Form.useForm<{ reason: string }>();
  const [decide, { loading, error }] = useMutation(DecideExportRequestDocument);
  const said = { name: request.accountName, people: request.people };
  const save = async ({ reason }: { reason: string }) => {
    const input = { id: request.id, approve: verb === 'approve', reason: reason.trim() };
    // A refusal is shown below the field, which stays as it is.
    const answer = await decide({ variables: { input } }).catch(() => null);
    if (!answer) return;
    void message.success(t(verb === 'approve' ? 'exports.approved' : 'exports.refused', said));
    close();
  };
  return (
    <Modal
      open
      title={t(`exports.${verb}Of`, said)}
      okText={t(`exports.${verb}`)}
      cancelText={t('cancel')}
      confirmLoading={loading}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p className="quiet">
        <ExportDetails request={request} />
        <br />
        <ExportReason request={request} />
      </p>
      <p>{t(`exports.${verb}Text`, said)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item
          name="reason"
          label={t('exports.why')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('basisMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      {error ? (
        <p role="alert" className="access-refusal">
          {errorText(error)}
        </p>
      ) : null}
    </Modal>
  );
}
