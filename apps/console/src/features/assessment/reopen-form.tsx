import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { ReopenAssessmentCycleDocument, type CycleStage } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { plusDays } from '../../lib/plus-days';
import type { CycleForm } from './act-drawer';
import { DATED, orderOf } from './cycle-words';

interface Fields {
  to: CycleStage;
  dueOn: Dayjs;
  reason: string;
}

/** 退回: to an earlier stage, with a new deadline; those behind it that would come before follow it. */
export function ReopenForm({ cycle, done, cancel }: CycleForm) {
  const { t } = useTranslation(['cycle', 'console']);
  const [reopen, reopening] = useMutation(ReopenAssessmentCycleDocument);
  const choices = DATED.filter((stage) => orderOf(stage) < orderOf(cycle.stage));
  const published = orderOf(cycle.stage) >= orderOf('NOTICE');
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ to, dueOn, reason }: Fields) => {
    const day = dueOn.format('YYYY-MM-DD');
    const deadlines = cycle.stages
      .filter((one) => one.stage === to || (orderOf(one.stage) > orderOf(to) && one.dueOn < day))
      .map(({ stage }) => ({ stage, dueOn: day }));
    const input = { id: cycle.id, version: cycle.version, to, deadlines, reason: reason.trim() };
    const answer = await reopen({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('reopen.done', { stage: t(`stage.${to}`) }));
  };
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('reopen.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ to: choices.at(-1), dueOn: dayjs(plusDays(today(), 5)) }}
      onFinish={(fields) => void save(fields)}
    >
      <p>{published ? t('reopen.unpublishes') : t('reopen.text')}</p>
      <Form.Item name="to" label={t('reopen.to')}>
        <Radio.Group
          className="cycle-stages-choice"
          options={choices.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
      </Form.Item>
      <EnterStays>
        <Form.Item name="dueOn" label={t('reopen.dueOn')} rules={[needed]}>
          <DatePicker allowClear={false} disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') < today()} />
        </Form.Item>
      </EnterStays>
      <Form.Item name="reason" label={t('reasonLabel')} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <FormFoot error={reopening.error} loading={reopening.loading} verb={t('reopen.verb')} danger cancel={cancel} />
    </Form>
  );
}
