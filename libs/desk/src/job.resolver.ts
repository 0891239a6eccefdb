import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { JobEntity, Jobs } from '@dangwu/platform/jobs';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { JobModel } from './desk.read-models';
import { CancelJobInput, Job } from './job.type';

@Resolver(() => Job)
export class JobResolver {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  @Requires('job.read')
  @Query(() => Job, { nullable: true, description: 'A job of your own; ask again for its progress.' })
  job(
    @Args('id', { type: () => ID, description: 'The job.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(JobModel, { key: localId('Job', id) }, info, viewer);
  }

  @Requires('job.read')
  @Mutation(() => Job, { description: 'Stop a job of your own; what it wrote so far is taken back.' })
  async cancelJob(
    @Args('input', { description: 'Which job.' }) input: CancelJobInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('Job', input.id);
    await this.database.transaction(viewer.scope('job.read'), async (tx) => {
      const own = await tx.existsBy(JobEntity, { id, accountId: viewer.account.id });
      if (!own) throw platformErrors.UNKNOWN_ID();
      await this.jobs.cancel(tx, id);
    });
    return this.reader.one(JobModel, { key: id }, info, viewer);
  }
}
