import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../components/ledger/ledger-table';
import { ScopedLink } from '../../components/scoped-link';
import type { HandoverRowFragment } from '../../generated/graphql';
import { HandoverTerm } from './handover-term';
import type { Item } from './use-items';

/** How many things are settled, and how many there are. */
export const settled = (items: readonly Item[]): { settled: number; all: number } => ({
  settled: items.filter(({ state }) => state !== 'OPEN').length,
  all: items.length,
});

/** The columns of the list of handovers. */
export function useHandoverColumns(
  name: (handover: HandoverRowFragment) => ReactNode,
): LedgerColumn<HandoverRowFragment>[] {
  const { t } = useTranslation('handover');
  const waiting = <span className="quiet">{t('confirm.waiting')}</span>;
  return [
    {
      key: 'who',
      title: t('field.who'),
      rowScope: 'row',
      className: 'nowrap',
      render: (_, handover) => name(handover),
    },
    {
      key: 'organization',
      title: t('field.organization'),
      render: (_, { organization }) =>
        organization ? <ScopedLink to={`/organizations/${organization.id}`}>{organization.name}</ScopedLink> : null,
    },
    {
      key: 'state',
      title: t('field.state'),
      className: 'nowrap',
      render: (_, handover) => <HandoverTerm handover={handover} />,
    },
    { key: 'dueOn', title: t('field.dueOn'), className: 'nowrap', dataIndex: 'dueOn' },
    {
      key: 'from',
      title: t('field.fromConfirmed'),
      className: 'nowrap',
      render: (_, { fromConfirmedByName: by }) => by ?? waiting,
    },
    {
      key: 'to',
      title: t('field.toConfirmed'),
      className: 'nowrap',
      render: (_, { toConfirmedByName: by }) => by ?? waiting,
    },
    {
      key: 'items',
      title: t('field.items'),
      align: 'right',
      className: 'nowrap',
      render: (_, handover) => t('settled', settled(handover.items)),
    },
  ];
}
