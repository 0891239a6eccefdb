import { useMutation } from '@apollo/client/react';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import {
  DeclineAdviceDocument,
  GiveAdviceDocument,
  type AdviceStance,
  type OwnAdviceRowFragment,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { STANCES } from './advice-words';
import { useFileToSend } from './use-file-to-send';

interface Fields {
  stance: AdviceStance;
  score?: number;
  text: string;
}

/** The opinion one is asked for; or why one gives none. */
export function ReviewForm({ advice, done }: { advice: OwnAdviceRowFragment; done(words: string): void }) {
  const { t } = useTranslation(['decision', 'console']);
  const [declining, setDeclining] = useState(false);
  const [give, giving] = useMutation(GiveAdviceDocument);
  const { fileId, sending, field } = useFileToSend();
  const { id, version, kind, scoreAsked } = advice;
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ stance, score, text }: Fields) => {
    const input = { id, version, stance, score: score ?? null, text: text.trim(), fileId };
    // a refusal is shown above the button; the words stay as they are
    const answer = await give({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('reviews.given'));
  };
  if (declining) return <Decline advice={advice} done={done} cancel={() => setDeclining(false)} />;
  return (
    <Form<Fields>
      className="entry-form"
      aria-label={t('reviews.yours')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="stance" label={t('reviews.stance')} rules={[needed]}>
        <Radio.Group options={STANCES.map((value) => ({ value, label: t(`advice.stance.${kind}.${value}`) }))} />
      </Form.Item>
      {scoreAsked ? (
        <Form.Item name="score" label={t('reviews.score')} rules={[needed]}>
          <Radio.Group
            optionType="button"
            options={[1, 2, 3, 4, 5].map((value) => ({ value, label: t('advice.points', { value }) }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="text" label={t('reviews.text')} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={8} maxLength={10_000} />
      </Form.Item>
      {field}
      {giving.error ? (
        <p role="alert" className="entry-refusal">
          {errorText(giving.error)}
        </p>
      ) : null}
      <div className="entry-form-foot">
        <Button onClick={() => setDeclining(true)}>{t('reviews.decline')}</Button>
        <Button type="primary" htmlType="submit" disabled={sending} loading={giving.loading}>
          {t('reviews.give')}
        </Button>
      </div>
    </Form>
  );
}

function Decline(props: { advice: OwnAdviceRowFragment; done(words: string): void; cancel(): void }) {
  const { t } = useTranslation(['decision', 'console']);
  const [decline, declining] = useMutation(DeclineAdviceDocument);
  const { id, version } = props.advice;
  const save = async ({ reason }: { reason: string }) => {
    const answer = await decline({ variables: { input: { id, version, reason: reason.trim() } } }).catch(() => null);
    if (answer?.data) props.done(t('reviews.declined'));
  };
  return (
    <Form<{ reason: string }>
      className="entry-form"
      aria-label={t('reviews.decline')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item
        name="reason"
        label={t('reviews.declineReason')}
        extra={t('reviews.declineHelp')}
        rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
      <FormFoot
        error={declining.error}
        loading={declining.loading}
        verb={t('reviews.decline')}
        danger
        cancel={props.cancel}
      />
    </Form>
  );
}
