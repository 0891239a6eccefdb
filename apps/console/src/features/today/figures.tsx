import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures';
import type { TodayOrganizationsQuery } from '../../generated/graphql';
import { useMay } from '../../lib/session';

type FiguresData = TodayOrganizationsQuery['organizationFigures'];

/** Four figures of the tree, worst first; each opens what it counts. */
export function OrganizationFigures({ figures }: { figures: FiguresData }) {
  const { t } = useTranslation('today');
  const readsTeams = useMay('member.read');
  const flagged = '/organizations?flagged=1';
  // elections are worked through among the teams; who may not read those sees the flags
  const terms = (state: 'OVERDUE' | 'ENDING') => (readsTeams ? `/teams?states=${state}` : flagged);
  return (
    <Figures
      label={t('figure.label')}
      figures={[
        {
          key: 'overdue',
          name: t('figure.overdue'),
          value: figures.termsOverdue,
          note: t('figure.overdueNote'),
          state: 'late',
          to: terms('OVERDUE'),
        },
        {
          key: 'soon',
          name: t('figure.soon'),
          value: figures.termsEndingSoon,
          note: t('figure.soonNote'),
          state: 'risk',
          to: terms('ENDING'),
        },
        {
          key: 'flagged',
          name: t('figure.flagged'),
          value: figures.flagged,
          note: t('figure.flaggedNote', { total: figures.total }),
          state: 'risk',
          to: flagged,
        },
        {
          key: 'total',
          name: t('figure.total'),
          value: figures.total,
          note: t('figure.totalNote', { led: figures.led, guided: figures.guided }),
          state: null,
          to: '/organizations',
        },
      ]}
    />
  );
}
