import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { AccessRolesDocument, type AccessRolesQuery, type PermissionReach } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';

type Words = AccessRolesQuery['accessVocabulary'];

/** The widest first. */
const REACHES: readonly PermissionReach[] = ['ASSOCIATION', 'TREE', 'LEADS', 'OWN'];

/** What each role lets one do, and how far: the vocabulary that grants are made of. */
export function RolesView() {
  const { t } = useTranslation('access');
  const narrow = useNarrow();
  const { data, error, refetch } = useQuery(AccessRolesDocument);
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const { roles, permissions } = data.accessVocabulary;
  return (
    <>
      <p className="quiet">{t('roles.text')}</p>
      <ul className="roles-legend" aria-label={t('roles.legend')}>
        {REACHES.map((reach) => (
          <li key={reach}>
            <b>{t(`roles.reach.${reach}`)}</b> {t(`roles.reachLong.${reach}`)}
          </li>
        ))}
      </ul>
      {narrow ? (
        <div className="access-main">
          {roles.map((role) => (
            <RolePanel key={role.role} role={role} permissions={permissions} />
          ))}
        </div>
      ) : (
        <RolesTable roles={roles} permissions={permissions} />
      )}
    </>
  );
}

/** The reach of a permission of a role; the widest of several. */
function useReach(): (role: Words['roles'][number], key: string) => string | null {
  const { t } = useTranslation('access');
  return (role, key) => {
    const held = role.permissions.find((one) => one.key === key);
    const widest = held && REACHES.find((reach) => held.reaches.includes(reach));
    return widest ? t(`roles.reach.${widest}`) : null;
  };
}

function RolesTable({ roles, permissions }: Words) {
  const { t } = useTranslation('access');
  const reachOf = useReach();
  return (
    // it scrolls, so the keyboard must get to it
    <div className="roles-frame" role="region" aria-label={t('tab.roles')} tabIndex={0}>
      <table className="roles-table">
        <caption className="sr-only">{t('tab.roles')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roles.permission')}</th>
            {roles.map(({ role, name }) => (
              <th key={role} scope="col">
                {local(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{local(name)}</th>
              {roles.map((role) => (
                <td key={role.role}>{reachOf(role, key) ?? <span className="sr-only">{t('roles.no')}</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RolePanel({ role, permissions }: { role: Words['roles'][number]; permissions: Words['permissions'] }) {
  const { t } = useTranslation('access');
  const reachOf = useReach();
  const held = permissions.filter(({ key }) => reachOf(role, key));
  return (
    <Panel title={local(role.name)} note={t('roles.count', { count: held.length })}>
      {held.length === 0 ? <p className="quiet">{t('roles.nothing')}</p> : null}
      <ul className="roles-held">
        {held.map(({ key, name }) => (
          <li key={key}>
            {local(name)} <span>{reachOf(role, key)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
