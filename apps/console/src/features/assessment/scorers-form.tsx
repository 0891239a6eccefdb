import { useMutation, useQuery } from '@apollo/client/react';
import { Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AssessmentGroupsDocument,
  NameAssessmentScorersDocument,
  ScorerCandidatesDocument,
  type ScorerCandidatesQuery,
} from '../../generated/graphql';
import type { CycleForm } from './act-drawer';
import { useGroupName } from './coverage-preview';

type Candidate = ScorerCandidatesQuery['assessmentScorerCandidates'][number];

/** 确定专家: one person, the groups to score, and whom to keep away from. */
export function ScorersForm({ cycle, done, cancel }: CycleForm) {
  const { t } = useTranslation(['cycle', 'console']);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Candidate | null>(null);
  const [groups, setGroups] = useState<string[]>([]);
  const [away, setAway] = useState<string[]>([]);
  const [missing, setMissing] = useState(false);
  const [name, naming] = useMutation(NameAssessmentScorersDocument);
  const groupName = useGroupName(cycle.groupBy);
  const all = useQuery(AssessmentGroupsDocument, { variables: { id: cycle.id } }).data?.assessmentGroups ?? [];
  const { data, previousData, loading } = useQuery(ScorerCandidatesDocument, {
    variables: { cycleId: cycle.id, search },
    fetchPolicy: 'network-only',
  });
  const people = (data ?? previousData)?.assessmentScorerCandidates ?? [];
  const choose = (id: string) => {
    const found = people.find((one) => one.id === id) ?? null;
    setChosen(found);
    setMissing(false);
    // better kept away from, unless whoever conducts says otherwise
    setAway((found?.suggested ?? []).map((one) => one.id));
  };
  const save = async () => {
    if (!chosen) return setMissing(true);
    const scorer = { accountId: chosen.id, groups: groups.length > 0 ? groups : null, recused: away };
    const input = { id: cycle.id, version: cycle.version, scorers: [scorer] };
    const answer = await name({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('scorers.done', { name: chosen.name }));
  };
  return (
    <Form className="entry-form" aria-label={t('scorers.verb')} layout="vertical" onFinish={() => void save()}>
      <p>{t('scorers.text')}</p>
      <Form.Item
        label={t('scorers.who')}
        htmlFor="scorer"
        validateStatus={missing ? 'error' : undefined}
        help={missing ? t('console:entry.missing') : undefined}
      >
        <Select
          id="scorer"
          showSearch
          filterOption={false}
          loading={loading}
          placeholder={t('scorers.search')}
          value={chosen?.id}
          onSearch={setSearch}
          onChange={choose}
          options={people.map(({ id, name: called, note }) => ({
            value: id,
            label: note ? t('scorers.person', { name: called, note }) : called,
          }))}
        />
      </Form.Item>
      <Form.Item label={t('scorers.groups')} htmlFor="scorer-groups">
        <Select
          id="scorer-groups"
          mode="multiple"
          placeholder={t('scorers.allGroups')}
          value={groups}
          onChange={setGroups}
          options={all.map((group) => ({ value: group.key, label: groupName(group) }))}
        />
      </Form.Item>
      {chosen && chosen.own.length > 0 ? (
        <p>{t('scorers.own', { names: chosen.own.map((one) => one.name).join(t('listComma')) })}</p>
      ) : null}
      {chosen && chosen.suggested.length > 0 ? (
        <fieldset className="cycle-deadlines">
          <legend>{t('scorers.away')}</legend>
          <p className="quiet">{t('scorers.awayHelp')}</p>
          <Checkbox.Group
            className="scorer-away"
            value={away}
            onChange={setAway}
            options={chosen.suggested.map((one) => ({ value: one.id, label: one.name }))}
          />
        </fieldset>
      ) : null}
      <FormFoot error={naming.error} loading={naming.loading} verb={t('scorers.save')} cancel={cancel} />
    </Form>
  );
}
