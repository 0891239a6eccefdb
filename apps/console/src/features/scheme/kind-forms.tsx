import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { local } from '../../lib/i18n';
import { ChoiceField, TextField } from './fields';
import { NamedRows, type NamedRow } from './named-rows';
import type { NodeFormProps } from './node-form';
import type { BallotNode, PointsNode, RubricNode, VetoNode } from './scheme-tree';
import { ScorersFields } from './scorers-fields';

const ENTRIES = ['LEVEL', 'POINTS'] as const;
const rowsOf = <R extends { key: string; name: NamedRow['name'] }>(
  list: readonly R[],
  value: (row: R) => string | null,
) => list.map((row) => ({ key: row.key, name: row.name, value: value(row) }));

/** What people judge. */
export function RubricForm({ node, set }: NodeFormProps<RubricNode>) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <ChoiceField
        label={t('field.entry')}
        value={node.entry}
        options={ENTRIES.map((value) => ({ value, label: t(`entry.${value}`) }))}
        onChange={(entry) => set({ ...node, entry })}
      />
      <NamedRows
        label={t('field.levels')}
        valueLabel={t('field.share')}
        rows={rowsOf(node.levels, ({ share }) => share)}
        onChange={(rows) =>
          set({ ...node, levels: rows.map(({ key, name, value }) => ({ key, name, share: value ?? '0' })) })
        }
      />
      <Checkbox
        className="scheme-check"
        checked={node.commentWhenCut}
        onChange={(event) => set({ ...node, commentWhenCut: event.target.checked })}
      >
        {t('field.commentWhenCut')}
      </Checkbox>
      <Checkbox
        className="scheme-check"
        checked={node.scorers !== undefined}
        onChange={(event) => {
          const { scorers: _, ...rest } = node;
          set(event.target.checked ? { ...rest, scorers: { by: 'AVERAGE' } } : rest);
        }}
      >
        {t('field.ownScorers')}
      </Checkbox>
      {node.scorers ? <ScorersFields scorers={node.scorers} set={(scorers) => set({ ...node, scorers })} /> : null}
    </>
  );
}

/** What groups of voters say. */
export function BallotForm({ node, set }: NodeFormProps<BallotNode>) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <NamedRows
        label={t('field.voters')}
        valueLabel={t('field.part')}
        rows={rowsOf(node.groups, ({ weight }) => weight)}
        onChange={(rows) =>
          set({ ...node, groups: rows.map(({ key, name, value }) => ({ key, name, weight: value ?? '0' })) })
        }
      />
      <NamedRows
        label={t('field.options')}
        valueLabel={t('field.share')}
        none={t('field.aside')}
        rows={rowsOf(node.options, ({ share }) => share)}
        onChange={(rows) =>
          set({ ...node, options: rows.map(({ key, name, value }) => ({ key, name, share: value })) })
        }
      />
    </>
  );
}

const NOTED = 'NOTED';

/** By a figure that counts, or noted by people. */
function CountedField({ node, words, set }: NodeFormProps<PointsNode | VetoNode>) {
  const { t } = useTranslation('scheme');
  const counts = words.figures
    .filter(({ unit }) => unit === 'COUNT')
    .map(({ key, name }) => ({ value: key, label: local(name) }));
  return (
    <ChoiceField
      label={t('field.counted')}
      value={node.figure ?? NOTED}
      options={[{ value: NOTED, label: t('noted') }, ...counts]}
      search
      wide
      onChange={(figure) => set({ ...node, figure: figure === NOTED ? null : figure })}
    />
  );
}

/** Points for each occurrence, taken or added. */
export function PointsForm({ node, tree, words, set }: NodeFormProps<PointsNode>) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <CountedField {...{ node, tree, words, set }} />
      <TextField label={t('field.each')} number value={node.each} onChange={(each) => set({ ...node, each })} />
      <TextField label={t('field.cap')} number value={node.cap} onChange={(cap) => set({ ...node, cap })} />
    </>
  );
}

/** What caps the grade. */
export function VetoForm({ node, tree, words, set }: NodeFormProps<VetoNode>) {
  const { t } = useTranslation('scheme');
  return (
    <>
      <CountedField {...{ node, tree, words, set }} />
      <ChoiceField
        label={t('field.capsAt')}
        value={node.capsAt}
        options={tree.grades.map(({ key, name }) => ({ value: key, label: local(name) }))}
        onChange={(capsAt) => set({ ...node, capsAt })}
      />
    </>
  );
}
