import { CurrentViewer, type Viewer } from '@dangwu/access';
import { Job, JobModel } from '@dangwu/desk';
import { Reader } from '@dangwu/read-model';
import { Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { DoneBatch } from './batch-frame';
import { BatchOutcome } from './batch.type';

/** The job of a batch, read as its owner may see it. */
@Resolver(() => BatchOutcome)
export class BatchOutcomeFields {
  constructor(private readonly reader: Reader) {}

  @ResolveField(() => Job, { nullable: true, description: 'The job that writes so many rows; null: they are written.' })
  job(@Parent() { jobId }: DoneBatch, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return jobId ? this.reader.one(JobModel, { key: jobId }, info, viewer) : null;
  }
}
