import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DoneBatch, ForeseenBatch } from '../../batch/batch-frame';
import { BatchConsequences, BatchOutcome } from '../../batch/batch.type';
import { UnitBatch } from './unit-batch';
import { BatchChangeUnitsInput, UnitBatchInput } from './unit-batch.inputs';

@Resolver()
export class UnitBatchResolver {
  constructor(private readonly batch: UnitBatch) {}

  @Requires('unit.maintain')
  @Query(() => BatchConsequences, {
    description: 'What changing many units would do, to be shown before it is confirmed.',
  })
  unitBatchConsequences(
    @Args('input', { description: 'Which units, what they are to become.' }) input: UnitBatchInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ForeseenBatch> {
    return this.batch.foresee(viewer, input);
  }

  @Requires('unit.maintain')
  @Mutation(() => BatchOutcome, {
    description:
      'Change many units as foreseen (批量变更), in one transaction: all that can, or none. More than 1,000 are written by a job.',
  })
  batchChangeUnits(
    @Args('input', { description: 'Which units, what they are to become, what was foreseen.' })
    input: BatchChangeUnitsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DoneBatch> {
    return this.batch.change(viewer, input);
  }
}
