import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { OwnAccountPartsFragment } from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import type { Act } from './act-drawer';

/** When the password was set, and the way to another. */
export function PasswordPanel({ account, act }: { account: OwnAccountPartsFragment; act(act: Act): void }) {
  const { t } = useTranslation('account');
  const { passwordSetAt, passwordLength } = account;
  return (
    <Panel title={t('password.title')}>
      <div className="account-row">
        <p>
          {passwordSetAt ? t('password.since', { day: dayOf(passwordSetAt) }) : t('password.none')}
          <span className="quiet">{t('password.rule', { count: passwordLength })}</span>
        </p>
        {passwordSetAt ? <Button onClick={() => act('password')}>{t('password.verb')}</Button> : null}
      </div>
    </Panel>
  );
}
