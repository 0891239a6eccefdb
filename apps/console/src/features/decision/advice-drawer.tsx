import { useMutation, useQuery } from '@apollo/client/react';
import { Checkbox, DatePicker, Drawer, Form, Input, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EnterStays } from '../../components/enter-stays';
import { FormFoot } from '../../components/entry-form';
import {
  AdviceCandidatesDocument,
  AskAdviceDocument,
  RevokeAdviceDocument,
  type AdviceKind,
  type MatterAdviceRowFragment,
} from '../../generated/graphql';
import { today } from '../../lib/dates';
import { plusDays } from '../../lib/plus-days';
import { useRested } from '../../lib/rested';
import { KINDS } from './advice-words';
import type { MatterDetail } from './matter-drawer';

export type AdviceAct = { name: 'ask' } | { name: 'revoke'; advice: MatterAdviceRowFragment };

/** The form of what is done about opinions. */
export function AdviceDrawer(props: {
  act: AdviceAct;
  matter: MatterDetail;
  close(): void;
  done(words: string): void;
}) {
  const { t } = useTranslation('decision');
  const { act, matter, close } = props;
  const title = t(`advice.${act.name}.title`);
  const done = (words: string) => {
    close();
    props.done(words);
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={480}
      open
      onClose={close}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      {act.name === 'ask' ? <Ask matter={matter} done={done} cancel={close} /> : null}
      {act.name === 'revoke' ? <Revoke advice={act.advice} done={done} cancel={close} /> : null}
    </Drawer>
  );
}

interface Fields {
  kind: AdviceKind;
  advisorId: string;
  question: string;
  scoreAsked: boolean;
  dueOn: Dayjs;
}

function Ask({ matter, done, cancel }: { matter: MatterDetail; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['decision', 'console']);
  const [form] = Form.useForm<Fields>();
  const [ask, asking] = useMutation(AskAdviceDocument);
  const needed = { required: true, message: t('console:entry.missing') };
  const first: AdviceKind =
    matter.rule?.legalCheck && matter.advice.some(({ kind, state }) => kind === 'EXPERT' && state === 'GIVEN')
      ? 'LEGAL'
      : 'EXPERT';
  const kind = Form.useWatch('kind', form) ?? first;
  const save = async ({ dueOn, question, ...fields }: Fields) => {
    const input = { matterId: matter.id, ...fields, question: question.trim(), dueOn: dueOn.format('YYYY-MM-DD') };
    // a refusal is shown above the buttons; the fields stay as they are
    const answer = await ask({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('advice.ask.done', { title: matter.title }));
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('advice.ask.title')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ kind: first, scoreAsked: first === 'EXPERT', dueOn: dayjs(plusDays(today(), 7)) }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="kind" label={t('advice.ask.kind')} rules={[needed]}>
        <Radio.Group
          options={KINDS.map((value) => ({ value, label: t(`advice.kind.${value}`) }))}
          onChange={() => form.setFieldValue('advisorId', undefined)}
        />
      </Form.Item>
      <Form.Item name="advisorId" label={t('advice.ask.whom')} extra={t(`advice.ask.who.${kind}`)} rules={[needed]}>
        <Advisor kind={kind} />
      </Form.Item>
      <Form.Item name="question" label={t('advice.ask.question')} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Form.Item name="scoreAsked" valuePropName="checked">
        <Checkbox>{t('advice.ask.score')}</Checkbox>
      </Form.Item>
      <EnterStays>
        <Form.Item name="dueOn" label={t('advice.ask.dueOn')} rules={[needed]}>
          <DatePicker allowClear={false} disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') < today()} />
        </Form.Item>
      </EnterStays>
      <FormFoot error={asking.error} loading={asking.loading} verb={t('advice.ask.verb')} cancel={cancel} />
    </Form>
  );
}

function Advisor(props: { kind: AdviceKind; id?: string; value?: string; onChange?(id: string): void }) {
  const { t } = useTranslation('decision');
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(AdviceCandidatesDocument, {
    variables: { kind: props.kind, search: useRested(search.trim()) ?? '' },
  });
  const found = (data ?? previousData)?.adviceCandidates ?? [];
  return (
    <Select
      id={props.id}
      value={props.value}
      onChange={props.onChange}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      notFoundContent={t('advice.ask.nobody')}
      options={found.map(({ id, name, note }) => ({
        value: id,
        label: note ? t('advice.ask.option', { name, note }) : name,
      }))}
    />
  );
}

function Revoke(props: { advice: MatterAdviceRowFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['decision', 'console']);
  const { id, version, advisorName: name } = props.advice;
  const [revoke, revoking] = useMutation(RevokeAdviceDocument);
  const save = async ({ reason }: { reason: string }) => {
    const answer = await revoke({ variables: { input: { id, version, reason: reason.trim() } } }).catch(() => null);
    if (answer?.data) props.done(t('advice.revoke.done', { name }));
  };
  return (
    <Form<{ reason: string }>
      className="entry-form"
      aria-label={t('advice.revoke.title')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <p>{t('advice.revoke.text', { name })}</p>
      <Form.Item
        name="reason"
        label={t('advice.revoke.reason')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <FormFoot
        error={revoking.error}
        loading={revoking.loading}
        verb={t('advice.revoke.verb')}
        danger
        cancel={props.cancel}
      />
    </Form>
  );
}
