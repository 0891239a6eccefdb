import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { local } from '../../lib/i18n';
import { apart, percentText } from './result-numbers';
import type { Result } from './result-parts';
import { corner, floorOf } from './result-scale';
import './result-figures.css';

const RADIUS = 88;
const RINGS = [0.25, 0.5, 0.75, 1];

interface Axis {
  key: string;
  name: string;
  share: string | null;
  median: string | null;
  /** What stands below the name; its share where it is left out. */
  label?: string;
}

/** 各维度: the shares of what there is to gain, one's own and the median of the group; also as a table. */
export function ResultRadar({ dimensions }: { dimensions: Result['dimensions'] }) {
  const { t } = useTranslation('result');
  const names = apart(dimensions.map(({ name }) => local(name)));
  const axes = dimensions.map<Axis>(({ key, share, groupMedian }, n) => ({
    key,
    name: names[n] ?? '',
    share: share ?? null,
    median: groupMedian ?? null,
  }));
  const given = axes.flatMap(({ share, median }) => [share, median].filter((one) => one !== null).map(Number));
  if (axes.length === 0) return null;
  const drawn = axes.length >= 3;
  const floor = floorOf(given);
  return (
    <Panel
      title={t('radar.title')}
      note={drawn ? t('radar.note', { from: floor * 100 }) : undefined}
      extra={
        drawn ? (
          <span className="radar-legend quiet" aria-hidden>
            <span className="radar-key-own">{t('own')}</span>
            <span className="radar-key-median">{t('radar.median')}</span>
          </span>
        ) : null
      }
    >
      {drawn ? <Radar axes={axes} floor={floor} /> : null}
      <table className={drawn ? 'sr-only' : 'radar-table'}>
        <caption className="sr-only">{t('radar.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('radar.dimension')}</th>
            <th scope="col">{t('own')}</th>
            <th scope="col">{t('radar.median')}</th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map(({ key, name, share, groupMedian }) => (
            <tr key={key}>
              <th scope="row">{local(name)}</th>
              <td>{percentText(share)}</td>
              <td>{percentText(groupMedian)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Two of the assessed in one picture: the shares of what there is to gain, of the second in dashes; also as a table. */
export function CompareRadar({ first, second }: { first: ComparedSide; second: ComparedSide }) {
  const { t } = useTranslation('result');
  const names = apart(first.dimensions.map(({ name }) => local(name)));
  const axes = first.dimensions.map<Axis>(({ key, share }, n) => {
    const other = second.dimensions.find((one) => one.key === key)?.share ?? null;
    const label = `${percentText(share)} · ${percentText(other)}`;
    return { key, name: names[n] ?? '', share: share ?? null, median: other, label };
  });
  const given = axes.flatMap(({ share, median }) => [share, median].filter((one) => one !== null).map(Number));
  if (axes.length === 0) return null;
  const drawn = axes.length >= 3;
  const floor = floorOf(given);
  return (
    <Panel title={t('radar.title')} note={drawn ? t('radar.note', { from: floor * 100 }) : undefined}>
      {drawn ? (
        <>
          <p className="radar-legend quiet" aria-hidden>
            <span className="radar-key-own">{first.name}</span>
            <span className="radar-key-median">{second.name}</span>
          </p>
          <Radar axes={axes} floor={floor} />
        </>
      ) : null}
      {/* a table keeps the width of its words, which a frame hides */}
      <div className={drawn ? 'sr-only' : undefined}>
        <table className="radar-table">
          <caption className="sr-only">{t('compare.radar')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('radar.dimension')}</th>
              <th scope="col">{first.name}</th>
              <th scope="col">{second.name}</th>
            </tr>
          </thead>
          <tbody>
            {axes.map(({ key, share, median }, n) => (
              <tr key={key}>
                <th scope="row">{local(first.dimensions[n]?.name ?? { zh: '', en: '' })}</th>
                <td>{percentText(share)}</td>
                <td>{percentText(median)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

interface ComparedSide {
  name: string;
  dimensions: Result['dimensions'];
}

function Radar({ axes, floor }: { axes: readonly Axis[]; floor: number }) {
  const at = (n: number, share: number) => corner(n, axes.length, share, RADIUS);
  const line = (shares: readonly number[]) =>
    shares
      .map((share, n) => at(n, share))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ');
  const shown = (share: string | null) => Math.max(0, (Number(share ?? floor) - floor) / (1 - floor));
  const own = axes.map(({ share }) => shown(share));
  return (
    // the table says the same in words
    <svg className="radar" viewBox="-180 -140 360 280" aria-hidden focusable="false">
      {RINGS.map((ring) => (
        <polygon key={ring} className="radar-ring" points={line(axes.map(() => ring))} />
      ))}
      {axes.map(({ key }, n) => {
        const { x, y } = at(n, 1);
        return <line key={key} className="radar-ring" x1={0} y1={0} x2={x} y2={y} />;
      })}
      <polygon className="radar-own" points={line(own)} />
      <polygon className="radar-median" points={line(axes.map(({ median }) => shown(median)))} />
      {own.map((share, n) => {
        const { x, y } = at(n, share);
        return <circle key={axes[n]?.key} className="radar-dot" cx={x} cy={y} r={2.5} />;
      })}
      {axes.map((axis, n) => (
        <AxisName key={axis.key} axis={axis} at={at(n, 1.14)} />
      ))}
    </svg>
  );
}

const LINE = 14;

function AxisName({ axis: { name, share, label }, at: { x, y } }: { axis: Axis; at: { x: number; y: number } }) {
  const middle = Math.abs(x) < 12;
  const lines = [...broken(name), label ?? percentText(share)];
  // above the top corner, below the lowest, beside the others
  const first = middle
    ? y < 0
      ? y - LINE * (lines.length - 1)
      : y + LINE - 2
    : y - (LINE * (lines.length - 1)) / 2 + 4;
  return (
    <text textAnchor={middle ? 'middle' : x < 0 ? 'end' : 'start'}>
      {lines.map((words, n) => (
        <tspan key={words} x={x} y={first + n * LINE}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

/** Names that are too long for one line, in lines. */
function broken(name: string): string[] {
  if (!name.includes(' ')) return name.match(/.{1,7}/gu) ?? [];
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 13) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
