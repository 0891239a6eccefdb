import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { SignInDocument } from '../../generated/graphql';
import { apollo } from '../../lib/apollo';
import { errorText, refusalOf } from '../../lib/errors';
import { setPreferences, usePreferences } from '../../lib/preferences';
import { EyeIcon, NoticeIcon } from './icons';
import { HeatMap } from './heat-map';
import './sign-in-page.css';

/** Only pages of this console: an address from outside must not send people elsewhere after signing in. */
const inside = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');

/**
 * Sign-in, a page of its own without Ant Design: it is the first thing a phone loads.
 * Fields and colours are the same tokens.
 */
export function SignInPage() {
  const { t } = useTranslation('session');
  const { language } = usePreferences();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const password = useRef<HTMLInputElement>(null);
  const username = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t('documentTitle');
  }, [t]);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      const input = { username: String(form.get('username')).trim(), password: String(form.get('password')) };
      await apollo.mutate({ mutation: SignInDocument, variables: { input } });
      await navigate(inside(search.get('to')), { replace: true });
    } catch (refused) {
      setError(refused);
      setBusy(false);
      password.current?.select();
      password.current?.focus();
    }
  }

  const other = language === 'zh' ? 'en' : 'zh';
  const problem = error ? errorText(error) : null;
  return (
    <div className="sign-in">
      <div className="sign-in-side">
        <p className="sign-in-brand">
          <span className="sign-in-mark" aria-hidden="true">
            {t('mark')}
          </span>
          {t('product')}
        </p>
        <div className="sign-in-name">
          <p className="sign-in-platform">{t('platform')}</p>
          <p className="sign-in-words">
            {t('words.first')}
            <br />
            {t('words.second')}
          </p>
        </div>
        <p className="sign-in-version">{t('version', { version: __VERSION__ })}</p>
        <HeatMap />
      </div>
      <main className="sign-in-main">
        <form className="sign-in-form" onSubmit={(event) => void signIn(event)} aria-describedby="sign-in-notice">
          <h1>{t('title')}</h1>
          {search.has('expired') && !problem ? (
            <p className="sign-in-expired" role="status">
              {t('expired')}
            </p>
          ) : null}
          <label htmlFor="username">{t('username')}</label>
          <input
            id="username"
            name="username"
            ref={username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
          />
          <label htmlFor="password">{t('password')}</label>
          <div className="sign-in-password">
            <input
              id="password"
              name="password"
              ref={password}
              type={shown ? 'text' : 'password'}
              autoComplete="current-password"
              required
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? 'sign-in-problem' : undefined}
            />
            <button
              type="button"
              aria-pressed={shown}
              aria-label={t('showPassword')}
              title={t('showPassword')}
              onClick={() => setShown(!shown)}
            >
              <EyeIcon open={shown} />
            </button>
          </div>
          <div aria-live="polite">
            {problem ? (
              <p id="sign-in-problem" className="sign-in-problem" data-code={refusalOf(error)?.reason}>
                {problem}
                {refusalOf(error)?.reason === 'SIGN_IN_REFUSED' ? t('forgotten') : null}
              </p>
            ) : null}
          </div>
          <button type="submit" className="sign-in-submit" disabled={busy}>
            {busy ? t('busy') : t('submit')}
          </button>
        </form>
        <p id="sign-in-notice" className="sign-in-notice">
          <NoticeIcon />
          <span>{t('notice')}</span>
        </p>
        <button
          type="button"
          className="sign-in-language"
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => setPreferences({ language: other })}
        >
          {t('toLanguage')}
        </button>
      </main>
    </div>
  );
}
