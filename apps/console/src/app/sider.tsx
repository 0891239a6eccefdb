import { ExportOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { ScopedLink } from '../components/scoped-link';
import { useScope } from '../lib/scope';
import { useSession } from '../lib/session';
import { AccountMenu } from './account-menu';
import { menuIcons } from './menu-icons';
import { paths } from './routes';
import { useMenu } from './use-menu';

/** The side bar: who we are, the menu by work, who is signed in. */
export function Sider() {
  const { t } = useTranslation('console');
  const { association } = useSession();
  const { scoped } = useScope();
  const groups = useMenu();
  return (
    <div className="sider">
      <ScopedLink className="sider-brand" to={paths.today}>
        <span className="mark" aria-hidden="true">
          {t('mark')}
        </span>
        <strong>{t('product')}</strong>
        <span title={association.name}>{association.name}</span>
      </ScopedLink>
      <nav className="sider-menu" aria-label={t('menu.label')}>
        {groups.map(({ group, entries }) => (
          <section key={group ?? 'top'}>
            {group ? <h2 className="sider-group">{t(`menu.${group}`)}</h2> : null}
            <ul>
              {entries.map((entry) => (
                <li key={entry.key}>
                  {entry.outside ? (
                    <a href={entry.path} target="_blank" rel="noreferrer">
                      {menuIcons[entry.key]}
                      {t(`menu.${entry.key}`)}
                      <ExportOutlined className="sider-outside" aria-hidden />
                    </a>
                  ) : (
                    <NavLink to={scoped(entry.path)} end={entry.path === paths.today}>
                      {menuIcons[entry.key]}
                      {t(`menu.${entry.key}`)}
                    </NavLink>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className="sider-foot">
        <AccountMenu />
      </div>
    </div>
  );
}
