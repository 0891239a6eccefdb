import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportMembers } from './export-members.job';
import { ExportElectionAlarms, ExportLeadershipTeams } from './export-teams.job';
import { ExportElectionAlarmsInput, ExportLeadershipTeamsInput, ExportMembersInput } from './export.inputs';

/** What the ledgers of members and teams show, as files. */
@Resolver()
export class MemberExportResolver {
  constructor(
    private readonly reader: Reader,
    private readonly members: ExportMembers,
    private readonly teams: ExportLeadershipTeams,
    private readonly alarms: ExportElectionAlarms,
  ) {}

  @Requires('member.export')
  @Mutation(() => Job, {
    description:
      'Write a list of members into an .xlsx file, numbers masked; the job names the file. Many need approval: `requestExport`.',
  })
  exportMembers(
    @Args('input', { description: 'Which list.' }) input: ExportMembersInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.job(this.members.start(viewer, input), info, viewer);
  }

  @Requires('member.export')
  @Mutation(() => Job, {
    description:
      'Write a list of leadership teams into an .xlsx file; the job names the file. Many people need approval: `requestExport`.',
  })
  exportLeadershipTeams(
    @Args('input', { description: 'Which list.' }) input: ExportLeadershipTeamsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.job(this.teams.start(viewer, input), info, viewer);
  }

  @Requires('member.export')
  @Mutation(() => Job, {
    description:
      'Write a list of elections to prepare into an .xlsx file; the job names the file. Many people need approval: `requestExport`.',
  })
  exportElectionAlarms(
    @Args('input', { description: 'Which list.' }) input: ExportElectionAlarmsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.job(this.alarms.start(viewer, input), info, viewer);
  }

  private async job(started: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(JobModel, { key: await started }, info, viewer);
  }
}
