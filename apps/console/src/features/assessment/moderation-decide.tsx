import { useMutation } from '@apollo/client/react';
import { Button, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { DecideObjectionDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { DECIMAL, settable } from './moderation-adjust';
import type { ResultForm } from './moderation-drawer';
import { differenceText, pointsText } from './result-numbers';
import type { Objection } from './result-objections';

interface Fields {
  upheld: boolean;
  points?: { nodeKey: string; points: string }[];
  answer: string;
}

/** 处理异议: upheld, with the points that are set right, or not; and the answer. */
export function ModerationDecide({ result, objection, done, cancel }: ResultForm & { objection: Objection }) {
  const { t } = useTranslation(['result', 'console']);
  const [decide, { error, loading }] = useMutation(DecideObjectionDocument);
  const [form] = Form.useForm<Fields>();
  const upheld = Form.useWatch('upheld', form) ?? null;
  const nodes = settable(result.nodes);
  const about = nodes.find(({ key }) => key === objection.nodeKey);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ answer: given, points }: Fields) => {
    const { id, version } = objection;
    const set = (points ?? []).map((one) => ({ nodeKey: one.nodeKey, points: one.points.trim() }));
    const input = { id, version, upheld: upheld === true, answer: given.trim(), points: upheld ? set : null };
    const answer = await decide({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    const after = answer.data.decideObjection?.total;
    const changed = upheld && result.total && after;
    done(
      changed
        ? t('decide.changed', {
            before: pointsText(result.total),
            after: pointsText(after),
            difference: differenceText(result.total ?? '', after),
          })
        : t('decide.done'),
    );
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('decide.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ points: about ? [{ nodeKey: about.key, points: about.points ?? '' }] : [] }}
      onFinish={(fields) => void save(fields)}
    >
      <blockquote className="moderation-objection">{objection.text}</blockquote>
      <Form.Item name="upheld" label={t('decide.how')} rules={[needed]}>
        <Radio.Group
          options={[
            { value: true, label: t('objections.state.UPHELD') },
            { value: false, label: t('objections.state.REJECTED') },
          ]}
        />
      </Form.Item>
      {upheld ? (
        <Form.List name="points">
          {(rows, { add, remove }) => (
            <fieldset className="moderation-points">
              <legend>{t('decide.points')}</legend>
              {rows.map(({ key, name }) => (
                <div key={key} className="moderation-points-row">
                  <Form.Item name={[name, 'nodeKey']} rules={[needed]}>
                    <Select
                      aria-label={t('adjust.node')}
                      showSearch={{ optionFilterProp: 'label' }}
                      options={nodes.map((node) => ({
                        value: node.key,
                        label: `${local(node.name)} ${pointsText(node.points)}`,
                      }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'points']}
                    rules={[needed, { pattern: DECIMAL, message: t('adjust.decimal') }]}
                  >
                    <Input inputMode="decimal" aria-label={t('adjust.pointsTo')} />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(name)}>
                    {t('decide.remove')}
                  </Button>
                </div>
              ))}
              <Button onClick={() => add({ points: '' })}>{t('decide.add')}</Button>
            </fieldset>
          )}
        </Form.List>
      ) : null}
      <Form.Item
        name="answer"
        label={t('decide.answer')}
        extra={t('decide.answerHelp')}
        rules={[{ ...needed, whitespace: true }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('decide.save')} cancel={cancel} />
    </Form>
  );
}
