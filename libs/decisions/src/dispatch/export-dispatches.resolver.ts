import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportDispatchesInput } from './export-dispatches.input';
import { ExportDispatches } from './export-dispatches.job';

@Resolver()
export class ExportDispatchesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly exporting: ExportDispatches,
  ) {}

  @Requires('dispatch.export')
  @Mutation(() => Job, {
    description: 'Write the register of requests and reports into an .xlsx file; the job names the file.',
  })
  async exportDispatches(
    @Args('input', { description: 'Which of them.' }) input: ExportDispatchesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.exporting.start(viewer, input) }, info, viewer);
  }
}
