import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerTable, type LedgerColumn } from '../../components/ledger/ledger-table';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { VenueRowsDocument, type VenueRowFragment } from '../../generated/graphql';
import { flag, someOf, text, useUrlState } from '../../lib/url-state';
import type { Adding } from './catalogue-page';
import { VenueDrawer } from './venue-drawer';
import { VenueForm } from './venue-form';
import { VENUE_KINDS } from './words';

const address = ledgerAddress({
  filters: { search: text(), kinds: someOf(VENUE_KINDS), closed: flag() },
  orders: ['NAME', 'KIND'],
  columns: ['kind', 'organization', 'address', 'capacity', 'closed'],
  shown: ['kind', 'organization', 'address', 'capacity'],
});
/** The venue in the drawer; apart, so that opening one keeps the page. */
const opened = { venue: text() };

/** The ledger of venues; one opened shows when it is free. */
export function VenuesView({ adding, end }: Adding) {
  const { t } = useTranslation('catalogue');
  const ledger = useLedger(address);
  const [{ venue: open }, setOpen] = useUrlState(opened, { keepPage: true });
  const { search, kinds, closed } = ledger.state;
  const filter = { search: search || null, kinds: given(kinds), includeClosed: closed };
  const { data, previousData, error, loading, refetch } = useQuery(VenueRowsDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value },
  });
  const found = (data ?? previousData)?.venues;
  const name = (venue: VenueRowFragment, note: string) => (
    <button type="button" className="ledger-open" onClick={() => setOpen({ venue: venue.id })}>
      {venue.name}
      <span>{note}</span>
    </button>
  );
  const closedWords = ({ closedOn }: VenueRowFragment) => (closedOn ? t('venue.closedFrom', { on: closedOn }) : '');
  const columns: readonly LedgerColumn<VenueRowFragment>[] = [
    { key: 'name', title: t('column.name'), rowScope: 'row', render: (_, row) => name(row, closedWords(row)) },
    { key: 'kind', title: t('column.venueKind'), className: 'nowrap', render: (_, row) => t(`venueKind.${row.kind}`) },
    { key: 'organization', title: t('column.keeper'), render: (_, row) => row.organization?.name },
    { key: 'address', title: t('column.address'), dataIndex: 'address' },
    { key: 'capacity', title: t('column.capacity'), align: 'right', dataIndex: 'capacity' },
    { key: 'closed', title: t('column.closed'), className: 'nowrap', dataIndex: 'closedOn' },
  ];
  return (
    <>
      <FilterRow
        ledger={ledger}
        label={t('filters')}
        search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
        order={(order) => t(`order.${order}`)}
        columns={columns}
      >
        <ChoiceFilter
          label={t('column.venueKind')}
          words={VENUE_KINDS}
          word={(kind) => t(`venueKind.${kind}`)}
          {...ledger.bind('kinds')}
        />
        <FlagFilter label={t('withClosed')} {...ledger.bind('closed')} />
      </FilterRow>
      <LedgerTable
        ledger={ledger}
        columns={columns}
        found={found}
        loading={loading}
        error={error}
        retry={refetch}
        named={(venue) => venue.name}
        line={(venue) =>
          name(venue, [t(`venueKind.${venue.kind}`), venue.organization?.name].filter(Boolean).join(' · '))
        }
        empty={t('venue.empty')}
        emptyFiltered={t('venue.emptyFiltered')}
        chosen={open}
      />
      {adding ? <VenueForm venue={null} close={end} /> : null}
      {open ? <VenueDrawer key={open} id={open} close={() => setOpen({ venue: '' })} /> : null}
    </>
  );
}
