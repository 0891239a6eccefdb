import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures';
import type { TodayOrganizationsQuery } from '../../generated/graphql';

type FiguresData = TodayOrganizationsQuery['organizationFigures'];

/** Four figures of the tree, worst first; each opens what it counts. */
export function OrganizationFigures({ figures }: { figures: FiguresData }) {
  const { t } = useTranslation('today');
  const flagged = '/organizations?flagged=1';
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
          to: flagged,
        },
        {
          key: 'soon',
          name: t('figure.soon'),
          value: figures.termsEndingSoon,
          note: t('figure.soonNote'),
          state: 'risk',
          to: flagged,
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
