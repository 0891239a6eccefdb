import { useTranslation } from 'react-i18next';
import { Figures } from '../../components/figures';
import type { Duties } from './use-duties';

/** What the rules ask for, worst first; each opens what it counts. */
export function DutyFigures({ duties }: { duties: Duties }) {
  const { t } = useTranslation('today');
  const { late, atRisk, waiting, done } = duties;
  return (
    <Figures
      label={t('duty.label')}
      figures={[
        {
          key: 'late',
          name: t('duty.late'),
          value: late.totalCount,
          note: t('duty.lateNote'),
          state: 'late',
          to: '/obligations',
        },
        {
          key: 'risk',
          name: t('duty.risk'),
          value: atRisk.totalCount,
          note: t('duty.riskNote'),
          state: 'risk',
          to: '/obligations',
        },
        {
          key: 'waiting',
          name: t('duty.waiting'),
          value: waiting.totalCount,
          note: t('duty.waitingNote'),
          state: 'pending',
          to: '/activities?states=HELD&order=SOONEST',
        },
        {
          key: 'done',
          name: t('duty.done'),
          value: done.totalCount,
          note: t('duty.doneNote'),
          state: 'done',
          to: '/obligations',
        },
      ]}
    />
  );
}
