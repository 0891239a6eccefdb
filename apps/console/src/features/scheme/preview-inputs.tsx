import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { SchemePreviewQuery } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { placed, type BallotNode, type RubricNode, type SchemeNode, type SchemeTree } from './scheme-tree';
import type { Previewing } from './use-preview';

type Preview = SchemePreviewQuery['schemePreview'];
interface Props {
  tree: SchemeTree;
  preview: Preview;
  previewing: Previewing;
}

/** What it was computed with: everything can be entered otherwise. */
export function PreviewInputs({ tree, preview, previewing }: Props) {
  const { t } = useTranslation('scheme');
  const nodes = placed(tree.root).map(({ node }) => node);
  return (
    <Panel
      title={t('preview.inputs')}
      note={t('preview.inputsNote')}
      extra={
        previewing.entered ? (
          <Button type="link" size="small" onClick={previewing.clear}>
            {t('preview.clear')}
          </Button>
        ) : undefined
      }
    >
      <div className="scheme-inputs">
        {preview.figures.map((figure) => (
          <Row key={figure.key} name={local(figure.name)}>
            <FigureInput figure={figure} previewing={previewing} />
          </Row>
        ))}
        {nodes.map((node) => (
          <NodeInputs key={node.key} {...{ node, preview, previewing }} />
        ))}
      </div>
    </Panel>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="scheme-input">
      <span>{name}</span>
      <span className="scheme-input-values">{children}</span>
    </div>
  );
}

function FigureInput({ figure, previewing }: { figure: Preview['figures'][number]; previewing: Previewing }) {
  const { t } = useTranslation('scheme');
  const { key, part, whole } = figure;
  const name = local(figure.name);
  const put = (change: { part?: string | null; whole?: string | null }) => {
    const next = { key, part, whole, ...change };
    if (next.part) previewing.enter('figures', key, { key, part: next.part, whole: next.whole });
  };
  return (
    <>
      <InputNumber
        stringMode
        min="0"
        controls={false}
        aria-label={t('preview.part', { name })}
        value={part}
        onChange={(value) => put({ part: value })}
      />
      {whole === null ? null : (
        <>
          <span aria-hidden>/</span>
          <InputNumber
            stringMode
            min="0"
            controls={false}
            aria-label={t('preview.whole', { name })}
            value={whole}
            onChange={(value) => value !== null && put({ whole: value })}
          />
        </>
      )}
    </>
  );
}

function NodeInputs({ node, preview, previewing }: { node: SchemeNode; preview: Preview; previewing: Previewing }) {
  const name = local(node.name);
  if (node.kind === 'RUBRIC')
    return (
      <Row name={name}>
        <Scores {...{ node, preview, previewing }} />
      </Row>
    );
  if (node.kind === 'BALLOT')
    return (
      <Row name={name}>
        <Papers {...{ node, preview, previewing }} />
      </Row>
    );
  const noted = preview.occurrences.find(({ key }) => key === node.key);
  if (!noted) return null;
  return (
    <Row name={name}>
      <Times name={name} noted={noted} previewing={previewing} />
    </Row>
  );
}

function Times(props: { name: string; noted: Preview['occurrences'][number]; previewing: Previewing }) {
  const { t } = useTranslation('scheme');
  const { key, times } = props.noted;
  return (
    <InputNumber
      min={0}
      max={1000}
      precision={0}
      aria-label={t('preview.times', { name: props.name })}
      value={times}
      onChange={(value) => props.previewing.enter('occurrences', key, { key, times: value ?? 0 })}
    />
  );
}

function Scores({ node, preview, previewing }: { node: RubricNode; preview: Preview; previewing: Previewing }) {
  const { t } = useTranslation('scheme');
  const name = local(node.name);
  return preview.scores
    .filter(({ key }) => key === node.key)
    .map(({ key, scorer, level, points }) => {
      const id = `${key} ${scorer}`;
      const label = t('preview.score', { name, scorer });
      return node.entry === 'LEVEL' ? (
        <Select
          key={id}
          aria-label={label}
          value={level}
          options={node.levels.map((each) => ({ value: each.key, label: local(each.name) }))}
          onChange={(chosen) => previewing.enter('scores', id, { key, scorer, level: chosen })}
        />
      ) : (
        <Input
          key={id}
          className="scheme-number"
          inputMode="decimal"
          aria-label={label}
          defaultValue={points ?? ''}
          onBlur={(event) => {
            const given = event.target.value.trim();
            if (/^\d{1,6}(\.\d{1,6})?$/.test(given)) previewing.enter('scores', id, { key, scorer, points: given });
          }}
        />
      );
    });
}

function Papers({ node, preview, previewing }: { node: BallotNode; preview: Preview; previewing: Previewing }) {
  const { t } = useTranslation('scheme');
  return node.groups.map((group) => (
    <span key={group.key} className="scheme-papers">
      {node.groups.length > 1 ? <span className="quiet">{local(group.name)}</span> : null}
      {node.options.map((option) => {
        const found = preview.papers.find(
          (one) => one.key === node.key && one.group === group.key && one.option === option.key,
        );
        const at = { key: node.key, group: group.key, option: option.key };
        return (
          <label key={option.key}>
            <span className="quiet">{local(option.name)}</span>
            <InputNumber
              min={0}
              max={100_000}
              precision={0}
              controls={false}
              aria-label={t('preview.papers', { group: local(group.name), option: local(option.name) })}
              value={found?.papers ?? 0}
              onChange={(papers) =>
                previewing.enter('papers', `${node.key} ${group.key} ${option.key}`, { ...at, papers: papers ?? 0 })
              }
            />
          </label>
        );
      })}
    </span>
  ));
}
