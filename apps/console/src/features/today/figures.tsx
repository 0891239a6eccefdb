import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import { StateGlyph, type State } from '../../components/state-glyph';
import type { TodayOrganizationsQuery } from '../../generated/graphql';
import { useMay } from '../../lib/session';

type FiguresData = TodayOrganizationsQuery['organizationFigures'];

/** Four figures, worst first; each opens what it counts. */
export function Figures({ figures }: { figures: FiguresData }) {
  const { t } = useTranslation('today');
  const readsTeams = useMay('member.read');
  // elections are worked through among the teams; who may not read those sees the flags
  const terms = (state: 'OVERDUE' | 'ENDING') => (readsTeams ? `/teams?states=${state}` : '/organizations?flagged=1');
  const cells: { key: string; state: State | null; value: number; note: string; to: string }[] = [
    { key: 'overdue', state: 'late', value: figures.termsOverdue, note: t('figure.overdueNote'), to: terms('OVERDUE') },
    { key: 'soon', state: 'risk', value: figures.termsEndingSoon, note: t('figure.soonNote'), to: terms('ENDING') },
    {
      key: 'flagged',
      state: 'risk',
      value: figures.flagged,
      note: t('figure.flaggedNote', { total: figures.total }),
      to: '/organizations?flagged=1',
    },
    {
      key: 'total',
      state: null,
      value: figures.total,
      note: t('figure.totalNote', { led: figures.led, guided: figures.guided }),
      to: '/organizations',
    },
  ];
  return (
    <ul className="figures panel" aria-label={t('figure.label')}>
      {cells.map((cell) => (
        <li key={cell.key}>
          <ScopedLink to={cell.to}>
            <span className="figure-name">
              {/* Nothing late is good news: pale, not red with a nought. */}
              {cell.state ? <StateGlyph state={cell.value > 0 ? cell.state : 'done'} /> : null}
              {t(`figure.${cell.key}`)}
            </span>
            <span className={cell.key === 'overdue' && cell.value > 0 ? 'figure figure-late' : 'figure'}>
              {cell.value}
            </span>
            <span className="figure-note">{cell.note}</span>
          </ScopedLink>
        </li>
      ))}
    </ul>
  );
}
