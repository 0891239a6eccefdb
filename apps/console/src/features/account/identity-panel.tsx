import { useMutation } from '@apollo/client/react';
import { App, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { UnlinkIdentityDocument, type OwnAccountPartsFragment } from '../../generated/graphql';
import { dayOf, near } from '../../lib/dates';
import { errorText } from '../../lib/errors';
import { local, type LocalText } from '../../lib/i18n';
import type { Act } from './act-drawer';

/** Who one is at the provider of single sign-on; not shown where there is none. */
export function IdentityPanel(props: {
  account: OwnAccountPartsFragment;
  offer: LocalText | null;
  act(act: Act): void;
}) {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [unlink, { loading }] = useMutation(UnlinkIdentityDocument);
  const { identities } = props.account;
  if (!props.offer && identities.length === 0) return null;
  return (
    <Panel title={t('identity.title')} note={props.offer ? local(props.offer) : undefined}>
      {identities.map(({ id, label, linkedAt, lastUsedAt }) => (
        <div className="account-row" key={id}>
          <p>
            {label ?? t('identity.unnamed')}
            <span className="quiet">
              {t('identity.since', { day: dayOf(linkedAt) })}
              {lastUsedAt ? t('identity.used', { when: near(lastUsedAt) }) : t('identity.unused')}
            </span>
          </p>
          <Popconfirm
            title={t('identity.unlinkSure')}
            okText={t('identity.unlink')}
            cancelText={t('keep')}
            onConfirm={() =>
              unlink({ variables: { input: { id } } }).then(
                () => void message.success(t('identity.unlinked')),
                (thrown: unknown) => void message.error(errorText(thrown)),
              )
            }
          >
            <Button loading={loading}>{t('identity.unlink')}</Button>
          </Popconfirm>
        </div>
      ))}
      {props.offer && identities.length === 0 ? (
        <div className="account-row">
          <p>
            {t('identity.none')}
            <span className="quiet">{t('identity.why')}</span>
          </p>
          <Button onClick={() => props.act('link')}>{t('identity.link')}</Button>
        </div>
      ) : null}
    </Panel>
  );
}
