import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { LocalText } from '@dangwu/platform/graphql';
import { Reader } from '@dangwu/read-model';
import {
  Args,
  ID,
  Info,
  Int,
  Field,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ForeseenOperation } from './changes/foresee-operation';
import { MergeOrganizationsInput, SplitOrganizationInput, UndoOperationInput } from './operation.inputs';
import { DissolveOrganizationInput } from './organization.inputs';
import { OperationService } from './operation.service';
import { PartyOrganizationModel } from './organization.read-model';
import { PartyOrganization } from './organization.type';

@ObjectType({ description: 'What an operation would bring about. Nothing is written by asking.' })
export class OperationConsequences {
  @Field(() => Int, { description: 'How many organizations would change.' })
  organizationCount!: number;

  @Field(() => [LocalText], { description: 'Why it would be refused; empty: it would be carried out.' })
  refusals!: LocalText[];

  @Field(() => [LocalText], { description: 'What to know before confirming, such as that its day lies ahead.' })
  warnings!: LocalText[];

  @Field(() => [LocalText], {
    description: 'What becomes of organizations, a sentence each; as of today when its day lies ahead.',
  })
  changes!: LocalText[];

  @Field(() => [LocalText], { description: 'Flags that would appear.' })
  flagsRaised!: LocalText[];

  @Field(() => [LocalText], { description: 'Flags that would vanish.' })
  flagsCleared!: LocalText[];

  @Field(() => [LocalText], { description: 'Operations waiting for their day that would not be carried out any more.' })
  falling!: LocalText[];

  @Field(() => [LocalText], { description: 'What would stay where it is, although one might expect it to go along.' })
  stays!: LocalText[];
}

/** Merging, splitting, undoing, withdrawing. */
@Resolver()
export class OperationMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: OperationService,
  ) {}

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, {
    description:
      'Merge organizations into one (合并): what stands below them moves to it, they are dissolved, reported members add up.',
  })
  mergeOrganizations(
    @Args('input', { description: 'Which into which.' }) input: MergeOrganizationsInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.merge(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, {
    description: 'Found organizations out of one (拆分); their reported members are taken off its count.',
  })
  splitOrganization(
    @Args('input', { description: 'Which, into what.' }) input: SplitOrganizationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.split(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, {
    description:
      'Undo a wrong operation (撤销变更) by a new one: the days it held for are told anew from what held before. All of a merge or split are undone together.',
  })
  undoOperation(
    @Args('input', { description: 'Which operation, on which basis.' }) input: UndoOperationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.undo(viewer, input), info, viewer);
  }

  @Requires('organization.maintain')
  @Mutation(() => PartyOrganization, {
    description: 'Withdraw an operation whose day has not come (撤回待生效的变更).',
  })
  withdrawPendingOperation(
    @Args('input', { description: 'Which operation, on which basis.' }) input: UndoOperationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.withdraw(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(PartyOrganizationModel, { key: await written }, info, viewer);
  }
}

@Resolver(() => OperationConsequences)
export class OperationConsequencesResolver {
  constructor(private readonly service: OperationService) {}

  @Requires('organization.maintain')
  @Query(() => OperationConsequences, {
    description: 'What a merge would bring about, to be shown before it is confirmed.',
  })
  mergeConsequences(
    @Args('input', { description: 'The merge.' }) input: MergeOrganizationsInput,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.service.foreseeMerge(viewer, input);
  }

  @Requires('organization.maintain')
  @Query(() => OperationConsequences, {
    description: 'What undoing would bring about, to be shown before it is confirmed.',
  })
  undoConsequences(
    @Args('operationId', { type: () => ID, description: 'The operation.' }) operationId: string,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.service.foreseeUndo(viewer, operationId);
  }

  @Requires('organization.maintain')
  @Query(() => OperationConsequences, {
    description: 'What a split would bring about, to be shown before it is confirmed.',
  })
  splitConsequences(
    @Args('input', { description: 'The split.' }) input: SplitOrganizationInput,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.service.foreseeSplit(viewer, input);
  }

  @Requires('organization.maintain')
  @Query(() => OperationConsequences, {
    description: 'What dissolving would bring about, to be shown before it is confirmed.',
  })
  dissolveConsequences(
    @Args('input', { description: 'The dissolution.' }) input: DissolveOrganizationInput,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.service.foreseeDissolve(viewer, input);
  }

  @Requires('organization.maintain')
  @Query(() => OperationConsequences, {
    description: 'What withdrawing would bring about, to be shown before it is confirmed.',
  })
  withdrawConsequences(
    @Args('operationId', { type: () => ID, description: 'The operation that waits for its day.' }) operationId: string,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.service.foreseeWithdrawal(viewer, operationId);
  }

  @ResolveField(() => Int, { description: 'How many organizations would change.' })
  organizationCount(@Parent() { organizationIds }: ForeseenOperation): number {
    return organizationIds.length;
  }
}
