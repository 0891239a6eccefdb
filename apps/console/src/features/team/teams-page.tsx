import { useQuery } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter, FilterRow, FlagFilter } from '../../components/ledger/ledger-filters';
import { OrganizationFilter } from '../../components/ledger/organization-filter';
import { LedgerTable } from '../../components/ledger/ledger-table';
import { LedgerViews } from '../../components/ledger/ledger-views';
import { ledgerAddress, useLedger } from '../../components/ledger/use-ledger';
import { PageHead } from '../../components/page-head';
import { ScopedLink } from '../../components/scoped-link';
import { LeadershipTeamsDocument } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { useScope } from '../../lib/scope';
import { useMay } from '../../lib/session';
import { flag, someOf, text } from '../../lib/url-state';
import { ElectionDrawer } from './election-drawer';
import { namesOf, useTeamColumns } from './team-columns';
import { TeamTerm } from './team-term';
import { TEAM_STATES } from './words';

const address = ledgerAddress({
  filters: { states: someOf(TEAM_STATES), vacant: flag(), organization: text() },
  orders: ['ENDS'],
  columns: ['state', 'endsOn', 'term', 'since', 'SECRETARY', 'DEPUTY_SECRETARY', 'others', 'seats', 'vacancies'],
  shown: ['state', 'endsOn', 'term', 'SECRETARY', 'DEPUTY_SECRETARY', 'seats', 'vacancies'],
});

/** Leadership teams, the end of term nearest first: who is in office, which seats are free, where to elect. */
export function TeamsPage() {
  const { t } = useTranslation(['team', 'member', 'console']);
  const { message } = App.useApp();
  const { within } = useScope();
  const { asOf } = useAsOf();
  const ledger = useLedger(address);
  const maintains = useMay('member.maintain');
  const [electing, setElecting] = useState(false);
  const { state } = ledger;
  const { data, previousData, error, loading, refetch } = useQuery(LeadershipTeamsDocument, {
    variables: {
      ...ledger.page,
      within,
      asOf,
      filter: {
        // nothing chosen: the API lists those in office
        ...(state.states.length > 0 ? { states: state.states } : {}),
        vacantOnly: state.vacant || null,
        organizationId: state.organization || null,
      },
    },
  });
  const found = (data ?? previousData)?.leadershipTeams;
  const columns = useTeamColumns();
  return (
    <>
      <PageHead
        title={t('title')}
        note={found ? t('count', { count: found.totalCount }) : undefined}
        actions={
          maintains && !asOf ? (
            <Button type="primary" onClick={() => setElecting(true)}>
              {t('election.verb')}
            </Button>
          ) : null
        }
      />
      <div className="page-body">
        <LedgerViews
          ledger={ledger}
          kind="TEAMS"
          shipped={[
            { key: 'due', name: t('view.due'), state: 'states=OVERDUE.ENDING' },
            { key: 'vacant', name: t('view.vacant'), state: 'vacant=1' },
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
          named={(team) => team.organization?.name ?? ''}
          line={(team) => (
            <>
              {team.organization ? (
                <ScopedLink to={`/organizations/${team.organization.id}`}>{team.organization.name}</ScopedLink>
              ) : null}
              <TeamTerm team={team} />
              <span className="quiet">
                {t('line', {
                  secretary: namesOf(team, 'SECRETARY')[0] ?? t('none'),
                  seats: team.seats,
                  vacancies: team.vacancies,
                })}
              </span>
            </>
          )}
          empty={t('empty')}
          emptyFiltered={t('emptyFiltered')}
        />
      </div>
      {electing ? (
        <ElectionDrawer
          organizationId={state.organization || null}
          close={() => setElecting(false)}
          done={(words) => {
            setElecting(false);
            void message.success(words);
            void refetch();
          }}
        />
      ) : null}
    </>
  );
}
