import { useTranslation } from 'react-i18next';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import type { Comparison } from './compare-page';
import { apart, pointsText, saidOf, shortText, signedText } from './result-numbers';

type Node = Comparison['nodes'][number];
type Points = Node['first'];

/** Every indicator with what both came to and why; a minus: the second has more. */
export function CompareTable({ comparison, different }: { comparison: Comparison; different: boolean }) {
  const { t } = useTranslation('result');
  const narrow = useNarrow();
  const { nodes } = comparison;
  const depths = depthsOf(nodes);
  const shown = nodes.filter(({ key }) => !different || differs(nodes, key));
  const full = [comparison.first.name, comparison.second.name];
  // two columns on a phone have no room for what both names share
  const [first = '', second = ''] = narrow ? apart(full) : full;
  if (shown.length === 0) return <p className="quiet compare-same">{t('compare.same')}</p>;
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th scope="col">{t('why.indicator')}</th>
          <th scope="col" className="number">
            {first}
          </th>
          <th scope="col" className="number">
            {second}
          </th>
          <th scope="col" className="number">
            {t('compare.less')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((node) => (
          <Row key={node.key} node={node} depth={depths.get(node.key) ?? 0} names={full} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ node, depth, names }: { node: Node; depth: number; names: readonly string[] }) {
  const { t } = useTranslation('result');
  const { kind, difference, first, second } = node;
  const name = local(node.name);
  const weights = [first.weight, second.weight].map((one) => (one && Number(one) > 0 ? shortText(one) : null));
  const said = [first, second].map((points) => sentence(points, name));
  return (
    <tr data-depth={Math.min(depth, 3)}>
      <th scope="row">
        <span className="result-why-name">
          {name}
          {weights[0] && weights[0] === weights[1] ? <span className="quiet">/ {weights[0]}</span> : null}
          {kind === 'GROUP' ? null : <span className="sheet-kind">{t(`kind.${kind}`)}</span>}
        </span>
        {kind === 'GROUP' ? null : (
          <details className="compare-why">
            <summary>{t('compare.why')}</summary>
            {said.map((words, n) => (
              <p key={names[n]}>
                <strong>{names[n]}</strong> {words}
              </p>
            ))}
          </details>
        )}
      </th>
      <Cell points={first} weight={weights[0] === weights[1] ? null : (weights[0] ?? null)} veto={kind === 'VETO'} />
      <Cell points={second} weight={weights[0] === weights[1] ? null : (weights[1] ?? null)} veto={kind === 'VETO'} />
      <td className="number compare-less" data-sign={signOf(difference)}>
        {kind === 'VETO' ? '—' : signedText(difference)}
      </td>
    </tr>
  );
}

function Cell({ points, weight, veto }: { points: Points; weight: string | null; veto: boolean }) {
  const { t } = useTranslation('result');
  return (
    <td className="number">
      {!points.applies ? <span className="quiet">{t('notApplying')}</span> : veto ? '—' : pointsText(points.points)}
      {weight && points.applies ? <span className="quiet"> / {weight}</span> : null}
    </td>
  );
}

function sentence({ explanation, points }: Points, name: string): string {
  const { equation, counted } = saidOf(local(explanation), { name, points });
  return [equation, counted].filter(Boolean).join(' · ');
}

const signOf = (difference: string | null | undefined): 'less' | 'more' | undefined => {
  const value = Number(difference ?? 0);
  return value < 0 ? 'less' : value > 0 ? 'more' : undefined;
};

/** How deep each stands; they come in the order of the tree. */
function depthsOf(nodes: readonly Node[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { key, parentKey } of nodes) depths.set(key, parentKey ? (depths.get(parentKey) ?? 0) + 1 : 0);
  return depths;
}

/** Whether it, or something below it, came out otherwise. */
function differs(nodes: readonly Node[], key: string): boolean {
  const node = nodes.find((one) => one.key === key);
  if (!node) return false;
  if (Number(node.difference ?? 0) !== 0 || node.first.applies !== node.second.applies) return true;
  return nodes.some(({ key: below, parentKey }) => parentKey === key && differs(nodes, below));
}
