import { useMutation, useQuery } from '@apollo/client/react';
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { AssessmentVoteSubjectsDocument, OpenAssessmentVoteDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { VoteVoters, type Voter } from './vote-voters';
import type { VoteChoices } from './votes-page';

/** As many as one paper is likely to hold; the API says how many. */
const most = 100;

/** 开始测评: which indicator, whose votes, who is marked, who votes. */
export function VoteOpenForm(props: { cycleId: string; choices: VoteChoices; cancel(): void; done(): void }) {
  const { t } = useTranslation(['vote', 'console']);
  const { cycleId, choices, cancel, done } = props;
  const [nodeKey, setNodeKey] = useState(choices.indicators[0]!.key);
  const indicator = choices.indicators.find(({ key }) => key === nodeKey)!;
  const [groupKey, setGroupKey] = useState(indicator.groups[0]!.key);
  const [subjects, setSubjects] = useState<string[] | null>(null);
  const [voters, setVoters] = useState<Voter[]>([]);
  const [tried, setTried] = useState(false);
  const [open, { error, loading }] = useMutation(OpenAssessmentVoteDocument);
  const { data } = useQuery(AssessmentVoteSubjectsDocument, {
    variables: { first: most, filter: { cycleId, participations: ['REQUIRED', 'OPTED_IN'] } },
    fetchPolicy: 'network-only',
  });
  const group = indicator.groups.some(({ key }) => key === groupKey) ? groupKey : indicator.groups[0]!.key;
  const held = new Set(
    choices.held
      .filter((one) => one.nodeKey === nodeKey && (!one.groupKey || one.groupKey === group))
      .map(({ assessmentId }) => assessmentId),
  );
  const assessed = (data?.assessments.nodes ?? []).filter(({ id }) => !held.has(id));
  // everybody, until somebody is left out
  const chosen = (subjects ?? assessed.map(({ id }) => id)).filter((id) => !held.has(id));
  const few = voters.length < choices.fewest && voters.length >= choices.floor;
  const missing = (empty: boolean) =>
    tried && empty ? { validateStatus: 'error' as const, help: t('console:entry.missing') } : {};
  const save = async ({ reason = '' }: { reason?: string }) => {
    setTried(true);
    if (chosen.length === 0 || voters.length === 0) return;
    const input = {
      ...{ cycleId, nodeKey, groupKey: group, assessmentIds: chosen },
      voterIds: voters.map(({ id }) => id),
      reason: reason.trim() || null,
    };
    const answer = await open({ variables: { input } }).catch(() => null);
    if (answer?.data) done();
  };
  return (
    <Form<{ reason?: string }>
      className="entry-form"
      aria-label={t('open.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('open.text')}</p>
      {choices.indicators.length > 1 ? (
        <Form.Item label={t('open.indicator')} htmlFor="vote-indicator">
          <Select
            id="vote-indicator"
            value={nodeKey}
            onChange={setNodeKey}
            options={choices.indicators.map(({ key, name }) => ({ value: key, label: local(name) }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item label={t('open.group')}>
        <Radio.Group
          value={group}
          onChange={(event) => setGroupKey(event.target.value as string)}
          options={indicator.groups.map(({ key, name }) => ({ value: key, label: local(name) }))}
        />
      </Form.Item>
      <Form.Item
        label={t('open.subjects', { count: chosen.length })}
        htmlFor="vote-subjects"
        extra={t('open.subjectsHelp')}
        {...missing(data !== undefined && chosen.length === 0)}
      >
        <Select
          id="vote-subjects"
          mode="multiple"
          maxTagCount={6}
          optionFilterProp="label"
          placeholder={data && assessed.length === 0 ? t('open.subjectsNone') : undefined}
          value={chosen}
          onChange={setSubjects}
          options={assessed.map(({ id, subjectName }) => ({ value: id, label: subjectName }))}
        />
      </Form.Item>
      <Form.Item
        label={t('open.voters', { count: voters.length })}
        htmlFor="vote-voters"
        {...missing(voters.length === 0)}
      >
        <VoteVoters id="vote-voters" cycleId={cycleId} value={voters} onChange={setVoters} />
      </Form.Item>
      {few ? (
        <Form.Item
          name="reason"
          label={t('fewReason')}
          extra={t('few', { fewest: choices.fewest, basis: local(choices.fewestBasis) })}
          rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      ) : null}
      <FormFoot error={error} loading={loading} verb={t('open.save')} cancel={cancel} />
    </Form>
  );
}
