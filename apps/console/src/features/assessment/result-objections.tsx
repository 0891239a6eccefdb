import { useMutation } from '@apollo/client/react';
import { App, Drawer, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { Panel } from '../../components/panel';
import { StateWord, type State } from '../../components/state-glyph';
import { RaiseObjectionDocument, type ObjectionState } from '../../generated/graphql';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { differenceText, pointsText } from './result-numbers';
import type { Result } from './result-parts';

export type Objection = Result['objections'][number];

const SIGNS: Readonly<Record<ObjectionState, State>> = { OPEN: 'pending', UPHELD: 'done', REJECTED: 'refused' };

/** 异议: what the assessed said against it, and what was answered. */
export function ResultObjections(props: { result: Result; verb?(objection: Objection): ReactNode }) {
  const { t } = useTranslation('result');
  const { objections, nodes } = props.result;
  if (objections.length === 0) return null;
  const about = (key: string | null | undefined) => nodes.find((node) => node.key === key)?.name;
  return (
    <Panel title={t('objections.title')} note={t('objections.note', { count: objections.length })}>
      <ul className="result-said">
        {objections.map((objection) => {
          const name = about(objection.nodeKey);
          const { state, totalBefore, totalAfter } = objection;
          return (
            <li key={objection.id}>
              <p>
                <strong>{name ? local(name) : t('objections.whole')}</strong>
                <StateWord state={SIGNS[state]}>{t(`objections.state.${state}`)}</StateWord>
                <span className="quiet">{t('by', { who: objection.raisedBy, when: moment(objection.raisedAt) })}</span>
                {state === 'OPEN' ? props.verb?.(objection) : null}
              </p>
              <p>{objection.text}</p>
              {objection.answer ? (
                <p className="result-answer">
                  <span className="quiet">{t('objections.answer')}</span> {objection.answer}
                </p>
              ) : null}
              {state === 'UPHELD' && totalBefore && totalAfter ? (
                <p className="quiet">
                  {t('objections.difference', {
                    before: pointsText(totalBefore),
                    after: pointsText(totalAfter),
                    difference: differenceText(totalBefore, totalAfter),
                  })}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

interface Fields {
  nodeKey?: string | null;
  text: string;
}

/** 提出异议: against an indicator, or the result as a whole. */
export function ObjectDrawer({ result, close }: { result: Result; close(raised: boolean): void }) {
  const { t } = useTranslation(['result', 'console']);
  const { message } = App.useApp();
  const [raise, { error, loading }] = useMutation(RaiseObjectionDocument);
  const title = t('object.verb');
  const save = async ({ nodeKey, text }: Fields) => {
    const input = { id: result.assessmentId, nodeKey: nodeKey ?? null, text: text.trim() };
    // a refusal is shown above the buttons; the words stay as they are
    const answer = await raise({ variables: { input } }).catch(() => null);
    if (!answer?.data) return;
    void message.success(t('object.done'));
    close(true);
  };
  return (
    <Drawer
      title={title}
      aria-label={title}
      size={520}
      open
      onClose={() => close(false)}
      closable={{ 'aria-label': t('closeDrawer'), placement: 'end' }}
    >
      <Form<Fields>
        className="entry-form"
        aria-label={title}
        layout="vertical"
        requiredMark={false}
        autoComplete="off"
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name="nodeKey" label={t('object.about')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('objections.whole')}
            options={result.nodes
              .filter(({ parentKey }) => parentKey !== null)
              .map(({ key, name, points }) => ({ value: key, label: `${local(name)} ${pointsText(points)}` }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t('object.text')}
          extra={t('object.help')}
          rules={[{ required: true, whitespace: true, message: t('console:entry.missing') }]}
        >
          <Input.TextArea rows={6} maxLength={2000} />
        </Form.Item>
        <FormFoot error={error} loading={loading} verb={title} cancel={() => close(false)} />
      </Form>
    </Drawer>
  );
}
