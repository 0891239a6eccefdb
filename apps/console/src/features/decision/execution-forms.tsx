import { useMutation } from '@apollo/client/react';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  AddMilestoneDocument,
  CloseMatterDocument,
  DropMilestoneDocument,
  ExecuteMatterDocument,
  ReportBackDocument,
  type MilestoneRowFragment,
} from '../../generated/graphql';
import { MilestoneFields, milestoneOf, newMilestone, type MilestoneValues } from './milestone-fields';
import type { StepForm } from './step-drawer';
import { useFileToSend } from './use-file-to-send';

const form = { className: 'entry-form', layout: 'vertical', requiredMark: false, autoComplete: 'off' } as const;

/** 转入执行: what is to be done, each thing with its owner and day. */
export function MilestonesForm({ matter, done, cancel }: StepForm) {
  const { t } = useTranslation('decision');
  const [execute, executing] = useMutation(ExecuteMatterDocument);
  const { id, version, title } = matter;
  const save = async ({ milestones }: { milestones: MilestoneValues[] }) => {
    const input = { id, version, milestones: milestones.map(milestoneOf) };
    // a refusal is shown above the buttons; the fields stay as they are
    const answer = await execute({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('step.execute.done', { title }));
  };
  return (
    <Form<{ milestones: MilestoneValues[] }>
      {...form}
      aria-label={t('step.execute.title')}
      initialValues={{ milestones: [newMilestone()] }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('step.execute.text')}</p>
      <Form.List name="milestones">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, i) => (
              <fieldset key={key} className="milestone-entry">
                <legend>{t('milestone.no', { no: i + 1 })}</legend>
                <MilestoneFields matterId={id} path={[name]} />
                {fields.length > 1 ? (
                  <Form.Item>
                    <Button onClick={() => remove(name)}>{t('milestone.leaveOut', { no: i + 1 })}</Button>
                  </Form.Item>
                ) : null}
              </fieldset>
            ))}
            <Form.Item>
              <Button onClick={() => add(newMilestone())} disabled={fields.length >= 50}>
                {t('milestone.another')}
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <FormFoot error={executing.error} loading={executing.loading} verb={t('step.execute.verb')} cancel={cancel} />
    </Form>
  );
}

/** 添加节点. */
export function MilestoneForm({ matter, done, cancel }: StepForm) {
  const { t } = useTranslation('decision');
  const [add, adding] = useMutation(AddMilestoneDocument);
  const { id, version } = matter;
  const save = async ({ milestone }: { milestone: MilestoneValues }) => {
    const input = { id, version, milestone: milestoneOf(milestone) };
    const answer = await add({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('step.milestone.done', { text: input.milestone.text }));
  };
  return (
    <Form<{ milestone: MilestoneValues }>
      {...form}
      aria-label={t('step.milestone.title')}
      initialValues={{ milestone: newMilestone() }}
      onFinish={(fields) => void save(fields)}
    >
      <MilestoneFields matterId={id} path={['milestone']} />
      <FormFoot error={adding.error} loading={adding.loading} verb={t('step.milestone.verb')} cancel={cancel} />
    </Form>
  );
}

/** 取消节点, with the reason. */
export function DropForm({ matter, milestone, done, cancel }: StepForm & { milestone: MilestoneRowFragment }) {
  const { t } = useTranslation(['decision', 'console']);
  const [drop, dropping] = useMutation(DropMilestoneDocument);
  const { text } = milestone;
  const save = async ({ reason }: { reason: string }) => {
    const input = { id: matter.id, version: matter.version, milestoneId: milestone.id, reason: reason.trim() };
    const answer = await drop({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('step.drop.done', { text }));
  };
  return (
    <Form<{ reason: string }> {...form} aria-label={t('step.drop.title')} onFinish={(fields) => void save(fields)}>
      <p>{t('step.drop.text', { text })}</p>
      <Form.Item
        name="reason"
        label={t('step.drop.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <FormFoot error={dropping.error} loading={dropping.loading} verb={t('step.drop.verb')} danger cancel={cancel} />
    </Form>
  );
}

/** 反馈: how it is carried out, with a file where there is one. */
export function ReportBackForm({ matter, done, cancel }: StepForm) {
  const { t } = useTranslation(['decision', 'console']);
  const [report, reporting] = useMutation(ReportBackDocument);
  const { fileId, sending, field } = useFileToSend();
  const save = async ({ text }: { text: string }) => {
    const input = { id: matter.id, version: matter.version, text: text.trim(), fileId };
    const answer = await report({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('step.report.done'));
  };
  return (
    <Form<{ text: string }> {...form} aria-label={t('step.report.title')} onFinish={(fields) => void save(fields)}>
      <Form.Item
        name="text"
        label={t('step.report.text')}
        extra={t('step.report.help')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={8} maxLength={10_000} />
      </Form.Item>
      {field}
      <FormFoot
        error={reporting.error}
        loading={reporting.loading}
        disabled={sending}
        verb={t('step.report.verb')}
        cancel={cancel}
      />
    </Form>
  );
}

/** 办结: with a note where nothing is carried out. */
export function CloseForm({ matter, done, cancel }: StepForm) {
  const { t } = useTranslation(['decision', 'console']);
  const [close, closing] = useMutation(CloseMatterDocument);
  const { id, version, title, state } = matter;
  const carriedOut = state === 'IN_EXECUTION';
  const save = async ({ note }: { note?: string }) => {
    const answer = await close({ variables: { input: { id, version, note: note?.trim() || null } } }).catch(() => null);
    if (answer?.data) done(t('step.close.done', { title }));
  };
  return (
    <Form<{ note?: string }> {...form} aria-label={t('step.close.title')} onFinish={(fields) => void save(fields)}>
      <p>{t(carriedOut ? 'step.close.carriedOut' : 'step.close.notCarriedOut')}</p>
      <Form.Item
        name="note"
        label={t(carriedOut ? 'step.close.noteMaybe' : 'step.close.note')}
        rules={carriedOut ? [] : [{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <FormFoot error={closing.error} loading={closing.loading} verb={t('step.close.verb')} cancel={cancel} />
    </Form>
  );
}
