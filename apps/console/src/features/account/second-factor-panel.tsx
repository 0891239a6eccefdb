import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import type { OwnAccountPartsFragment } from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import type { Act } from './act-drawer';

/** Below this many recovery codes it is time for new ones. */
const FEW = 3;

/** Whether an authenticator guards the account, and what can be done with it. */
export function SecondFactorPanel({ account, act }: { account: OwnAccountPartsFragment; act(act: Act): void }) {
  const { t } = useTranslation('account');
  const { since, recoveryCodesLeft, compulsory } = account.secondFactor;
  return (
    <Panel title={t('factor.title')} note={compulsory ? t('factor.compulsory') : undefined}>
      <div className="account-row">
        <p>
          {since ? (
            <>
              <StateWord state="done">{t('factor.since', { day: dayOf(since) })}</StateWord>
              <span className="quiet">
                {recoveryCodesLeft < FEW ? (
                  <StateWord state="risk">
                    {recoveryCodesLeft === 0 ? t('factor.out') : t('factor.few', { count: recoveryCodesLeft })}
                  </StateWord>
                ) : (
                  t('factor.left', { count: recoveryCodesLeft })
                )}
              </span>
            </>
          ) : (
            <>
              <StateWord state="unplanned">{t('factor.none')}</StateWord>
              <span className="quiet">{t('factor.why')}</span>
            </>
          )}
        </p>
        <div className="account-acts">
          {since ? (
            <>
              <Button onClick={() => act('codes')}>{t('factor.renew')}</Button>
              <Button onClick={() => act('enrol')}>{t('factor.replace')}</Button>
              {compulsory ? null : (
                <Button danger onClick={() => act('remove')}>
                  {t('factor.remove')}
                </Button>
              )}
            </>
          ) : (
            <Button type="primary" onClick={() => act('enrol')}>
              {t('factor.enrol')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
