import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { CoverageKind, CoverageQuery } from '../../generated/graphql';
import { COVERAGES, coverageState } from './words';
import './coverage-chart.css';

type Figures = CoverageQuery['coverageFigures'];

const countOf = (counts: Figures['byTier'][number] | Figures, coverage: CoverageKind): number =>
  ({
    OWN_ORGANIZATION: counts.own,
    JOINT_ORGANIZATION: counts.joint,
    LIAISON: counts.liaison,
    UNCOVERED: counts.uncovered,
  })[coverage];

/**
 * How the units of each tier are covered: a bar a tier, its parts in the colours and order of the states. Every number
 * opens the ledger of units with what it counts.
 */
export function CoverageChart({ figures }: { figures: Figures }) {
  // a panel among others: waiting for its texts must not hide the page
  const { t, ready } = useTranslation(['unit', 'domain'], { useSuspense: false });
  if (!ready) return null;
  return (
    <Panel
      title={t('chart.title')}
      note={t('chart.note', { total: figures.total })}
      extra={
        figures.qualifies > 0 ? (
          <ScopedLink to="/units?qualifying=1&order=MEMBERS">
            <StateWord state="risk">{t('chart.qualifies', { count: figures.qualifies })}</StateWord>
          </ScopedLink>
        ) : null
      }
    >
      <ul className="coverage-legend">
        {COVERAGES.map((coverage) => (
          <li key={coverage}>
            <ScopedLink to={`/units?coverages=${coverage}`}>
              <StateWord state={coverageState[coverage]}>
                {t(`domain:coverage.${coverage}`)} {countOf(figures, coverage)}
              </StateWord>
            </ScopedLink>
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
                  <ScopedLink to={`/units?tiers=${row.tier}`}>{t(`domain:tier.${row.tier}`)}</ScopedLink>
                ) : (
                  t('noTier')
                )}
              </th>
              <td>
                <div className="coverage-bar">
                  {COVERAGES.filter((coverage) => countOf(row, coverage) > 0).map((coverage) => {
                    const part = {
                      className: `coverage-part coverage-${coverageState[coverage]}`,
                      style: { flexGrow: countOf(row, coverage) },
                      title: `${t(`domain:coverage.${coverage}`)} ${countOf(row, coverage)}`,
                      children: (
                        <>
                          <span className="sr-only">{t(`domain:coverage.${coverage}`)}</span> {countOf(row, coverage)}
                        </>
                      ),
                    };
                    return row.tier ? (
                      <ScopedLink key={coverage} to={`/units?tiers=${row.tier}&coverages=${coverage}`} {...part} />
                    ) : (
                      <span key={coverage} {...part} />
                    );
                  })}
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
