import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setPreferences, usePreferences } from '../../lib/preferences';
import { HeatMap } from './heat-map';
import { NoticeIcon } from './icons';
import './door.css';

/**
 * The frame of the pages before the shell: sign-in, forgotten password, links in letters. Without Ant Design: they are
 * the first thing a phone loads. Fields and colours are the same tokens.
 */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('session');
  const { language } = usePreferences();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  const other = language === 'zh' ? 'en' : 'zh';
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
        {children}
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
