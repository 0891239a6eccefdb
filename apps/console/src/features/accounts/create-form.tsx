import { useMutation } from '@apollo/client/react';
import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { CreateAccountDocument, type Language } from '../../generated/graphql';
import { FormFoot } from './form-foot';

interface Fields {
  username: string;
  name: string;
  mail: string;
  language: Language;
}

/** A new account; its person is invited by mail. */
export function CreateForm({ done, cancel }: { done(): void; cancel(): void }) {
  const { t } = useTranslation('accounts');
  const [create, { loading, error }] = useMutation(CreateAccountDocument);
  const required = [{ required: true, message: t('field.required') }];
  return (
    <Form<Fields>
      className="managed-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ language: 'ZH' }}
      onFinish={async ({ username, name, mail, language }) => {
        const input = { username: username.trim(), name: name.trim(), mail: mail.trim(), language };
        if (await create({ variables: { input } }).catch(() => null)) done();
      }}
    >
      <p className="quiet">{t('create.help')}</p>
      <Form.Item name="name" label={t('field.name')} rules={required}>
        <Input maxLength={50} autoFocus />
      </Form.Item>
      <Form.Item name="username" label={t('field.username')} extra={t('field.usernameHelp')} rules={required}>
        <Input maxLength={64} autoCapitalize="none" autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="mail" label={t('field.mail')} rules={required}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="language" label={t('field.language')}>
        <Segmented
          aria-label={t('field.language')}
          options={[
            { value: 'ZH', label: t('field.zh') },
            { value: 'EN', label: t('field.en') },
          ]}
        />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('create.verb')} cancel={cancel} />
    </Form>
  );
}
