import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { AsOf } from '@dangwu/organization';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { alarming, ElectionAlarmsArguments } from './election-alarm.filters';
import { ElectionAlarmModel } from './election-alarm.read-model';
import { LeadershipTeamsArguments } from './leadership-team.filters';
import { RecordElectionInput } from './leadership-team.inputs';
import { LeadershipTeamModel } from './leadership-team.read-model';
import { ElectionAlarmConnection, LeadershipTeam, LeadershipTeamConnection } from './leadership-team.type';
import { LeadershipTeamsService } from './leadership-teams.service';

@Resolver()
export class LeadershipTeamResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asOf: AsOf,
    private readonly teams: LeadershipTeamsService,
  ) {}

  @Requires('member.read')
  @Query(() => LeadershipTeamConnection, {
    description: 'Leadership teams you may read, the end of term nearest first.',
  })
  async leadershipTeams(
    @Args() { within, asOf, ...page }: LeadershipTeamsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    return this.reader.connection(LeadershipTeamModel, { ...page, ...place }, info, viewer);
  }

  @Requires('member.read')
  @Query(() => ElectionAlarmConnection, {
    description:
      'Elections to prepare in organizations whose members you may read, the most pressing first (换届提醒).',
  })
  async electionAlarms(
    @Args() { within, asOf, filter, ...page }: ElectionAlarmsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = await this.asOf.place(viewer, { within, asOf });
    const condition = { ...filter, states: filter?.states ?? alarming };
    return this.reader.connection(ElectionAlarmModel, { ...page, ...place, filter: condition }, info, viewer);
  }

  @Requires('member.maintain')
  @Mutation(() => LeadershipTeam, {
    description:
      'Record an election: the next term begins, its end follows from the rules, and the organization’s too (换届).',
  })
  async recordElection(
    @Args('input', { description: 'Which election.' }) input: RecordElectionInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(LeadershipTeamModel, { key: await this.teams.recordElection(viewer, input) }, info, viewer);
  }
}
