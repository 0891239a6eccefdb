import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { PageArguments } from '@dangwu/platform/graphql';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportDecisions } from './export-decisions';
import { ExportRequestModel } from './export-request.read-model';
import {
  DecideExportRequestInput,
  ExportRequest,
  ExportRequestConnection,
  FetchApprovedExportInput,
} from './export-request.type';
import { ExportRequests } from './export-requests';

@Resolver()
export class ExportRequestResolver {
  constructor(
    private readonly reader: Reader,
    private readonly requests: ExportRequests,
    private readonly decisions: ExportDecisions,
  ) {}

  @Requires('file.use')
  @Query(() => ExportRequestConnection, {
    description: 'Your own requests for large exports, or all for those who approve or watch over them; newest first.',
  })
  exportRequests(@Args() page: PageArguments, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(ExportRequestModel, { ...page, viewerId: viewer.account.id }, info, viewer);
  }

  @Requires('export.approve')
  @Mutation(() => ExportRequest, {
    description: 'Approve or refuse the large export another person asked for (批准大批量导出).',
  })
  async decideExportRequest(
    @Args('input', { description: 'Which request, whether, why.' }) input: DecideExportRequestInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const key = await this.decisions.decide(viewer, input);
    return this.reader.one(ExportRequestModel, { key, viewerId: viewer.account.id }, info, viewer);
  }

  @Requires('export.request')
  @Mutation(() => Job, {
    description:
      'Write what was approved into an .xlsx file, under your rights of now; once, while the approval holds (领取获准的导出).',
  })
  async fetchApprovedExport(
    @Args('input', { description: 'Which request.' }) input: FetchApprovedExportInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.requests.fetch(viewer, input.id) }, info, viewer);
  }
}
