import { useMutation, useQuery } from '@apollo/client/react';
import { App, DatePicker, Drawer, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import {
  AccessGrantsDocument,
  AccessVocabularyDocument,
  GranteeNameDocument,
  GrantRoleDocument,
  type Role,
} from '../../generated/graphql';
import { instantOf } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useSession } from '../../lib/session';
import { FormFoot } from './form-foot';
import { PersonPicker } from './person-picker';

interface Fields {
  accountId: string;
  role: Role;
  organizationId?: string | null;
  since?: Dayjs | null;
  until?: Dayjs | null;
  basis: string;
}

/** 授予权限: to whom, what, where, how long, on what paper. */
export function GrantForm({ close }: { close(): void }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const { account } = useSession();
  const [form] = Form.useForm<Fields>();
  const vocabulary = useQuery(AccessVocabularyDocument).data?.accessVocabulary;
  const [grant, { loading, error }] = useMutation(GrantRoleDocument, {
    refetchQueries: [AccessGrantsDocument, GranteeNameDocument],
  });
  const chosen = Form.useWatch('role', form);
  const role = vocabulary?.roles.find((one) => one.role === chosen);
  const save = async (fields: Fields) => {
    const input = {
      accountId: fields.accountId,
      role: fields.role,
      organizationId: fields.organizationId ?? null,
      since: fields.since ? instantOf(fields.since.format('YYYY-MM-DD')) : null,
      // the last day counts: it ends when the next one begins
      until: fields.until ? instantOf(fields.until.add(1, 'day').format('YYYY-MM-DD')) : null,
      basis: fields.basis.trim(),
    };
    // A refusal is shown above the buttons; the fields stay as they are.
    const answer = await grant({ variables: { input } }).catch(() => null);
    const given = answer?.data?.grantRole;
    if (!given) return;
    void message.success(t('grant.done', { name: given.account?.name ?? '', role: local(given.roleName) }));
    close();
  };
  return (
    <Drawer
      open
      title={t('grant.verb')}
      size={440}
      onClose={close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
        <Form.Item
          name="accountId"
          label={t('grant.person')}
          extra={t('grant.personHelp')}
          rules={[{ required: true, message: t('grant.missing') }]}
        >
          <PersonPicker without={account.id} />
        </Form.Item>
        <Form.Item
          name="role"
          label={t('column.role')}
          extra={t('grant.roleHelp')}
          rules={[{ required: true, message: t('grant.missing') }]}
        >
          <Select
            placeholder={t('column.role')}
            options={vocabulary?.roles
              .filter(({ administrative }) => !administrative)
              .map((one) => ({ value: one.role, label: local(one.name) }))}
          />
        </Form.Item>
        <Form.Item
          name="organizationId"
          label={t('grant.where')}
          extra={t('grant.whereHelp')}
          rules={[{ required: !role?.forAssociation, message: t('grant.missing') }]}
        >
          <OrganizationPicker none={role?.forAssociation ? t('way.association') : undefined} />
        </Form.Item>
        <Form.Item name="since" label={t('grant.since')} extra={t('grant.sinceHelp')}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="until" label={t('grant.until')} extra={t('grant.untilHelp')}>
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('grant.basis')}
          extra={t('grant.basisHelp')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('basisMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={t('grant.short')} cancel={close} />
      </Form>
    </Drawer>
  );
}
