import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import type { CoverageKind, CoverageQuery, Tier } from '../../generated/graphql';
import { COVERAGES, coverageState } from './words';

type Figures = CoverageQuery['coverageFigures'];

const countOf = (counts: Figures['byTier'][number] | Figures, coverage: CoverageKind): number =>
  ({
    OWN_ORGANIZATION: counts.own,
    JOINT_ORGANIZATION: counts.joint,
    LIAISON: counts.liaison,
    UNCOVERED: counts.uncovered,
  })[coverage];

/** How the units of each tier are covered: a bar a tier, its parts in the colours and order of the states. */
export function CoverageChart(props: { figures: Figures; onTier(tier: Tier): void; onQualifying(): void }) {
  const { t } = useTranslation(['unit', 'domain']);
  const { figures } = props;
  return (
    <Panel
      title={t('chart.title')}
      note={t('chart.note', { total: figures.total })}
      extra={
        figures.qualifies > 0 ? (
          <button type="button" className="unit-link" onClick={props.onQualifying}>
            <StateWord state="risk">{t('chart.qualifies', { count: figures.qualifies })}</StateWord>
          </button>
        ) : null
      }
    >
      <ul className="coverage-legend">
        {COVERAGES.map((coverage) => (
          <li key={coverage}>
            <StateWord state={coverageState[coverage]}>
              {t(`domain:coverage.${coverage}`)} {countOf(figures, coverage)}
            </StateWord>
          </li>
        ))}
      </ul>
      <table className="coverage-chart">
        <caption className="sr-only">{t('chart.title')}</caption>
        <tbody>
          {figures.byTier.map((row) => (
            <tr key={row.tier ?? 'none'}>
              <th scope="row">
                {row.tier ? (
                  <button type="button" className="unit-link" onClick={() => row.tier && props.onTier(row.tier)}>
                    {t(`domain:tier.${row.tier}`)}
                  </button>
                ) : (
                  t('noTier')
                )}
              </th>
              <td>
                <div className="coverage-bar">
                  {COVERAGES.filter((coverage) => countOf(row, coverage) > 0).map((coverage) => (
                    <span
                      key={coverage}
                      className={`coverage-part coverage-${coverageState[coverage]}`}
                      style={{ flexGrow: countOf(row, coverage) }}
                      title={`${t(`domain:coverage.${coverage}`)} ${countOf(row, coverage)}`}
                    >
                      <span className="sr-only">{t(`domain:coverage.${coverage}`)}</span> {countOf(row, coverage)}
                    </span>
                  ))}
                </div>
              </td>
              <td className="coverage-total">{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
