import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { UnitsDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useMay } from '../../lib/session';
import { UnitCoverage } from './unit-coverage';
import './units.css';

const SHOWN = 8;

/** The units an organization is responsible for or covers; nothing where it has none. */
export function OrganizationUnits({ id }: { id: string }) {
  // a panel among others: waiting for its texts must not hide the page, and with it what is being typed there
  const { t, ready } = useTranslation('unit', { useSuspense: false });
  const reads = useMay('unit.read');
  const { asOf } = useAsOf();
  const { data } = useQuery(UnitsDocument, {
    variables: { first: SHOWN, filter: { organizationId: id }, asOf },
    skip: !reads,
  });
  const found = data?.units;
  if (!ready || !found || found.totalCount === 0) return null;
  return (
    <Panel title={t('panel.title')} note={t('panel.count', { count: found.totalCount })} flush>
      <ul className="unit-lines">
        {found.nodes.map((unit) => (
          <li key={unit.id}>
            <ScopedLink to={`/units?unit=${unit.id}`}>{unit.name}</ScopedLink>
            <UnitCoverage unit={unit} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
