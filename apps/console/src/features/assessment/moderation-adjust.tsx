import { useMutation } from '@apollo/client/react';
import { Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormFoot } from '../../components/entry-form';
import { AdjustAssessmentDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import type { ResultForm } from './moderation-drawer';
import { pointsText, shortText } from './result-numbers';
import type { ResultNodeParts } from './result-parts';

interface Fields {
  what: 'points' | 'grade';
  nodeKey?: string;
  points?: string;
  grade?: string;
  reason: string;
}

/** Whose points people may set; the rest follows from them. */
const SETTABLE = ['METRIC', 'RUBRIC', 'BALLOT'];
export const settable = (nodes: readonly ResultNodeParts[]): ResultNodeParts[] =>
  nodes.filter(({ kind, applies }) => applies && SETTABLE.includes(kind));

/** A number with a point, as the API takes it. */
export const DECIMAL = /^\d{1,6}(\.\d{1,6})?$/;

/** 调整: the points of an indicator or the grade, and why. */
export function ModerationAdjust({ of, result, done, cancel }: ResultForm) {
  const { t } = useTranslation(['result', 'console']);
  const [adjust, { error, loading }] = useMutation(AdjustAssessmentDocument);
  const [form] = Form.useForm<Fields>();
  const what = Form.useWatch('what', form) ?? 'points';
  const key = Form.useWatch('nodeKey', form);
  const nodes = settable(result.nodes);
  const node = nodes.find((one) => one.key === key);
  const needed = { required: true, message: t('console:entry.missing') };
  const save = async ({ nodeKey, points, grade, reason }: Fields) => {
    const set = what === 'points' ? { nodeKey: nodeKey ?? null, points: points?.trim() } : { grade: grade ?? null };
    const input = { id: of.id, version: of.version, reason: reason.trim(), ...set };
    const answer = await adjust({ variables: { input } }).catch(() => null);
    if (answer?.data) done(t('adjust.done', { total: pointsText(answer.data.adjustAssessment?.total) }));
  };
  return (
    <Form<Fields>
      form={form}
      className="entry-form"
      aria-label={t('adjust.verb')}
      layout="vertical"
      requiredMark={false}
      autoComplete="off"
      initialValues={{ what: 'points' }}
      onFinish={(fields) => void save(fields)}
    >
      <Form.Item name="what" label={t('adjust.what')}>
        <Radio.Group
          options={[
            { value: 'points', label: t('adjust.points') },
            { value: 'grade', label: t('adjust.grade') },
          ]}
        />
      </Form.Item>
      {what === 'points' ? (
        <>
          <Form.Item name="nodeKey" label={t('adjust.node')} rules={[needed]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={nodes.map(({ key: value, name, points }) => ({
                value,
                label: `${local(name)} ${pointsText(points)}`,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="points"
            label={t('adjust.pointsTo')}
            extra={
              node
                ? t('adjust.now', { points: pointsText(node.points), weight: shortText(node.weight ?? '') })
                : undefined
            }
            rules={[needed, { pattern: DECIMAL, message: t('adjust.decimal') }]}
          >
            <Input inputMode="decimal" />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="grade" label={t('adjust.gradeTo')} extra={t('adjust.gradeHelp')} rules={[needed]}>
          <Select
            options={(result.group?.grades ?? []).map(({ key: value, name }) => ({ value, label: local(name) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('adjust.reason')}
        extra={t('adjust.reasonHelp')}
        rules={[{ ...needed, whitespace: true }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <FormFoot error={error} loading={loading} verb={t('adjust.save')} cancel={cancel} />
    </Form>
  );
}
