import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportJob } from '../../components/export-job';
import { ChoiceFilter, FilterRow, FlagFilter } from '../../components/ledger/ledger-filters';
import { OrganizationFilter } from '../../components/ledger/organization-filter';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { TeamCountsDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, someOf, text } from '../../lib/url-state';
import { ElectionDrawer, type Electing } from './election-drawer';
import { useTeamColumns } from './team-columns';
import { TeamLine } from './team-line';
import { useExportTeams } from './use-export-teams';
import { useLeadership, type LeadershipRow } from './use-leadership';
import { COLUMNS, DUE, TEAM_STATES } from './words';
import './team.css';

const address = ledgerAddress({
  filters: { states: someOf(TEAM_STATES), vacant: flag(), organization: text() },
  orders: ['ENDS'],
  columns: COLUMNS,
  shown: ['state', 'endsOn', 'alarm', 'term', 'SECRETARY', 'DEPUTY_SECRETARY', 'seats', 'vacancies'],
});

/** Leadership teams, the end of term nearest first: who is in office, which seats are free, where to elect. */
export function TeamsPage() {
  const { t } = useTranslation(['team', 'member', 'console']);
  const { message } = App.useApp();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const ledger = useLedger(address);
  // the past is looked at, not changed
  const maintains = useMay('member.maintain') && !asOf;
  const exports = useMay('member.export');
  const [electing, setElecting] = useState<Electing | null>(null);
  const { states, vacant, organization } = ledger.state;
  const wanted = { states, vacant, organization, within, asOf };
  const { due, found, loading, error, refetch } = useLeadership(wanted, ledger.page);
  const counted = useQuery(TeamCountsDocument, { variables: { within, asOf } });
  const counts = counted.data ?? counted.previousData;
  const exporting = useExportTeams(wanted, ledger.columns.value);
  const elect = maintains
    ? ({ organization: at, team }: LeadershipRow) =>
        setElecting({ organizationId: at?.id ?? null, seats: team?.seats ?? null })
    : null;
  const columns = useTeamColumns(elect);
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t(due ? 'countDue' : 'count', { count: found.totalCount }) : undefined}
        actions={
          <>
            {exports ? <ExportJob {...exporting} /> : null}
            {maintains ? (
              <Button type="primary" onClick={() => setElecting({ organizationId: organization || null, seats: null })}>
                {t('election.verb')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="page-body">
        <LedgerViews
          ledger={ledger}
          kind="TEAMS"
          shipped={[
            {
              key: 'due',
              name: t('view.due'),
              state: `states=${DUE.join('.')}`,
              count: counts && counts.overdue.totalCount + counts.ending.totalCount,
            },
            { key: 'overdue', name: t('view.overdue'), state: 'states=OVERDUE', count: counts?.overdue.totalCount },
            { key: 'ending', name: t('view.ending'), state: 'states=ENDING', count: counts?.ending.totalCount },
            { key: 'vacant', name: t('view.vacant'), state: 'vacant=1', count: counts?.vacant.totalCount },
          ]}
        />
        <FilterRow ledger={ledger} label={t('filters')} columns={columns}>
          <ChoiceFilter
            label={t('state')}
            words={TEAM_STATES}
            word={(one) => t(`states.${one}`)}
            {...ledger.bind('states')}
          />
          <FlagFilter label={t('vacantOnly')} {...ledger.bind('vacant')} />
          <OrganizationFilter {...ledger.bind('organization')} />
        </FilterRow>
        <LedgerTable
          ledger={ledger}
          columns={columns}
          found={found}
          loading={loading}
          error={error}
          retry={refetch}
          named={(row) => row.organization?.name ?? ''}
          line={(row) => <TeamLine row={row} elect={elect} />}
          empty={t('empty')}
          emptyFiltered={t(due ? 'emptyDue' : 'emptyFiltered')}
        />
      </div>
      {electing ? (
        <ElectionDrawer
          {...electing}
          close={() => setElecting(null)}
          done={(words) => {
            setElecting(null);
            void message.success(words);
            void refetch();
            void counted.refetch();
          }}
        />
      ) : null}
    </>
  );
}
