import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { LeadershipTeam, LeadershipTeamConnection } from './leadership-team.type';
import { AlarmsArguments, LeadershipTeamsArguments, type LeadershipTeamCondition } from './member.filters';
import { TeamState } from './member.enums';
import { RecordElectionInput } from './member.inputs';
import { LeadershipTeamModel } from './member.read-model';
import { TeamsService, type TermDays } from './teams.service';

@Resolver()
export class TeamsResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly teams: TeamsService,
  ) {}

  @Requires('member.read')
  @Query(() => LeadershipTeamConnection, {
    description: 'Leadership teams you may read, the end of term nearest first.',
  })
  async leadershipTeams(
    @Args() { within, filter, ...page }: LeadershipTeamsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const days = await this.teams.days(viewer);
    const condition: LeadershipTeamCondition = {
      ...(filter?.states ? statesAsked(filter.states, days) : {}),
      ...(filter?.organizationId ? { ofOrganization: localId('PartyOrganization', filter.organizationId) } : {}),
    };
    return this.list(page, within, condition, days, info, viewer);
  }

  @Requires('member.read')
  @Query(() => LeadershipTeamConnection, {
    description:
      'Teams whose term has ended or ends within the months of the reminder: elections to prepare (换届提醒).',
  })
  async reelectionAlarms(
    @Args() { within, ...page }: AlarmsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const days = await this.teams.days(viewer);
    return this.list(page, within, statesAsked([TeamState.ENDING, TeamState.OVERDUE], days), days, info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => LeadershipTeam, {
    description:
      'Record an election: the next term begins, its end follows from the rules, and the organization’s too.',
  })
  async recordElection(
    @Args('input', { description: 'Which election.' }) input: RecordElectionInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = await this.teams.recordElection(viewer, input);
    return this.reader.one(LeadershipTeamModel, { ...(await this.teams.days(viewer)), key }, info, viewer);
  }

  private async list(
    page: object,
    within: string | null | undefined,
    filter: LeadershipTeamCondition,
    days: TermDays,
    info: GraphQLResolveInfo,
    viewer: Viewer,
  ) {
    const area = within ? { within: await this.access.below(viewer, within) } : {};
    return this.reader.connection(LeadershipTeamModel, { ...days, ...page, ...area, filter }, info, viewer);
  }
}

const statesAsked = (states: readonly TeamState[], { today, soon }: TermDays): LeadershipTeamCondition => ({
  states: JSON.stringify({ states, today, soon }),
});
