import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  BeginAssessmentCastingDocument,
  CountAssessmentVoteDocument,
  VoidAssessmentVoteDocument,
  type ConductedVoteFragment,
} from '../../generated/graphql';
import { local } from '../../lib/i18n';
import type { VoteChoices } from './votes-page';

export type VoteAct = 'begin' | 'count' | 'void';

/** 开始投票, 计票, 作废: what it means, and why where that is asked. */
export function VoteActForm(props: {
  act: VoteAct;
  vote: ConductedVoteFragment;
  choices: VoteChoices;
  cancel(): void;
  done(): void;
}) {
  const { t } = useTranslation(['vote', 'cycle', 'console']);
  const { act, vote, choices, cancel, done } = props;
  const { issued, voters, cast } = vote;
  const { send, error, loading } = useSend(act, vote.id);
  const few = act === 'begin' && issued < choices.fewest;
  const asked = act === 'void' || few;
  return (
    <Form<{ reason?: string }>
      className="entry-form"
      aria-label={t(`${act}.verb`)}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={({ reason = '' }) => void send(reason.trim()).then((taken) => taken && done())}
    >
      <p>{t(`${act}.text`, { issued, voters, cast, left: voters - issued })}</p>
      {few ? <p>{t('few', { fewest: choices.fewest, basis: local(choices.fewestBasis) })}</p> : null}
      {asked ? (
        <Form.Item
          name="reason"
          label={t(few ? 'fewReason' : 'cycle:reasonLabel')}
          rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      ) : null}
      <FormFoot error={error} loading={loading} verb={t(`${act}.verb`)} danger={act === 'void'} cancel={cancel} />
    </Form>
  );
}

/** Sends it; true once it was taken. A refusal is shown above the buttons. */
function useSend(act: VoteAct, voteId: string) {
  const [begin, beginning] = useMutation(BeginAssessmentCastingDocument);
  const [count, counting] = useMutation(CountAssessmentVoteDocument);
  const [giveUp, givingUp] = useMutation(VoidAssessmentVoteDocument);
  const state = { begin: beginning, count: counting, void: givingUp }[act];
  const sent = (reason: string): Promise<unknown> => {
    if (act === 'begin') return begin({ variables: { input: { voteId, reason: reason || null } } });
    if (act === 'count') return count({ variables: { input: { voteId } } });
    return giveUp({ variables: { input: { voteId, reason } } });
  };
  const send = (reason: string): Promise<boolean> =>
    sent(reason).then(
      () => true,
      () => false,
    );
  return { send, error: state.error, loading: state.loading };
}
