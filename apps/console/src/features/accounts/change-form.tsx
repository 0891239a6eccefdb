import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeAccountDocument, type AccountRowFragment } from '../../generated/graphql';
import { FormFoot } from './form-foot';

/** Name and mail address; the address of another administrator is refused. */
export function ChangeForm(props: { account: AccountRowFragment; done(): void; cancel(): void }) {
  const { t } = useTranslation('accounts');
  const { id, version, name, mail } = props.account;
  const [change, { loading, error }] = useMutation(ChangeAccountDocument);
  return (
    <Form<{ name: string; mail?: string | null }>
      className="managed-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ name, mail }}
      onFinish={async (fields) => {
        const input = { id, version, name: fields.name.trim(), mail: fields.mail?.trim() || null };
        if (await change({ variables: { input } }).catch(() => null)) props.done();
      }}
    >
      <Form.Item name="name" label={t('field.name')} rules={[{ required: true, message: t('field.required') }]}>
        <Input maxLength={50} autoFocus />
      </Form.Item>
      <Form.Item name="mail" label={t('field.mail')} extra={t('change.help')}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('act.change')} cancel={props.cancel} />
    </Form>
  );
}
