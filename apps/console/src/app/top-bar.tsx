import { BgColorsOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../components/disclosure';
import { ScopeSelect } from '../components/scope-select';
import { Bell } from '../features/notifications/bell';
import { AsOfPicker } from './as-of';
import { DisplaySettings, LanguageButton } from './display-settings';
import { show } from './overlay-state';

/** Scope, date, search, language, display, help and bell. */
export function TopBar() {
  const { t } = useTranslation('console');
  return (
    <section className="top-bar" aria-label={t('shell.bar')}>
      <ScopeSelect />
      <AsOfPicker />
      <button type="button" className="top-search" aria-keyshortcuts="Control+K" onClick={() => show('palette')}>
        <SearchOutlined aria-hidden />
        <span>{t('shell.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <LanguageButton className="icon-button" />
      <Disclosure
        align="right"
        className="icon-button"
        label={t('shell.display')}
        button={<BgColorsOutlined aria-hidden />}
      >
        {() => <DisplaySettings />}
      </Disclosure>
      <button
        type="button"
        className="icon-button"
        aria-label={t('shell.help')}
        title={t('shell.help')}
        onClick={() => show('help')}
      >
        <QuestionCircleOutlined aria-hidden />
      </button>
      <Bell open={() => show('notifications')} />
    </section>
  );
}
