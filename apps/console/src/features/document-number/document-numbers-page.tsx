import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow, FlagFilter, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { StateWord } from '../../components/state-glyph';
import {
  DocumentNumberGapsDocument,
  DocumentNumbersDocument,
  type DocumentNumberFilter,
} from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { useLiveEvent } from '../../lib/live-events';
import { useScope } from '../../lib/scope';
import { flag, oneOf, someOf, text } from '../../lib/url-state';
import { NumberState, Title, useNumberColumns } from './number-columns';
import { COLUMNS, KINDS, YEARS } from './words';
import { YearFilter } from './year-filter';
import './document-numbers.css';

const address = ledgerAddress({
  filters: { search: text(), kinds: someOf(KINDS), year: oneOf(['', ...YEARS], ''), withdrawn: flag() },
  orders: ['LATEST', 'NUMBER'],
  columns: COLUMNS,
});

/** The register of numbers: which were given to what, when and by whom, and whether any is missing. */
export function DocumentNumbersPage() {
  const { t } = useTranslation('documentNumber');
  const { within } = useScope();
  const ledger = useLedger(address);
  const { search, kinds, year, withdrawn } = ledger.state;
  const filter: DocumentNumberFilter = {
    search: search || null,
    kinds: given(kinds),
    year: year ? Number(year) : null,
    withdrawn: withdrawn || null,
  };
  const { data, previousData, error, loading, refetch } = useQuery(DocumentNumbersDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value, within },
    fetchPolicy: 'cache-and-network',
  });
  const gaps = useQuery(DocumentNumberGapsDocument, { variables: { within }, fetchPolicy: 'cache-and-network' });
  useLiveEvent('matter', () => void refetch());
  useLiveEvent('dispatch', () => void refetch());
  useLiveEvent('session', () => void refetch());
  const found = (data ?? previousData)?.documentNumbers;
  const places = (gaps.data ?? gaps.previousData)?.documentNumbers.totalCount;
  const columns = useNumberColumns();
  return (
    <>
      <LedgerHead title={t('title')} note={found ? t('count', { count: found.totalCount }) : undefined} />
      <div className="page-body document-numbers">
        {places === undefined ? null : (
          <p className="number-gaps">
            <StateWord state={places ? 'late' : 'done'}>
              {places ? t('gaps', { count: places }) : t('noGaps')}
            </StateWord>
            <span className="quiet">{t('counted')}</span>
          </p>
        )}
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <YearFilter {...ledger.bind('year')} />
          <ChoiceFilter
            label={t('column.kind')}
            words={KINDS}
            word={(kind) => t(`kind.${kind}`)}
            {...ledger.bind('kinds')}
          />
          <FlagFilter label={t('withdrawnOnly')} {...ledger.bind('withdrawn')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(row) => row.text ?? t('number', row)}
          line={(row) => (
            <div className="number-line">
              <strong>{row.text}</strong>
              <Title given={row} />
              <p className="quiet">
                {[t(`kind.${row.kind}`), row.organization?.name, dayOf(row.givenAt), row.givenBy]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {row.withdrawn || row.missing > 0 ? <NumberState given={row} /> : null}
            </div>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
    </>
  );
}
