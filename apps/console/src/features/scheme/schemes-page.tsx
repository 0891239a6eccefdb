import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../app/routes';
import { ChoiceFilter, FilterRow, SearchFilter } from '../../components/ledger/ledger-filters';
import { LedgerHead } from '../../components/ledger/ledger-head';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerTabs } from '../../components/ledger/ledger-tabs';
import { given, ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { AssessmentSchemesDocument } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { oneOf, someOf, text } from '../../lib/url-state';
import { CreateDrawer } from './create-drawer';
import { Kinds, SchemeName, SchemeState, useSchemeColumns, Versions } from './scheme-columns';
import { COLUMNS, SHOWN, SUBJECTS, TABS } from './scheme-words';
import './scheme.css';

const address = ledgerAddress({
  filters: { tab: oneOf(TABS, 'used'), search: text(), subjects: someOf(SUBJECTS) },
  orders: ['NAME', 'NEWEST'],
  columns: COLUMNS,
  shown: ['subject', 'version', 'kinds', 'cycles', 'state'],
});

/** What organizations and people are assessed by. */
export function SchemesPage() {
  const { t } = useTranslation('scheme');
  const ledger = useLedger(address);
  const maintains = useMay('scheme.maintain');
  const navigate = useNavigate();
  const { scoped } = useScope();
  const [creating, setCreating] = useState(false);
  const { tab, search, subjects } = ledger.state;
  const filter = { ...SHOWN[tab], search: search || null, subjects: given(subjects) };
  const { data, previousData, error, loading, refetch } = useQuery(AssessmentSchemesDocument, {
    variables: { ...ledger.page, filter, order: ledger.order.value },
    fetchPolicy: 'cache-and-network',
  });
  const found = (data ?? previousData)?.assessmentSchemes;
  const columns = useSchemeColumns();
  return (
    <>
      <LedgerHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        verb={maintains ? { words: t('create.verb'), begin: () => setCreating(true) } : null}
      />
      <div className="page-body">
        <LedgerTabs
          label={t('tabs')}
          tabs={TABS.filter((each) => maintains || each !== 'drafted')}
          shown={tab}
          word={(each) => t(`tab.${each}`)}
          choose={(each) => ledger.set({ tab: each })}
        />
        <FilterRow
          ledger={ledger}
          label={t('filters')}
          search={<SearchFilter label={t('search')} {...ledger.bind('search')} />}
          order={(value) => t(`order.${value}`)}
          columns={columns}
        >
          <ChoiceFilter
            label={t('column.subject')}
            words={SUBJECTS}
            word={(one) => t(`subject.${one}`)}
            {...ledger.bind('subjects')}
          />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading && !found}
          error={error}
          retry={refetch}
          named={(scheme) => local(scheme.name)}
          line={(scheme) => (
            <div className="scheme-line">
              <div>
                <SchemeName scheme={scheme} />
              </div>
              <p>
                <SchemeState scheme={scheme} /> <Versions scheme={scheme} />
              </p>
              <p className="quiet">
                {t(`subject.${scheme.subject}`)} · <Kinds scheme={scheme} />
              </p>
            </div>
          )}
          empty={t(maintains ? `empty.${tab}` : 'empty.reader')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
      {creating ? (
        <CreateDrawer
          copyOf={null}
          close={(id) => {
            setCreating(false);
            if (id) void navigate(scoped(`${paths.schemes}/${id}`));
          }}
        />
      ) : null}
    </>
  );
}
