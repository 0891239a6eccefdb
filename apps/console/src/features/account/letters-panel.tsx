import { useMutation } from '@apollo/client/react';
import { App, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ChooseLettersDocument, type OwnAccountPartsFragment } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';

/** Which letters one gets; under the bell everything is told all the same. */
export function LettersPanel({ account }: { account: OwnAccountPartsFragment }) {
  const { t } = useTranslation('account');
  const { message } = App.useApp();
  const [choose, { loading }] = useMutation(ChooseLettersDocument);
  const { letters, mail } = account;
  const turn = (key: string, on: boolean) => {
    const off = letters.filter((one) => (one.key === key ? !on : !one.on)).map((one) => one.key);
    choose({ variables: { input: { off } } }).catch((thrown: unknown) => void message.error(errorText(thrown)));
  };
  return (
    <Panel title={t('letters.title')} note={mail ?? t('facts.noMail')}>
      <p className="quiet">{t('letters.help')}</p>
      <ul className="account-letters">
        {letters.map(({ key, name, text, on, compulsory }) => (
          <li key={key}>
            <span id={`letters-${key}`}>
              <strong>{local(name)}</strong>
              <span className="quiet">{local(text)}</span>
            </span>
            {compulsory ? (
              <span className="quiet">{t('letters.compulsory')}</span>
            ) : (
              <Switch
                aria-labelledby={`letters-${key}`}
                checked={on}
                disabled={loading}
                onChange={(now) => turn(key, now)}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
