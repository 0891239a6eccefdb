import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, refusalOf } from '../../lib/errors';
import { EyeIcon } from './icons';

/** A password with a button that shows it. */
export function PasswordField(props: {
  id: string;
  label: string;
  complete: 'current-password' | 'new-password';
  field?: RefObject<HTMLInputElement | null>;
  help?: string;
  error?: unknown;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation('session');
  const [shown, setShown] = useState(false);
  const described = [props.help && `${props.id}-help`, props.error && 'sign-in-problem'].filter(Boolean).join(' ');
  return (
    <>
      <label htmlFor={props.id}>{props.label}</label>
      <div className="sign-in-password">
        <input
          id={props.id}
          name={props.id}
          ref={props.field}
          type={shown ? 'text' : 'password'}
          autoComplete={props.complete}
          autoFocus={props.autoFocus}
          required
          aria-invalid={props.error ? true : undefined}
          aria-describedby={described || undefined}
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
      {props.help ? (
        <p id={`${props.id}-help`} className="sign-in-help">
          {props.help}
        </p>
      ) : null}
    </>
  );
}

/** What the API refused, read out when it comes. */
export function Problem({ error }: { error: unknown }) {
  return (
    <div aria-live="polite">
      {error ? (
        <p id="sign-in-problem" className="sign-in-problem" data-code={refusalOf(error)?.reason}>
          {errorText(error)}
        </p>
      ) : null}
    </div>
  );
}

/** The one button of a form. */
export function Submit({ busy, children }: { busy: boolean; children: string }) {
  const { t } = useTranslation('session');
  return (
    <button type="submit" className="sign-in-submit" disabled={busy}>
      {busy ? t('busy') : children}
    </button>
  );
}
