import { useMutation } from '@apollo/client/react';
import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import { ChangeAssessmentCycleDocument, type CycleStage } from '../../generated/graphql';
import type { CycleForm } from './act-drawer';
import { orderOf } from './cycle-words';

interface Fields {
  title: string;
  deadlines: Partial<Record<CycleStage, Dayjs>>;
  reason?: string;
}

/** 改动期限: of the stages that are not over. Once people rely on a deadline, moving it takes a reason. */
export function DeadlinesForm({ cycle, done, cancel }: CycleForm) {
  const { t } = useTranslation(['cycle', 'console']);
  const [change, changing] = useMutation(ChangeAssessmentCycleDocument);
  const [form] = Form.useForm<Fields>();
  const given = Form.useWatch('deadlines', form);
  const open = cycle.stages.filter(({ stage }) => orderOf(stage) >= orderOf(cycle.stage));
  const moved = open.filter(({ stage, dueOn }) => {
    const day = given?.[stage]?.format('YYYY-MM-DD');
    return day !== undefined && day !== dueOn;
  });
  const asked = moved.length > 0 && cycle.stage !== 'PREPARING';
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ title, deadlines, reason = '' }: Fields) => {
    const input = {
      id: cycle.id,
      version: cycle.version,
      title: title.trim(),
      deadlines: moved.map(({ stage, dueOn }) => ({ stage, dueOn: deadlines[stage]?.format('YYYY-MM-DD') ?? dueOn })),
      reason: reason.trim() || null,
    };
    const answer = await change({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('deadlines.done'));
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('deadlines.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{
        title: cycle.title,
        deadlines: Object.fromEntries(open.map(({ stage, dueOn }) => [stage, dayjs(dueOn)])),
      }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="title" label={t('column.title')} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={80} />
      </Form.Item>
      <fieldset className="cycle-deadlines">
        <legend>{t('open.deadlines')}</legend>
        {open.map(({ stage }) => (
          <EnterStays key={stage}>
            <Form.Item name={['deadlines', stage]} label={t(`stage.${stage}`)} rules={[needed]}>
              <DatePicker allowClear={false} />
            </Form.Item>
          </EnterStays>
        ))}
      </fieldset>
      {asked ? (
        <Form.Item
          name="reason"
          label={t('reasonLabel')}
          extra={t('deadlines.told')}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      ) : null}
      <FormFoot error={changing.error} loading={changing.loading} verb={t('deadlines.save')} cancel={cancel} />
    </Form>
  );
}
