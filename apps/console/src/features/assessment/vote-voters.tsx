import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OrganizationPicker } from '../../components/organization-picker';
import { AssessmentVotersDocument, type AssessmentVotersQuery } from '../../generated/graphql';

export type Voter = AssessmentVotersQuery['assessmentVoterCandidates']['people'][number];

/** Who votes: everybody of an organization at once, or by name. */
export function VoteVoters(props: { id: string; cycleId: string; value: Voter[]; onChange(voters: Voter[]): void }) {
  const { t } = useTranslation(['vote', 'cycle']);
  const { id, cycleId, value, onChange } = props;
  const [organizationId, setOrganizationId] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(AssessmentVotersDocument, {
    variables: { cycleId, organizationId, search },
    fetchPolicy: 'network-only',
  });
  const found = (data ?? previousData)?.assessmentVoterCandidates;
  const people = found?.people ?? [];
  const known = new Map([...value, ...people].map((one) => [one.id, one]));
  const fresh = people.filter((one) => !value.some((voter) => voter.id === one.id));
  return (
    <div className="vote-voters">
      <OrganizationPicker
        value={organizationId}
        onChange={(chosen) => {
          setOrganizationId(chosen);
          setSearch('');
        }}
        none={t('voters.everywhere')}
      />
      {organizationId && data ? (
        <p className="vote-voters-all">
          <Button size="small" disabled={fresh.length === 0} onClick={() => onChange([...value, ...fresh])}>
            {t('voters.add', { count: fresh.length })}
          </Button>
          {found && found.withoutAccount > 0 ? (
            <span className="quiet">{t('voters.without', { count: found.withoutAccount })}</span>
          ) : null}
        </p>
      ) : null}
      <Select
        id={id}
        mode="multiple"
        filterOption={false}
        loading={loading}
        maxTagCount={12}
        placeholder={t('voters.search')}
        value={value.map((one) => one.id)}
        onSearch={setSearch}
        onChange={(ids: string[]) => onChange(ids.flatMap((one) => known.get(one) ?? []))}
        options={[...known.values()].map(({ id: one, name, note }) => ({
          value: one,
          label: note ? t('cycle:scorers.person', { name, note }) : name,
        }))}
      />
    </div>
  );
}
