import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import type { AssessmentGroupBy } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { useGroupName } from './coverage-preview';
import { ResultLines } from './result-lines';
import type { Distribution } from './result-parts';
import { bandsOf, dotsOf, NEAR, scaleOf, type Dot } from './result-scale';
import './result-figures.css';

/** 同组分布: everybody of the group on a line, with the lines of the grades. */
export function ResultDistribution(props: { group: Distribution; groupBy?: AssessmentGroupBy; own?: string }) {
  const { t } = useTranslation('result');
  const { group, groupBy = 'PARENT', own } = props;
  const name = useGroupName(groupBy)({ key: group.groupKey, name: group.groupName });
  return (
    <Panel title={t('group.title')} note={t('group.note', { name, count: group.base })}>
      <DistributionDots group={group} own={own} />
      {group.places.length > 0 ? <ResultLines lines={group.lines} /> : null}
    </Panel>
  );
}

const DOT = 15;
const HEAD = 26;
const FOOT = 24;

/** The picture alone. Shares of the width, so that words keep their size on a phone. */
export function DistributionDots({ group, own }: { group: Distribution; own?: string }) {
  const { t } = useTranslation('result');
  const narrow = useNarrow();
  const { places, grades } = group;
  if (places.length === 0) return <p className="quiet">{t('group.none')}</p>;
  const scale = scaleOf(group);
  const dots = dotsOf(places, scale, narrow ? NEAR.narrow : NEAR.wide);
  const bands = bandsOf(group, scale);
  const best = grades[0];
  const height = Math.max(...dots.map(({ level }) => level)) * DOT + 44;
  const ground = HEAD + height;
  const totals = places.map(({ total }) => total);
  const mine = places.find(({ assessmentId }) => own && assessmentId === own);
  const others = places.length - group.topGiven;
  const summary = [
    t('group.summary', { count: places.length, least: totals.at(-1), most: totals[0] }),
    ...(mine ? [t('group.mine', { total: mine.total, rank: mine.rank })] : []),
  ].join(t('comma'));
  return (
    <>
      <svg className="result-dots" width="100%" height={ground + FOOT} role="img" aria-label={summary}>
        {bands.map(({ key, name, left, right, from, best: top }) => (
          <g key={key}>
            {top ? (
              <rect className="result-best" x={`${left}%`} y={HEAD} width={`${right - left}%`} height={height} />
            ) : null}
            {from > scale.from ? (
              <>
                <line className="result-grade-line" x1={`${left}%`} x2={`${left}%`} y1={HEAD} y2={ground} />
                <text x={`${left}%`} y={ground + 17} textAnchor="middle">
                  {from}
                </text>
              </>
            ) : null}
            {right - left > 8 ? (
              <text x={`${(left + right) / 2}%`} y={16} textAnchor="middle">
                {local(name)}
              </text>
            ) : null}
          </g>
        ))}
        <line className="result-ground" x1="1%" x2="99%" y1={ground} y2={ground} />
        <text x="97%" y={ground + 17} textAnchor="middle">
          {scale.to}
        </text>
        {dots.map(({ x, level, place }, n) => {
          const isOwn = place === mine;
          const top = best && place.grade === best.key;
          const cy = ground - 11 - level * DOT;
          return (
            <g key={n}>
              <circle
                className={isOwn ? 'result-dot-own' : top ? 'result-dot-best' : 'result-dot'}
                cx={`${x}%`}
                cy={cy}
                r={isOwn ? 6.5 : 5.5}
              >
                {place.name ? <title>{`${place.name} ${place.total}`}</title> : null}
              </circle>
              {isOwn ? (
                <text
                  className="result-own"
                  x={`${Math.min(Math.max(x, 8), 92)}%`}
                  y={ground - 20 - topOf(dots, x, narrow ? 12 : 5) * DOT}
                  textAnchor="middle"
                >
                  {t('own')}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <p className="result-legend quiet">
        <span className="result-key-best">
          {t('group.best', { grade: best ? local(best.name) : '', count: group.topGiven })}
        </span>
        <span className="result-key">{t('group.others', { count: others })}</span>
      </p>
    </>
  );
}

/** How high dots are piled up around a place: a word above it stands clear of them. */
function topOf(dots: readonly Dot[], x: number, around: number): number {
  return Math.max(...dots.filter((dot) => Math.abs(dot.x - x) < around).map(({ level }) => level));
}
