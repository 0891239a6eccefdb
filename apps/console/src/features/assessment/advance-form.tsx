import { useMutation, useQuery } from '@apollo/client/react';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AdvanceAssessmentCycleDocument,
  AssessmentCycleConductDocument,
  type CycleStage,
} from '../../generated/graphql';
import type { CycleForm } from './act-drawer';
import { Gaps } from './gaps';
import { orderOf, STAGES } from './cycle-words';

interface Fields {
  to: CycleStage;
  reason?: string;
}

/** 进入下一阶段: what is missing is told first; to go on without it, or to pass over a stage, takes a reason. */
export function AdvanceForm({ cycle, done, cancel }: CycleForm) {
  const { t } = useTranslation(['cycle', 'console']);
  const [advance, advancing] = useMutation(AdvanceAssessmentCycleDocument);
  const { data } = useQuery(AssessmentCycleConductDocument, {
    variables: { id: cycle.id },
    fetchPolicy: 'network-only',
  });
  const [form] = Form.useForm<Fields>();
  const at = orderOf(cycle.stage);
  const next = STAGES[at + 1] ?? 'FINAL';
  const to = Form.useWatch('to', form) ?? next;
  const choices = cycle.stage === 'NOTICE' ? [next] : STAGES.slice(at + 1, orderOf('MODERATION') + 1);
  const gaps = data?.assessmentCycleGaps ?? [];
  const asked = gaps.length > 0 || to !== next;
  const save = async ({ reason = '' }: Fields) => {
    const input = { id: cycle.id, version: cycle.version, to, reason: reason.trim() || null };
    const answer = await advance({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    const { reading } = answer.data.advanceAssessmentCycle;
    done(t(reading ? 'advance.reading' : 'advance.done', { stage: t(`stage.${to}`) }));
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('advance.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ to: next }}
      onFinish={(fields) => void save(fields)}
    >
      <Gaps gaps={gaps} ready={Boolean(data)} />
      {cycle.stage === 'PREPARING' ? <p>{t('advance.tells', { count: cycle.progress.total })}</p> : null}
      {cycle.stage === 'SELF_ASSESSMENT' && !cycle.snapshotAt ? <p>{t('advance.reads')}</p> : null}
      {choices.length > 1 ? (
        <Form.Item name="to" label={t('advance.where')}>
          <Radio.Group
            className="cycle-stages-choice"
            options={choices.map((value) => ({
              value,
              label: t(value === next ? 'advance.next' : 'advance.skip', { stage: t(`stage.${value}`) }),
            }))}
          />
        </Form.Item>
      ) : null}
      {asked ? (
        <Form.Item
          name="reason"
          label={t(to === next ? 'advance.reason' : 'advance.skipReason')}
          rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      ) : null}
      <FormFoot
        error={advancing.error}
        loading={advancing.loading}
        disabled={gaps.some(({ refuses }) => refuses)}
        verb={t('advance.save', { stage: t(`stage.${to}`) })}
        cancel={cancel}
      />
    </Form>
  );
}
