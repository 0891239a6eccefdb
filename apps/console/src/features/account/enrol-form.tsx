import { useMutation } from '@apollo/client/react';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Authenticator } from '../../components/authenticator';
import { RecoveryCodes } from '../../components/recovery-codes';
import { BeginEnrolmentDocument, EndEnrolmentDocument, type OwnAccountPartsFragment } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { ProofForm } from './proof-form';

/** Sets an authenticator up, or another in its place: who asks, its secret, its first code, recovery codes. */
export function EnrolForm({ account, close }: { account: OwnAccountPartsFragment; close(): void }) {
  const { t } = useTranslation('account');
  const [secret, setSecret] = useState<{ secret: string; address: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [begin, beginning] = useMutation(BeginEnrolmentDocument);
  const [end, ending] = useMutation(EndEnrolmentDocument);
  if (codes)
    return (
      <>
        <RecoveryCodes codes={codes} username={account.username} />
        <div className="account-foot">
          <Button type="primary" onClick={close}>
            {t('factor.kept')}
          </Button>
        </div>
      </>
    );
  if (!secret)
    return (
      <ProofForm
        account={account}
        ask="both"
        help={t(account.secondFactor.since ? 'factor.replaceHelp' : 'factor.enrolHelp')}
        verb={t('factor.next')}
        loading={beginning.loading}
        error={beginning.error}
        cancel={close}
        submit={async ({ password, code }) => {
          const answer = await begin({ variables: { input: { password, code } } }).catch(() => null);
          setSecret(answer?.data?.startEnrolment ?? null);
        }}
      />
    );
  return (
    <Form<{ first: string }>
      className="account-form"
      layout="vertical"
      requiredMark={false}
      onFinish={async ({ first }) => {
        const answer = await end({ variables: { input: { code: first.trim() } } }).catch(() => null);
        setCodes(answer?.data?.finishEnrolment.recoveryCodes ?? null);
      }}
    >
      <Authenticator {...secret} />
      <Form.Item name="first" label={t('factor.first')} rules={[{ required: true, message: t('proof.required') }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" autoFocus />
      </Form.Item>
      {ending.error ? (
        <p className="account-refusal" role="alert">
          {errorText(ending.error)}
        </p>
      ) : null}
      <div className="account-foot">
        <Button onClick={close}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={ending.loading}>
          {t('factor.enrol')}
        </Button>
      </div>
    </Form>
  );
}
