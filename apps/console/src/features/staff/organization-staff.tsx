import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { OrganizationStaffDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useMay } from '../../lib/session';
import './staff.css';

const SHOWN = 8;

/** Who does party-affairs work at an organization on the day; nothing where nobody does. */
export function OrganizationStaff({ id }: { id: string }) {
  // a panel among others: waiting for its texts must not hide the page, and with it what is being typed there
  const { t, ready } = useTranslation('staff', { useSuspense: false });
  const reads = useMay('staff.read');
  const { asOf } = useAsOf();
  const { data } = useQuery(OrganizationStaffDocument, { variables: { id, asOf }, skip: !reads });
  const staff = data?.partyOrganization?.staff ?? [];
  if (!ready || staff.length === 0) return null;
  return (
    <Panel
      title={t('title')}
      note={t('panel.count', { count: staff.length })}
      extra={<ScopedLink to={`/staff?organization=${id}`}>{t('panel.all')}</ScopedLink>}
      flush
    >
      <ul className="staff-lines">
        {staff.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <ScopedLink to={`/staff?organization=${id}&staff=${one.id}`}>{one.name}</ScopedLink>
            <span className="quiet">{t('line', { position: one.position, time: t(`time.${one.time}`) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
