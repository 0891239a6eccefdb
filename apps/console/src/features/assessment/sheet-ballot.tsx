import { useMutation } from '@apollo/client/react';
import { Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { RecordAssessmentVotesDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { grouped } from './grouped';
import { keepSheet } from './sheet-cache';
import type { Line } from './sheet-draft';

type Ballot = NonNullable<Line['ballot']>;

/** What a vote came to, by options; papers counted by hand are recorded by whoever verifies. */
export function SheetBallot({ line, ballot, assessmentId }: { line: Line; ballot: Ballot; assessmentId: string }) {
  const { t } = useTranslation('sheet');
  const [recording, setRecording] = useState(false);
  const { counted, papers, tellers, inSystem, recordable } = ballot;
  const sums = grouped(papers, ({ option }) => option);
  return (
    <>
      {counted ? (
        <p>
          {sums
            .map(([, of]) =>
              t('votes.option', { option: local(of[0]!.optionName), count: of.reduce((n, one) => n + one.papers, 0) }),
            )
            .join(' · ')}
          {tellers ? <span className="quiet sheet-said-words">{t('votes.by', { tellers })}</span> : null}
        </p>
      ) : (
        <p className="quiet">{t(inSystem ? 'ballotInSystem' : 'ballot')}</p>
      )}
      {recordable ? (
        <Button type="link" size="small" className="sheet-evidence-choose" onClick={() => setRecording(true)}>
          {t(counted ? 'votes.correct' : 'votes.record')}
        </Button>
      ) : null}
      {recording ? (
        <Drawer
          title={t('votes.title', { name: local(line.name) })}
          aria-label={t('votes.title', { name: local(line.name) })}
          size={420}
          open
          onClose={() => setRecording(false)}
          closable={{ 'aria-label': t('close'), placement: 'end' }}
        >
          <VotesForm line={line} ballot={ballot} assessmentId={assessmentId} close={() => setRecording(false)} />
        </Drawer>
      ) : null}
    </>
  );
}

interface Fields {
  papers: Record<string, number | null>;
  tellers: string;
}

const fieldOf = ({ group, option }: Ballot['papers'][number]): string => `${group} ${option}`;

function VotesForm(props: { line: Line; ballot: Ballot; assessmentId: string; close(): void }) {
  const { t } = useTranslation(['sheet', 'console']);
  const { line, ballot, assessmentId } = props;
  const [record, { error, loading }] = useMutation(RecordAssessmentVotesDocument, {
    update: (cache, { data }) => keepSheet(cache, data?.recordAssessmentVotes),
  });
  const groups = grouped(ballot.papers, ({ group }) => group);
  const needed = { required: true, message: t('console:entry.missing') };
  const send = async ({ papers, tellers }: Fields) => {
    const counted = ballot.papers.map((each) => ({
      group: each.group,
      option: each.option,
      papers: papers[fieldOf(each)] ?? 0,
    }));
    const input = { assessmentId, nodeKey: line.key, version: ballot.version, papers: counted, tellers };
    await record({ variables: { input } }).then(props.close, () => undefined);
  };
  return (
    <Form<Fields>
      className="entry-form"
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{
        papers: Object.fromEntries(ballot.papers.map((each) => [fieldOf(each), ballot.counted ? each.papers : null])),
        tellers: ballot.tellers ?? '',
      }}
      onFinish={(fields) => void send(fields)}
    >
      <p className="quiet">{t('votes.help')}</p>
      {groups.map(([, of]) => (
        <fieldset key={of[0]!.group} className="sheet-votes">
          <legend>{local(of[0]!.groupName)}</legend>
          {of.map((each) => (
            <Form.Item
              key={each.option}
              name={['papers', fieldOf(each)]}
              label={local(each.optionName)}
              rules={[needed]}
            >
              <InputNumber min={0} max={100_000} precision={0} suffix={t('votes.unit')} />
            </Form.Item>
          ))}
        </fieldset>
      ))}
      <Form.Item name="tellers" label={t('votes.tellers')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('votes.record')} cancel={props.close} />
    </Form>
  );
}
