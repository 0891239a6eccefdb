import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../app/routes';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { AssessmentTrendDocument } from '../../generated/graphql';
import { localOr } from '../../lib/i18n';
import { differenceText, pointsText } from './result-numbers';
import './result-figures.css';

/** 历期: what it came to by the same scheme before, and since. */
export function ResultTrend({ assessmentId }: { assessmentId: string }) {
  const { t } = useTranslation('result');
  const { data } = useQuery(AssessmentTrendDocument, { variables: { id: assessmentId } });
  const points = data?.assessmentTrend ?? [];
  if (points.length < 2) return null;
  return (
    <Panel title={t('trend.title')} note={t('trend.note', { count: points.length })}>
      <TrendLine totals={points.map(({ total }) => Number(total))} />
      <ol className="result-trend">
        {points.map((point, n) => {
          const before = points[n - 1];
          return (
            <li key={point.assessmentId} aria-current={point.assessmentId === assessmentId ? 'true' : undefined}>
              <ScopedLink to={`${paths.assessments}/${point.cycleId}/results/${point.assessmentId}`}>
                {point.title}
              </ScopedLink>
              <span className="result-trend-sum">
                <strong>{pointsText(point.total)}</strong>
                {before ? <span className="quiet">{differenceText(before.total, point.total)}</span> : null}
              </span>
              <span className="quiet">
                {[
                  localOr(point.grade, ''),
                  point.rank === null ? '' : t('trend.rank', { rank: point.rank, count: point.groupSize }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

const HEIGHT = 48;

/** The totals in a row; the list below says them. */
function TrendLine({ totals }: { totals: readonly number[] }) {
  const least = Math.min(...totals);
  const span = Math.max(...totals) - least || 1;
  const at = (total: number, n: number) => ({
    x: `${4 + (n / (totals.length - 1)) * 92}%`,
    y: HEIGHT - 8 - ((total - least) / span) * (HEIGHT - 16),
  });
  return (
    <svg className="result-trend-line" width="100%" height={HEIGHT} aria-hidden focusable="false">
      {totals.slice(1).map((total, n) => {
        const from = at(totals[n] ?? 0, n);
        const to = at(total, n + 1);
        return <line key={n} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
      {totals.map((total, n) => {
        const { x, y } = at(total, n);
        return <circle key={n} cx={x} cy={y} r={3} />;
      })}
    </svg>
  );
}
