import { useQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { AccessVocabularyDocument, RightsAtDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useLiveEvent } from '../../lib/live-events';
import { text, useUrlState } from '../../lib/url-state';
import { Answer } from './answer';
import { Holders } from './holders';
import { PersonPicker } from './person-picker';
import { PersonGrants, ThreeAdministrators } from './side-panels';
import { AbilitiesTable } from './abilities-table';

const fields = { person: text(), permission: text(), at: text() };

/** 查一个权限: who, what, where, and why; then everything this person can do there, and everybody who can. */
export function CheckView() {
  const { t } = useTranslation('access');
  const [{ person, permission, at }, set] = useUrlState(fields);
  const vocabulary = useQuery(AccessVocabularyDocument).data?.accessVocabulary;
  const rights = useQuery(RightsAtDocument, {
    variables: { organizationId: at, accountId: person },
    skip: !at || !person,
    fetchPolicy: 'cache-and-network',
  });
  const everybody = useQuery(RightsAtDocument, {
    variables: { organizationId: at },
    skip: !at,
    fetchPolicy: 'cache-and-network',
  });
  useLiveEvent('access', () => {
    if (at) void everybody.refetch();
    if (at && person) void rights.refetch();
  });
  const error = rights.error ?? everybody.error;
  return (
    <div className="access-check">
      <div className="access-main">
        <Panel title={t('check.title')} note={t('check.note')}>
          <div className="check-words" role="search" aria-label={t('check.title')}>
            <PersonPicker
              className="check-person"
              label={t('check.person')}
              value={person}
              onChange={(id) => set({ person: id })}
            />
            <span>{t('check.can')}</span>
            <Select
              className="check-permission"
              showSearch={{ optionFilterProp: 'label' }}
              allowClear
              aria-label={t('check.permission')}
              placeholder={t('check.anything')}
              value={permission || undefined}
              onChange={(key?: string) => set({ permission: key ?? '' })}
              options={vocabulary?.permissions.map(({ key, name }) => ({ value: key, label: local(name) }))}
            />
            <span>{t('check.at')}</span>
            <OrganizationPicker value={at} onChange={(id) => set({ at: id ?? '' })} />
          </div>
          {error ? <ErrorView error={error} /> : null}
          {rights.data?.organization && vocabulary ? (
            <Answer
              organization={rights.data.organization}
              rows={rights.data.rightsAt}
              permission={permission}
              names={vocabulary.permissions}
            />
          ) : (
            <p className="quiet">{t('check.hint')}</p>
          )}
        </Panel>
        {rights.data?.organization && vocabulary ? (
          <AbilitiesTable
            organization={rights.data.organization.name}
            rows={rights.data.rightsAt}
            permissions={vocabulary.permissions}
            chosen={permission}
            onChoose={(key) => set({ permission: key })}
          />
        ) : null}
        {everybody.data?.organization ? (
          <Holders
            organization={everybody.data.organization.name}
            rows={everybody.data.rightsAt}
            permission={permission}
            onChoose={(id) => set({ person: id })}
          />
        ) : null}
      </div>
      <div className="access-side">
        {person ? <PersonGrants id={person} /> : null}
        <ThreeAdministrators />
      </div>
    </div>
  );
}
