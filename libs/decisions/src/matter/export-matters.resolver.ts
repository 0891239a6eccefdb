import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportMattersInput } from './export-matters.input';
import { ExportMatters } from './export-matters.job';

@Resolver()
export class ExportMattersResolver {
  constructor(
    private readonly reader: Reader,
    private readonly exporting: ExportMatters,
  ) {}

  @Requires('matter.export')
  @Mutation(() => Job, {
    description: 'Write the ledger of matters into an .xlsx file; the job names the file.',
  })
  async exportMatters(
    @Args('input', { description: 'Which of them.' }) input: ExportMattersInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.exporting.start(viewer, input) }, info, viewer);
  }
}
