import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { BasisChip } from '../../components/basis-chip';
import { StateWord } from '../../components/state-glyph';
import { AccessGrantsDocument, GranteeNameDocument, type GrantRowFragment, type Role } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { Period, stateOf } from './period';
import { useNow } from './access-page';

/** The grants of one person that hold or will hold, where, by whom and until when. */
export function PersonGrants({ id }: { id: string }) {
  const { t } = useTranslation('access');
  const { data } = useQuery(GranteeNameDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (!data?.grantee) return null;
  const grants = data.grantee.grants.filter((grant) => stateOf(grant) !== 'ended');
  return (
    <Panel
      title={t('person.grants', { name: data.grantee.name })}
      note={t('person.count', { count: grants.length })}
      flush
    >
      {grants.length === 0 ? <p className="panel-line quiet">{t('person.none')}</p> : null}
      <ul className="grant-lines">
        {grants.map((grant) => (
          <GrantLine key={grant.id} grant={grant} />
        ))}
      </ul>
    </Panel>
  );
}

function GrantLine({ grant }: { grant: GrantRowFragment }) {
  const { t } = useTranslation('access');
  return (
    <li>
      <span className="grant-role">{local(grant.roleName)}</span>
      <span className="grant-period">
        <Period grant={grant} />
      </span>
      <span className="grant-where">{grant.organization?.name ?? t('way.association')}</span>
      <span className="grant-by">
        {grant.grantedByName
          ? t('grantedBy', { name: grant.grantedByName, basis: grant.basis ?? '' })
          : t('grantedBySetUp')}
      </span>
    </li>
  );
}

const ADMINISTRATORS: Role[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'];

/** 三员分立: three different people, which the database itself guarantees. */
export function ThreeAdministrators() {
  const { t } = useTranslation('access');
  const { data } = useQuery(AccessGrantsDocument, {
    variables: { first: 50, filter: { roles: ADMINISTRATORS, inForceAt: useNow() } },
  });
  const grants = data?.accessGrants.nodes ?? [];
  return (
    <Panel title={t('three.title')} flush>
      <dl className="three">
        {ADMINISTRATORS.map((role) => {
          const holders = grants.filter((grant) => grant.role === role);
          return (
            <div key={role}>
              <dt>{t(`three.${role}`)}</dt>
              <dd>{holders.map((grant) => grant.account?.name).join(t('comma')) || t('three.nobody')}</dd>
              <dd>
                <StateWord state={holders.length > 0 ? 'done' : 'risk'}>
                  {t(holders.length > 0 ? 'three.apart' : 'three.vacant')}
                </StateWord>
              </dd>
            </div>
          );
        })}
      </dl>
      <div className="panel-line">
        <p className="quiet">{t('three.text')}</p>
        <BasisChip>{t('three.basis')}</BasisChip>
      </div>
    </Panel>
  );
}
