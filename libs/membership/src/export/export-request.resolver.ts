import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import {
  ExportRequest,
  ExportRequestModel,
  ExportRequests,
  ExportUnits,
  organizationErrors,
} from '@dangwu/organization';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportMembers } from './export-members.job';
import { ExportElectionAlarms, ExportLeadershipTeams } from './export-teams.job';
import { RequestExportInput } from './export.inputs';

/** Here, where all lists of people are known; what becomes of a request is told by the library of organizations. */
@Resolver()
export class RequestExportResolver {
  constructor(
    private readonly reader: Reader,
    private readonly requests: ExportRequests,
    private readonly members: ExportMembers,
    private readonly teams: ExportLeadershipTeams,
    private readonly alarms: ExportElectionAlarms,
    private readonly units: ExportUnits,
  ) {}

  @Requires('export.request')
  @Mutation(() => ExportRequest, {
    description:
      'Ask for a list of more people than may be exported at once; another person approves it (申请大批量导出).',
  })
  async requestExport(
    @Args('input', { description: 'Which list, what for.' }) input: RequestExportInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = await this.ask(viewer, input);
    return this.reader.one(ExportRequestModel, { key, viewerId: viewer.account.id }, info, viewer);
  }

  private ask(viewer: Viewer, { members, leadershipTeams, electionAlarms, units, reason }: RequestExportInput) {
    const count = [members, leadershipTeams, electionAlarms, units].filter(Boolean).length;
    if (count === 1) {
      if (members) return this.requests.ask(viewer, this.members, members, reason);
      if (leadershipTeams) return this.requests.ask(viewer, this.teams, leadershipTeams, reason);
      if (electionAlarms) return this.requests.ask(viewer, this.alarms, electionAlarms, reason);
      if (units) return this.requests.ask(viewer, this.units, units, reason);
    }
    throw organizationErrors.EXPORT_ONE_LIST({ count });
  }
}
