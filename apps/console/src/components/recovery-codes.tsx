import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './recovery-codes.css';

/** Ten codes that are shown this once, with ways to keep them. */
export function RecoveryCodes({ codes, username }: { codes: readonly string[]; username: string }) {
  const { t } = useTranslation('console');
  const [copied, setCopied] = useState(false);
  const text = [t('recovery.head', { username }), ...codes].join('\n');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // a browser may refuse; the codes can still be saved or written down
      () => setCopied(false),
    );
  return (
    <div className="recovery">
      <p>{t('recovery.what')}</p>
      <ol className="recovery-codes" aria-label={t('recovery.label')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="recovery-acts">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={`dangwu-${username}.txt`}
          className="link-button"
        >
          {t('recovery.save')}
        </a>
        <button type="button" className="link-button" onClick={() => void copy()}>
          {t('recovery.copy')}
        </button>
        <span role="status">{copied ? t('recovery.copied') : ''}</span>
      </p>
    </div>
  );
}
