import { AppstoreOutlined, LogoutOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Disclosure } from '../components/disclosure';
import { ScopeSelect } from '../components/scope-select';
import { Bell } from '../features/notifications/bell';
import { usePageTitle } from '../lib/page-title';
import { useScope } from '../lib/scope';
import { useSession } from '../lib/session';
import { useSignOut } from './account-menu';
import { AsOfPicker } from './as-of';
import { DisplaySettings, LanguageButton } from './display-settings';
import { menuIcons } from './menu-icons';
import { show } from './overlay-state';
import { paths, type Entry } from './routes';
import { useMenu } from './use-menu';

/** The first four of these that this person may use stand below; the rest under 更多. */
const TABS: Entry['key'][] = ['today', 'calendar', 'activities', 'matters', 'obligations', 'own', 'organizations'];

/** The bar above on a phone: mark, title, search, bell. */
export function MobileTop() {
  const { t } = useTranslation('console');
  const title = usePageTitle();
  return (
    <section className="mobile-top" aria-label={t('shell.bar')}>
      <span className="mark" aria-hidden="true">
        {t('mark')}
      </span>
      {/* The page's own h1 says the same to screen readers. */}
      <span className="mobile-title" aria-hidden="true">
        {title}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('shell.searchButton')}
        title={t('shell.searchButton')}
        onClick={() => show('palette')}
      >
        <SearchOutlined aria-hidden />
      </button>
      <Bell dot open={() => show('notifications')} />
    </section>
  );
}

/** The tabs below on a phone. */
export function MobileTabs() {
  const { t } = useTranslation('console');
  const { scoped } = useScope();
  const { account } = useSession();
  const signOut = useSignOut();
  const entries = useMenu().flatMap((group) => group.entries);
  const tabs = TABS.flatMap((key) => entries.find((entry) => entry.key === key) ?? []).slice(0, 4);
  const rest = entries.filter((entry) => !tabs.includes(entry));
  return (
    <nav className="mobile-tabs" aria-label={t('menu.label')}>
      {tabs.map((entry) => (
        <NavLink key={entry.key} className="mobile-tab" to={scoped(entry.path)} end={entry.path === paths.today}>
          {menuIcons[entry.key]}
          {t(`menu.${entry.key}`)}
        </NavLink>
      ))}
      <Disclosure
        up
        align="right"
        className="mobile-tab"
        button={
          <>
            <AppstoreOutlined aria-hidden />
            {t('menu.more')}
          </>
        }
      >
        {(close) => (
          <div className="mobile-more">
            <div className="menu-rows">
              <ScopeSelect up />
              <AsOfPicker />
              {rest.map((entry) =>
                entry.outside ? (
                  <a key={entry.key} href={entry.path} target="_blank" rel="noreferrer">
                    {menuIcons[entry.key]}
                    {t(`menu.${entry.key}`)}
                  </a>
                ) : (
                  <NavLink key={entry.key} to={scoped(entry.path)} onClick={close}>
                    {menuIcons[entry.key]}
                    {t(`menu.${entry.key}`)}
                  </NavLink>
                ),
              )}
            </div>
            <DisplaySettings />
            <div className="menu-rows">
              <LanguageButton className="" />
              <p>{account.name}</p>
              <NavLink to={paths.account} onClick={close}>
                <UserOutlined aria-hidden />
                {t('shell.account')}
              </NavLink>
              <button type="button" onClick={() => void signOut()}>
                <LogoutOutlined aria-hidden />
                {t('shell.signOut')}
              </button>
            </div>
          </div>
        )}
      </Disclosure>
    </nav>
  );
}
