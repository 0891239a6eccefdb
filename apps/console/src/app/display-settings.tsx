import { Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { setPreferences, usePreferences, type Preferences } from '../lib/preferences';

/** Colours, density and size of text; at once, and remembered in this browser. */
export function DisplaySettings() {
  const { t } = useTranslation('console');
  const { mode, density, text } = usePreferences();
  const id = useId();
  return (
    <div className="display-rows">
      <span id={`${id}mode`}>{t('display.mode')}</span>
      <Segmented<Preferences['mode']>
        aria-labelledby={`${id}mode`}
        name={`${id}mode`}
        value={mode}
        onChange={(value) => setPreferences({ mode: value })}
        options={[
          { value: 'light', label: t('display.light') },
          { value: 'dark', label: t('display.dark') },
          { value: 'system', label: t('display.system') },
        ]}
      />
      <span id={`${id}density`}>{t('display.density')}</span>
      <Segmented<Preferences['density']>
        aria-labelledby={`${id}density`}
        name={`${id}density`}
        value={density}
        onChange={(value) => setPreferences({ density: value })}
        options={[
          { value: 'normal', label: t('display.normal') },
          { value: 'compact', label: t('display.compact') },
        ]}
      />
      <span id={`${id}text`}>{t('display.text')}</span>
      <Segmented<Preferences['text']>
        aria-labelledby={`${id}text`}
        name={`${id}text`}
        value={text}
        onChange={(value) => setPreferences({ text: value })}
        options={[
          { value: 'normal', label: t('display.standard') },
          { value: 'large', label: t('display.large') },
        ]}
      />
    </div>
  );
}

/** The other language, named in itself. */
export function LanguageButton({ className }: { className: string }) {
  const { t } = useTranslation('console');
  const { language } = usePreferences();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className={className}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setPreferences({ language: other })}
    >
      {t('shell.toLanguage')}
    </button>
  );
}
