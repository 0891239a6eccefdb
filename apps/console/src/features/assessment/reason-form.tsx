import { useMutation } from '@apollo/client/react';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  CancelAssessmentCycleDocument,
  ExcludeFromAssessmentDocument,
  RemoveAssessmentScorerDocument,
  TakeMetricSnapshotDocument,
} from '../../generated/graphql';
import type { CycleForm } from './act-drawer';

/** What takes a reason and nothing else. */
export type ReasonAct =
  | { kind: 'cancel' }
  | { kind: 'snapshot' }
  | { kind: 'exclude'; assessment: { id: string; version: number; subjectName: string } }
  | { kind: 'removeScorer'; scorer: { id: string; name: string; submitted: number } };

/** 取消, 取数, 不再考核, 移出专家: why. Figures that were never read are read without one. */
export function ReasonForm({ act, cycle, done, cancel }: CycleForm & { act: ReasonAct }) {
  const { t } = useTranslation(['cycle', 'console']);
  const { send, error, loading } = useSend(act, cycle);
  const name =
    act.kind === 'exclude' ? act.assessment.subjectName : act.kind === 'removeScorer' ? act.scorer.name : cycle.title;
  const again = act.kind !== 'snapshot' || Boolean(cycle.snapshotAt);
  const count = act.kind === 'removeScorer' ? act.scorer.submitted : 0;
  const save = async ({ reason = '' }: { reason?: string }) => {
    if (await send(reason.trim())) done(t(`${act.kind}.done`, { name }));
  };
  return (
    <Form<{ reason?: string }>
      className="entry-form"
      aria-label={t(`${act.kind}.verb`)}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t(again ? `${act.kind}.text` : 'snapshot.first', { name, count })}</p>
      {again ? (
        <Form.Item
          name="reason"
          label={t('reasonLabel')}
          rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={4} maxLength={500} />
        </Form.Item>
      ) : null}
      <FormFoot
        error={error}
        loading={loading}
        verb={t(`${act.kind}.verb`)}
        danger={act.kind !== 'snapshot'}
        cancel={cancel}
      />
    </Form>
  );
}

/** Sends it; true once it was taken. A refusal is shown above the buttons. */
function useSend(act: ReasonAct, { id, version }: CycleForm['cycle']) {
  const [cancel, cancelling] = useMutation(CancelAssessmentCycleDocument);
  const [snapshot, reading] = useMutation(TakeMetricSnapshotDocument);
  const [exclude, excluding] = useMutation(ExcludeFromAssessmentDocument);
  const [remove, removing] = useMutation(RemoveAssessmentScorerDocument);
  const state = { cancel: cancelling, snapshot: reading, exclude: excluding, removeScorer: removing }[act.kind];
  const sent = (reason: string): Promise<unknown> => {
    switch (act.kind) {
      case 'cancel':
        return cancel({ variables: { input: { id, version, reason } } });
      case 'snapshot':
        return snapshot({ variables: { input: { id, version, reason: reason || null } } });
      case 'exclude': {
        const { id: assessment, version: its } = act.assessment;
        return exclude({ variables: { input: { id: assessment, version: its, reason } } });
      }
      case 'removeScorer':
        return remove({ variables: { input: { id, version, scorerId: act.scorer.id, reason } } });
    }
  };
  const send = (reason: string): Promise<boolean> =>
    sent(reason).then(
      () => true,
      () => false,
    );
  return { send, error: state.error, loading: state.loading };
}
