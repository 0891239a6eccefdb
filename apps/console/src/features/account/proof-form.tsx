import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnAccountPartsFragment } from '../../generated/graphql';
import { errorText } from '../../lib/errors';

export interface ProofFields {
  password?: string;
  code?: string;
  newPassword?: string;
}

/** Asks who it is: the password, if there is one, and the code of the authenticator, if there is one. */
export function ProofForm(props: {
  account: OwnAccountPartsFragment;
  ask: 'password' | 'both';
  newPassword?: boolean;
  help?: string;
  verb: string;
  danger?: boolean;
  loading: boolean;
  error: unknown;
  submit(fields: ProofFields): Promise<void>;
  cancel(): void;
}) {
  const { t } = useTranslation('account');
  const { account } = props;
  const required = [{ required: true, message: t('proof.required') }];
  return (
    <Form<ProofFields>
      className="account-form"
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => void props.submit(fields)}
    >
      {props.help ? <p>{props.help}</p> : null}
      <input type="hidden" autoComplete="username" value={account.username} readOnly />
      {account.passwordSetAt ? (
        <Form.Item name="password" label={t('proof.password')} rules={required}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      ) : (
        <p className="quiet">{t('proof.fresh')}</p>
      )}
      {props.ask === 'both' && account.secondFactor.since ? (
        <Form.Item name="code" label={t('proof.code')} extra={t('proof.codeHelp')} rules={required}>
          <Input autoComplete="one-time-code" />
        </Form.Item>
      ) : null}
      {props.newPassword ? (
        <Form.Item
          name="newPassword"
          label={t('password.new')}
          extra={t('password.rule', { count: account.passwordLength })}
          rules={required}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      ) : null}
      {props.error ? (
        <p className="account-refusal" role="alert">
          {errorText(props.error)}
        </p>
      ) : null}
      <div className="account-foot">
        <Button onClick={props.cancel}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" danger={props.danger} loading={props.loading}>
          {props.verb}
        </Button>
      </div>
    </Form>
  );
}
