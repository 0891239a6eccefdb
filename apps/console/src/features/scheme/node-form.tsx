import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorWords } from './editor-words';
import { TAG_LISTS } from './editor-words';
import { ConditionsForm } from './conditions-form';
import { ChoiceField, Field, NameFields, TextField } from './fields';
import { BallotForm, PointsForm, RubricForm, VetoForm } from './kind-forms';
import { MetricForm } from './metric-form';
import { asKind } from './new-node';
import { KINDS, placed, type NodeKind, type SchemeNode, type SchemeTree } from './scheme-tree';

export interface NodeFormProps<Node extends SchemeNode = SchemeNode> {
  node: Node;
  tree: SchemeTree;
  words: EditorWords;
  set(node: SchemeNode): void;
}

/** The chosen node: only what its kind has. */
export function NodeForm({ node, tree, words, set }: NodeFormProps) {
  const { t } = useTranslation('scheme');
  const root = node.key === tree.root.key;
  const filled = node.kind === 'GROUP' && node.children.length > 0;
  return (
    <div className="scheme-form" role="form" aria-label={t('form.label')}>
      <NameFields name={node.name} onChange={(name) => set({ ...node, name })} />
      {root || filled ? null : (
        <ChoiceField<NodeKind>
          label={t('field.kind')}
          value={node.kind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          help={t(`kindHelp.${node.kind}`)}
          wide
          onChange={(kind) => set(asKind(tree, node, kind))}
        />
      )}
      {'weight' in node ? (
        <TextField
          label={t('field.weight')}
          number
          value={node.weight}
          onChange={(weight) => set({ ...node, weight })}
        />
      ) : null}
      {node.kind === 'GROUP' ? (
        <TextField
          label={t('field.bonusRoom')}
          number
          value={node.bonusRoom ?? ''}
          onChange={(room) => {
            const { bonusRoom: _, ...rest } = node;
            set(room.trim() ? { ...rest, bonusRoom: room } : rest);
          }}
        />
      ) : null}
      {node.kind === 'METRIC' ? <MetricForm {...{ node, tree, words, set }} /> : null}
      {node.kind === 'RUBRIC' ? <RubricForm {...{ node, tree, words, set }} /> : null}
      {node.kind === 'BALLOT' ? <BallotForm {...{ node, tree, words, set }} /> : null}
      {node.kind === 'DEDUCTION' || node.kind === 'BONUS' ? <PointsForm {...{ node, tree, words, set }} /> : null}
      {node.kind === 'VETO' ? <VetoForm {...{ node, tree, words, set }} /> : null}
      {root ? null : <ConditionsForm {...{ node, tree, words, set }} />}
      <Tags {...{ node, tree, words, set }} />
      <KeyField key={node.key} {...{ node, tree, words, set }} />
    </div>
  );
}

/** By the key scores and cycles know a node: it is taken once it is left, and only where nobody else has it. */
function KeyField({ node, tree, set }: NodeFormProps) {
  const { t } = useTranslation('scheme');
  const [typed, setTyped] = useState(node.key);
  const key = typed.trim();
  const taken = key !== node.key && placed(tree.root).some((one) => one.node.key === key);
  return (
    <Field label={t('field.key')} help={taken ? t('keyTaken') : t('keyHelp')} wide>
      {(id) => (
        <Input
          id={id}
          maxLength={64}
          spellCheck={false}
          value={typed}
          status={taken ? 'error' : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            if (key && !taken && key !== node.key) set({ ...node, key });
            else setTyped(node.key);
          }}
        />
      )}
    </Field>
  );
}

function Tags({ node, words, set }: NodeFormProps) {
  const { t } = useTranslation('scheme');
  return (
    <Field label={t('field.tags')} wide>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          value={node.tags ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          options={TAG_LISTS.map((list) => ({
            label: t(`tagList.${list}`),
            options: words.tags.filter((tag) => tag.list === list).map(({ value, label }) => ({ value, label })),
          }))}
          onChange={(tags) => {
            const { tags: _, ...rest } = node;
            set(tags.length > 0 ? { ...rest, tags } : rest);
          }}
        />
      )}
    </Field>
  );
}
