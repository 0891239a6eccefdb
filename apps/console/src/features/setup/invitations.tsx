import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SetUpMutation } from '../../generated/graphql';
import { local } from '../../lib/i18n';

/** The links by which each person sets the password. They are shown this once. */
export function Invitations({ done }: { done: SetUpMutation['setUp'] }) {
  const { t } = useTranslation('setup');
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (username: string, link: string) =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(username),
      // a browser may refuse; the link can still be marked and copied by hand
      () => setCopied(null),
    );
  return (
    <div className="sign-in-inner">
      <p className="sign-in-told" role="status">
        {t('done', { association: done.association })}
      </p>
      <p className="sign-in-help">{t('help.links')}</p>
      <ul className="setup-links">
        {done.invitations.map(({ role, roleName, name, username, link, mail }) => (
          <li key={role}>
            <p>
              <strong>{name}</strong> {local(roleName)}
            </p>
            <p className="sign-in-help">{mail ? t('mailed', { username, mail }) : t('notMailed', { username })}</p>
            <p>
              <code>{link}</code>
            </p>
            <button type="button" className="link-button" onClick={() => void copy(username, link)}>
              {t(copied === username ? 'copied' : 'copy')}
              <span className="sr-only">{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="sign-in-links">
        <Link to="/login">{t('closed.signIn')}</Link>
      </p>
    </div>
  );
}
