import { useMutation, useQuery } from '@apollo/client/react';
import { App, Drawer, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  AccessVocabularyDocument,
  EmergencyRequestsDocument,
  RequestEmergencyAccessDocument,
  type Role,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { FormFoot } from './form-foot';

interface Fields {
  role: Role;
  organizationId: string;
  reason: string;
}

/** 申请紧急授权: for oneself, for one hour; another person confirms it. */
export function EmergencyForm({ close }: { close(): void }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const vocabulary = useQuery(AccessVocabularyDocument).data?.accessVocabulary;
  const [ask, { loading, error }] = useMutation(RequestEmergencyAccessDocument, {
    refetchQueries: [EmergencyRequestsDocument],
  });
  const save = async ({ role, organizationId, reason }: Fields) => {
    const input = { role, organizationId, reason: reason.trim() };
    // A refusal is shown above the buttons; the fields stay as they are.
    const answer = await ask({ variables: { input } }).catch(() => null);
    if (!answer) return;
    void message.success(t('emergency.asked'));
    close();
  };
  return (
    <Drawer
      open
      title={t('emergency.ask')}
      size={440}
      onClose={close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <p className="access-warning">{t('emergency.text')}</p>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item name="role" label={t('column.role')} rules={[{ required: true, message: t('grant.missing') }]}>
          <Select
            placeholder={t('column.role')}
            options={vocabulary?.roles
              .filter(({ administrative }) => !administrative)
              .map(({ role, name }) => ({ value: role, label: local(name) }))}
          />
        </Form.Item>
        <Form.Item
          name="organizationId"
          label={t('grant.where')}
          rules={[{ required: true, message: t('grant.missing') }]}
        >
          <OrganizationPicker />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('emergency.reason')}
          extra={t('emergency.reasonHelp')}
          rules={[{ required: true, whitespace: true, min: 5, message: t('emergency.reasonMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={t('emergency.short')} cancel={close} />
      </Form>
    </Drawer>
  );
}
