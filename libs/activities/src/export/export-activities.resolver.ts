import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ExportActivitiesInput } from './export-activities.input';
import { ExportActivities } from './export-activities.job';

@Resolver()
export class ExportActivitiesResolver {
  constructor(
    private readonly reader: Reader,
    private readonly exporting: ExportActivities,
  ) {}

  @Requires('activity.export')
  @Mutation(() => Job, { description: 'Write a list of activities into an .xlsx file; the job names the file.' })
  async exportActivities(
    @Args('input', { description: 'Which list.' }) input: ExportActivitiesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: await this.exporting.start(viewer, input) }, info, viewer);
  }
}
