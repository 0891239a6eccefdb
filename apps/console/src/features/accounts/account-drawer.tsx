import { useMutation } from '@apollo/client/react';
import { Button, Descriptions, Drawer, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DisableAccountDocument,
  EnableAccountDocument,
  ResetSecondFactorDocument,
  SendAccountLinkDocument,
  type AccountRowFragment,
} from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { useSession } from '../../lib/session';
import { AccountState } from './account-state';
import { ChangeForm } from './change-form';
import { CreateForm } from './create-form';

interface Props {
  /** null: a new one is made */
  account: AccountRowFragment | null;
  close(): void;
  done(words: string): void;
}

/** One account and what can be done with it, or the form of a new one. */
export function AccountDrawer({ account, close, done }: Props) {
  const { t } = useTranslation('accounts');
  const [changing, setChanging] = useState(false);
  const title = account ? account.name : t('create.verb');
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={440}
      open
      rootClassName="managed-drawer"
      onClose={close}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      {account ? null : (
        <CreateForm
          cancel={close}
          done={() => {
            done(t('create.done'));
            close();
          }}
        />
      )}
      {account && changing ? (
        <ChangeForm
          account={account}
          cancel={() => setChanging(false)}
          done={() => {
            done(t('change.done'));
            setChanging(false);
          }}
        />
      ) : null}
      {account && !changing ? <Detail account={account} done={done} change={() => setChanging(true)} /> : null}
    </Drawer>
  );
}

function Detail(props: { account: AccountRowFragment; done(words: string): void; change(): void }) {
  const { t } = useTranslation('accounts');
  const { account } = props;
  const own = useSession().account.id === account.id;
  const [send, sending] = useMutation(SendAccountLinkDocument);
  const [disable, disabling] = useMutation(DisableAccountDocument);
  const [enable, enabling] = useMutation(EnableAccountDocument);
  const [reset, resetting] = useMutation(ResetSecondFactorDocument);
  const error = [sending, disabling, enabling, resetting].find((one) => one.error)?.error;
  const variables = { input: { id: account.id } };
  // what is refused is said below the buttons
  const act = (work: Promise<unknown>, words: string) =>
    void work.then(
      () => props.done(words),
      () => undefined,
    );
  const when = (at: string | null | undefined) => (at ? moment(at) : t('never'));
  const isOpen = account.state !== 'DISABLED';
  return (
    <>
      <p>
        <AccountState account={account} />
      </p>
      {account.administrator ? <p className="quiet">{t('facts.administrator')}</p> : null}
      <div className="managed-acts">
        {isOpen ? <Button onClick={props.change}>{t('act.change')}</Button> : null}
        {isOpen && account.mail ? (
          <Button
            loading={sending.loading}
            onClick={() => act(send({ variables }), t('act.sent', { mail: account.mail }))}
          >
            {t(account.passwordSetAt ? 'act.reset' : 'act.invite')}
          </Button>
        ) : null}
        {account.secondFactorAt && !account.administrator && !own ? (
          <Popconfirm
            title={t('act.resetFactorSure')}
            okText={t('act.resetFactor')}
            cancelText={t('cancel')}
            onConfirm={() => act(reset({ variables }), t('act.factorReset'))}
          >
            <Button loading={resetting.loading}>{t('act.resetFactor')}</Button>
          </Popconfirm>
        ) : null}
        {isOpen && !own ? (
          <Popconfirm
            title={t('act.disableSure')}
            okText={t('act.disable')}
            cancelText={t('cancel')}
            onConfirm={() => act(disable({ variables }), t('act.disabled'))}
          >
            <Button danger loading={disabling.loading}>
              {t('act.disable')}
            </Button>
          </Popconfirm>
        ) : null}
        {isOpen ? null : (
          <Button
            type="primary"
            loading={enabling.loading}
            onClick={() => act(enable({ variables }), t('act.enabled'))}
          >
            {t('act.enable')}
          </Button>
        )}
      </div>
      {error ? (
        <p className="managed-refusal" role="alert">
          {errorText(error)}
        </p>
      ) : null}
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 112 } }}
        items={[
          { key: 'username', label: t('field.username'), children: account.username },
          { key: 'mail', label: t('field.mail'), children: account.mail },
          { key: 'seen', label: t('facts.seen'), children: when(account.lastSignInAt) },
          { key: 'factor', label: t('facts.factor'), children: when(account.secondFactorAt) },
          { key: 'password', label: t('facts.passwordSet'), children: when(account.passwordSetAt) },
          { key: 'invited', label: t('facts.invited'), children: when(account.invitedAt) },
          { key: 'created', label: t('facts.created'), children: when(account.createdAt) },
          ...(account.disabledAt
            ? [{ key: 'disabled', label: t('facts.disabled'), children: when(account.disabledAt) }]
            : []),
        ]}
      />
    </>
  );
}
