import { useQuery } from '@apollo/client/react';
import type { PageInfo } from '../../components/pager';
import {
  ElectionAlarmsDocument,
  LeadershipTeamsDocument,
  type AlarmFragment,
  type TeamRowFragment,
  type TeamState,
} from '../../generated/graphql';
import type { PageOf } from '../../lib/url-state';
import { DUE } from './words';

/** A row of the ledger: a team, or an election to prepare where perhaps no team is registered. */
export interface LeadershipRow {
  readonly id: string;
  readonly organization?: { readonly id: string; readonly name: string } | null;
  readonly team?: TeamRowFragment | null;
  readonly alarm?: AlarmFragment | null;
}

/** What is looked for. */
export interface Wanted {
  readonly states: readonly TeamState[];
  readonly vacant: boolean;
  readonly organization: string;
  readonly within: string | null;
  readonly asOf: string | null;
}

const isDue = (state: TeamState): boolean => DUE.some((one) => one === state);

/**
 * Whether only what is due is looked for. It is then told by the terms of organizations, since many of them have a term
 * and no team that anybody registered.
 */
export const looksForDue = ({ states, vacant }: Pick<Wanted, 'states' | 'vacant'>): boolean =>
  states.length > 0 && !vacant && states.every(isDue);

export const alarmFilter = ({ states, organization }: Wanted) => ({
  states: states.filter(isDue),
  organizationId: organization || null,
});

export const teamFilter = ({ states, vacant, organization }: Wanted) => ({
  // nothing chosen: the API lists those in office
  ...(states.length > 0 ? { states: [...states] } : {}),
  vacantOnly: vacant || null,
  organizationId: organization || null,
});

interface Found {
  readonly nodes: readonly LeadershipRow[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The rows of the page: teams, or elections to prepare. */
export function useLeadership(wanted: Wanted, page: PageOf) {
  const { within, asOf } = wanted;
  const due = looksForDue(wanted);
  const alarms = useQuery(ElectionAlarmsDocument, {
    variables: { ...page, within, asOf, filter: alarmFilter(wanted) },
    skip: !due,
  });
  const teams = useQuery(LeadershipTeamsDocument, {
    variables: { ...page, within, asOf, filter: teamFilter(wanted) },
    skip: due,
  });
  const { error, loading, refetch } = due ? alarms : teams;
  const dueFound = (alarms.data ?? alarms.previousData)?.electionAlarms;
  const teamsFound = (teams.data ?? teams.previousData)?.leadershipTeams;
  const found: Found | undefined = due
    ? dueFound && { ...dueFound, nodes: dueFound.nodes.map((alarm) => ({ ...alarm, alarm })) }
    : teamsFound && { ...teamsFound, nodes: teamsFound.nodes.map((team) => ({ ...team, team })) };
  return { due, error, loading, refetch, found };
}
