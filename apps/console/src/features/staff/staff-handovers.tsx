import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../components/scoped-link';
import type { StaffDetailFragment } from '../../generated/graphql';
import { HandoverTerm } from './handover-term';

/** What goes from one of the staff to others, the latest first. */
export function StaffHandovers({ staff }: { staff: StaffDetailFragment }) {
  const { t } = useTranslation('handover');
  return (
    <section aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {staff.handovers.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="staff-handovers">
        {staff.handovers.map((handover) => (
          <li key={handover.id}>
            <ScopedLink to={`/handovers?handover=${handover.id}`}>
              {t('to', { name: handover.to?.name ?? t('unseen'), date: handover.dueOn })}
            </ScopedLink>
            <HandoverTerm handover={handover} />
          </li>
        ))}
      </ul>
    </section>
  );
}
