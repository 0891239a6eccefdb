import { useMutation, useQuery } from '@apollo/client/react';
import { App, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ErrorView } from '../../components/error-view';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import {
  ChooseLanguageDocument,
  OwnAccountDocument,
  type Language,
  type OwnAccountPartsFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { setPreferences } from '../../lib/preferences';
import { ActDrawer, type Act } from './act-drawer';
import { FeedsPanel } from './feeds-panel';
import { IdentityPanel } from './identity-panel';
import { LettersPanel } from './letters-panel';
import { PasswordPanel } from './password-panel';
import { SecondFactorPanel } from './second-factor-panel';
import { SessionsPanel } from './sessions-panel';
import './account.css';

/** Why linking came back without a link; other words of the address count as the general one. */
const REFUSALS = ['SINGLE_SIGN_ON_LINKED', 'SINGLE_SIGN_ON_OVER', 'SINGLE_SIGN_ON_UNAVAILABLE'] as const;

/** 我的账号: what opens one's own account, where it is open, and the language of its letters. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const [act, setAct] = useState<Act | null>(null);
  const { data, error, refetch } = useQuery(OwnAccountDocument, { fetchPolicy: 'cache-and-network' });
  useToldByAddress();
  const account = data?.ownAccount;
  return (
    <>
      <PageHead
        title={t('title')}
        note={account ? t('who', { name: account.name, username: account.username }) : undefined}
      />
      <div className="page-body account-page">
        {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
        {account ? (
          <>
            <PasswordPanel account={account} act={setAct} />
            <SecondFactorPanel account={account} act={setAct} />
            <IdentityPanel account={account} offer={data.singleSignOn?.name ?? null} act={setAct} />
            <SessionsPanel account={account} reload={() => void refetch()} />
            <FeedsPanel />
            <LettersPanel account={account} />
            <FactsPanel account={account} />
          </>
        ) : null}
      </div>
      {act && account ? (
        <ActDrawer
          act={act}
          account={account}
          close={() => {
            setAct(null);
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}

/** Back from the provider: says how it went, once, and takes it out of the address. */
function useToldByAddress() {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const linked = search.has('linked');
  const refused = search.get('refused');
  useEffect(() => {
    if (!linked && refused === null) return;
    if (linked) void message.success(t('identity.linked'));
    else
      void message.error(t(`identity.refused.${REFUSALS.find((one) => one === refused) ?? 'SINGLE_SIGN_ON_REFUSED'}`));
    setSearch({}, { replace: true });
  }, [linked, refused, message, setSearch, t]);
}

function FactsPanel({ account }: { account: OwnAccountPartsFragment }) {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [choose, { loading }] = useMutation(ChooseLanguageDocument);
  const { mail, member } = account;
  return (
    <Panel title={t('facts.title')}>
      <dl className="account-facts">
        <dt>{t('facts.mail')}</dt>
        <dd>
          {mail ?? t('facts.noMail')}
          <span className="quiet">{t('facts.mailHelp')}</span>
        </dd>
        {member ? (
          <>
            <dt>{t('facts.member')}</dt>
            <dd>{t('facts.memberOf', { name: member.name, organization: member.organizationName })}</dd>
          </>
        ) : null}
        <dt id="account-language">{t('facts.language')}</dt>
        <dd>
          <Segmented<Language>
            aria-labelledby="account-language"
            name="account-language"
            disabled={loading}
            value={account.language}
            options={[
              { value: 'ZH', label: t('facts.zh') },
              { value: 'EN', label: t('facts.en') },
            ]}
            onChange={(language) => {
              choose({ variables: { input: { language } } }).then(
                () => setPreferences({ language: language === 'ZH' ? 'zh' : 'en' }),
                (thrown: unknown) => void message.error(errorText(thrown)),
              );
            }}
          />
          <span className="quiet">{t('facts.languageHelp')}</span>
        </dd>
      </dl>
    </Panel>
  );
}
