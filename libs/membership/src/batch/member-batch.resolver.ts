import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { BatchConsequences, BatchOutcome, type DoneBatch, type ForeseenBatch } from '@dangwu/organization';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BatchTransferMembersInput, MembersTransferInput } from './member-batch.inputs';
import { TransferManyMembers } from './transfer-many-members';

@Resolver()
export class MemberBatchResolver {
  constructor(private readonly transferring: TransferManyMembers) {}

  @Requires('member.maintain')
  @Query(() => BatchConsequences, {
    description: 'What transferring many members would do, to be shown before it is confirmed.',
  })
  batchTransferConsequences(
    @Args('input', { description: 'Which members, where to.' }) input: MembersTransferInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ForeseenBatch> {
    return this.transferring.foresee(viewer, input);
  }

  @Requires('member.maintain')
  @Mutation(() => BatchOutcome, {
    description:
      'Transfer the formal affiliation of many members as foreseen (整批转接组织关系), in one transaction: all that can, or none. More than 1,000 are written by a job.',
  })
  batchTransferMembers(
    @Args('input', { description: 'Which members, where to, what was foreseen.' }) input: BatchTransferMembersInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DoneBatch> {
    return this.transferring.transfer(viewer, input);
  }
}
