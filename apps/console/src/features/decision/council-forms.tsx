import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import {
  PlaceOnCouncilAgendaDocument,
  RecordCouncilOutcomeDocument,
  type CouncilOutcome,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import type { StepForm } from './step-drawer';

const OUTCOMES: readonly CouncilOutcome[] = ['ADOPTED', 'ADOPTED_WITH_CHANGES', 'NOT_ADOPTED'];
const iso = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** 送审: on which day the body that decides meets. The gate's refusal names the rule. */
export function PlaceForm({ matter, done, cancel }: StepForm) {
  const { t } = useTranslation(['decision', 'console']);
  const [place, placing] = useMutation(PlaceOnCouncilAgendaDocument);
  const { id, version, title, rule } = matter;
  const body = rule ? t(`decidingBody.${rule.decidingBody}`) : '';
  const save = async ({ meetingOn }: { meetingOn: Dayjs }) => {
    // a refusal is shown above the buttons; the day stays as it is
    const answer = await place({ variables: { input: { id, version, meetingOn: iso(meetingOn) } } }).catch(() => null);
    if (answer?.data) done(t('step.place.done', { title, body }));
  };
  return (
    <Form<{ meetingOn: Dayjs }>
      className="entry-form"
      aria-label={t('step.place.title')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ meetingOn: dayjs(today()) }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('step.place.text', { title, body })}</p>
      <EnterStays>
        <Form.Item
          name="meetingOn"
          label={t('step.place.meetingOn')}
          rules={[{ required: true, message: t('console:entry.missing') }]}
        >
          <DatePicker allowClear={false} disabledDate={(day: Dayjs) => iso(day) < today()} />
        </Form.Item>
      </EnterStays>
      <FormFoot error={placing.error} loading={placing.loading} verb={t('step.place.verb')} cancel={cancel} />
    </Form>
  );
}

interface OutcomeFields {
  outcome: CouncilOutcome;
  decidedOn: Dayjs;
  reason?: string;
}

/** 登记决定: what that body made of it, with reasons where it did not follow the opinion. */
export function CouncilOutcomeForm({ matter, done, cancel }: StepForm) {
  const { t } = useTranslation(['decision', 'console']);
  const [form] = Form.useForm<OutcomeFields>();
  const [record, recording] = useMutation(RecordCouncilOutcomeDocument);
  const { id, version, title, councilItem } = matter;
  const needed = { required: true, message: t('console:entry.missing') };
  const meeting = councilItem?.meetingOn ?? today();
  const differs = (Form.useWatch('outcome', form) ?? 'ADOPTED') !== 'ADOPTED';
  const save = async ({ outcome, decidedOn, reason }: OutcomeFields) => {
    const input = { id, version, outcome, decidedOn: iso(decidedOn), reason: reason?.trim() || null };
    const answer = await record({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('step.outcome.done', { title }));
  };
  return (
    <Form<OutcomeFields>
      form={form}
      className="entry-form"
      aria-label={t('step.outcome.title')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ outcome: 'ADOPTED', decidedOn: dayjs(meeting < today() ? meeting : today()) }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="outcome" label={t('step.outcome.outcome')} rules={[needed]}>
        <Radio.Group options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      </Form.Item>
      <EnterStays>
        <Form.Item name="decidedOn" label={t('step.outcome.decidedOn')} rules={[needed]}>
          <DatePicker allowClear={false} disabledDate={(day: Dayjs) => iso(day) > today() || iso(day) < meeting} />
        </Form.Item>
      </EnterStays>
      <Form.Item
        name="reason"
        label={t('step.outcome.reason')}
        extra={differs ? t('step.outcome.reasonHelp') : undefined}
        rules={differs ? [{ ...needed, whitespace: true }] : []}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <FormFoot error={recording.error} loading={recording.loading} verb={t('step.outcome.verb')} cancel={cancel} />
    </Form>
  );
}
