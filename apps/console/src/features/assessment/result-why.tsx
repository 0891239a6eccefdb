import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { local } from '../../lib/i18n';
import { NodeTags } from '../scheme/node-tags';
import { branchOf, pointsText, saidOf, shortText, type PlacedNode } from './result-numbers';
import type { Result, ResultNodeParts } from './result-parts';

/** 为什么是这个分: what a part is made of, down to the records it was counted from. */
export function ResultWhy({ result, chosen }: { result: Result; chosen: ResultNodeParts }) {
  const { t } = useTranslation('result');
  const rows = branchOf(result.nodes, chosen.key);
  const note = chosen.weight
    ? t('why.of', { name: local(chosen.name), weight: shortText(chosen.weight) })
    : local(chosen.name);
  return (
    <Panel
      title={chosen.points === null ? t('why.none') : t('why.title', { points: pointsText(chosen.points) })}
      note={note}
      flush
    >
      <table className="result-why">
        <thead>
          <tr>
            <th scope="col">{t('why.indicator')}</th>
            <th scope="col">{t('why.how')}</th>
            <th scope="col" className="number">
              {t('why.weight')}
            </th>
            <th scope="col" className="number">
              {t('why.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WhyRow key={row.node.key} row={row} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function WhyRow({ row: { node, depth } }: { row: PlacedNode }) {
  const { t } = useTranslation('result');
  const name = local(node.name);
  const said = saidOf(local(node.explanation), { name, points: node.points });
  return (
    <tr data-depth={Math.min(depth, 3)} data-not-applying={node.applies ? undefined : ''}>
      <th scope="row">
        <span className="result-why-name">
          {name}
          {node.kind === 'GROUP' ? null : <span className="sheet-kind">{t(`kind.${node.kind}`)}</span>}
          {node.tags.length > 0 ? <NodeTags tags={node.tags} /> : null}
        </span>
        {node.rowsAddress ? (
          <ScopedLink to={node.rowsAddress} aria-label={t('why.rowsOf', { name })}>
            {t('why.rows')}
          </ScopedLink>
        ) : null}
      </th>
      <td>
        {said.equation ? <p>{said.equation}</p> : null}
        {said.counted ? <p className="quiet">{said.counted}</p> : null}
      </td>
      <td className="number quiet" data-label={t('why.weight')}>
        {node.weight && Number(node.weight) > 0 ? shortText(node.weight) : '—'}
      </td>
      <td className="number result-why-points" data-negative={node.points?.startsWith('-') || undefined}>
        {node.applies ? pointsText(node.points) : '—'}
      </td>
    </tr>
  );
}
