import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DoneBatch, ForeseenBatch } from './batch-frame';
import { BatchConsequences, BatchOutcome } from './batch.type';
import {
  BatchDissolveOrganizationsInput,
  BatchMoveOrganizationsInput,
  OrganizationsDissolveInput,
  OrganizationsMoveInput,
} from './organization-batch.inputs';
import { DissolveManyOrganizations, MoveManyOrganizations } from './organization-batches';

@Resolver()
export class OrganizationBatchResolver {
  constructor(
    private readonly moving: MoveManyOrganizations,
    private readonly dissolving: DissolveManyOrganizations,
  ) {}

  @Requires('organization.maintain')
  @Query(() => BatchConsequences, {
    description: 'What moving many organizations would do, to be shown before it is confirmed.',
  })
  batchMoveConsequences(
    @Args('input', { description: 'Which organizations, their new place.' }) input: OrganizationsMoveInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ForeseenBatch> {
    return this.moving.foresee(viewer, input);
  }

  @Requires('organization.maintain')
  @Mutation(() => BatchOutcome, {
    description:
      'Put many organizations, with everything below them, under another parent as foreseen (批量调整隶属), in one transaction: all that can, or none. More than 200 are written by a job.',
  })
  batchMoveOrganizations(
    @Args('input', { description: 'Which organizations, their new place, what was foreseen.' })
    input: BatchMoveOrganizationsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DoneBatch> {
    return this.moving.move(viewer, input);
  }

  @Requires('organization.maintain')
  @Query(() => BatchConsequences, {
    description: 'What dissolving many organizations would do, to be shown before it is confirmed.',
  })
  batchDissolveConsequences(
    @Args('input', { description: 'Which organizations.' }) input: OrganizationsDissolveInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ForeseenBatch> {
    return this.dissolving.foresee(viewer, input);
  }

  @Requires('organization.maintain')
  @Mutation(() => BatchOutcome, {
    description:
      'Dissolve many organizations as foreseen (批量撤销), in one transaction: all that can, or none. More than 200 are written by a job.',
  })
  batchDissolveOrganizations(
    @Args('input', { description: 'Which organizations, what was foreseen.' }) input: BatchDissolveOrganizationsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DoneBatch> {
    return this.dissolving.dissolve(viewer, input);
  }
}
