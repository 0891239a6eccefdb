import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CheckMatter } from './check-matter';
import { CouncilAgenda } from './council-agenda';
import { MatterMaterials } from './materials';
import {
  AcceptMatterInput,
  AddMatterMaterialInput,
  ChangeMatterInput,
  DraftMatterInput,
  PlaceOnCouncilAgendaInput,
  RecordCouncilOutcomeInput,
  RemoveMatterMaterialInput,
  ReturnMatterInput,
  SubmitMatterInput,
  WithdrawMatterInput,
} from './matter.inputs';
import { MatterModel } from './matter.read-model';
import { MatterService } from './matter.service';
import { Matter } from './matter.type';
import { SubmitMatter } from './submit-matter';

/** Writes: each delegates, then reads the matter anew as its caller may see it. */
@Resolver()
export class MatterMutations {
  constructor(
    private readonly reader: Reader,
    private readonly service: MatterService,
    private readonly submission: SubmitMatter,
    private readonly check: CheckMatter,
    private readonly materials: MatterMaterials,
    private readonly agenda: CouncilAgenda,
  ) {}

  @Requires('matter.propose')
  @Mutation(() => Matter, { description: 'Draft a matter (起草事项).' })
  draftMatter(
    @Args('input', { description: 'The matter.' }) input: DraftMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.draft(viewer, input), info, viewer);
  }

  @Requires('matter.propose')
  @Mutation(() => Matter, { description: 'Change a matter that is not submitted, or was returned (修改事项).' })
  changeMatter(
    @Args('input', { description: 'Which matter, what changes.' }) input: ChangeMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.change(viewer, input), info, viewer);
  }

  @Requires('matter.propose')
  @Mutation(() => Matter, { description: 'Hand in an uploaded file as a material (添加材料).' })
  addMatterMaterial(
    @Args('input', { description: 'Which material, which file.' }) input: AddMatterMaterialInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.materials.add(viewer, input), info, viewer);
  }

  @Requires('matter.propose')
  @Mutation(() => Matter, { description: 'Take out a material that was not submitted yet, with its bytes (移除材料).' })
  removeMatterMaterial(
    @Args('input', { description: 'Which material.' }) input: RemoveMatterMaterialInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.materials.remove(viewer, input), info, viewer);
  }

  @Requires('matter.propose')
  @Mutation(() => Matter, {
    description: 'Submit a matter under the rule that applies to it, as its next version (提交事项).',
  })
  submitMatter(
    @Args('input', { description: 'Which matter.' }) input: SubmitMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.submission.submit(viewer, input), info, viewer);
  }

  @Requires('matter.propose')
  @Mutation(() => Matter, { description: 'Withdraw a matter that is not forwarded yet (撤回事项).' })
  withdrawMatter(
    @Args('input', { description: 'Which matter, why.' }) input: WithdrawMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.service.withdraw(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, {
    description: 'Accept a submitted matter after the formal check; it gets its number (受理).',
  })
  acceptMatter(
    @Args('input', { description: 'Which matter.' }) input: AcceptMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.check.accept(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, { description: 'Return a submitted matter with reasons (退回).' })
  returnMatter(
    @Args('input', { description: 'Which matter, why.' }) input: ReturnMatterInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.check.return(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, {
    description:
      'Put a matter on the agenda of the body that decides (送审). One under pre-review needs the opinion AGREE; an attempt without is refused and put on record.',
  })
  placeOnCouncilAgenda(
    @Args('input', { description: 'Which matter, which day.' }) input: PlaceOnCouncilAgendaInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.agenda.place(viewer, input), info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, {
    description: 'Record what the body that decides made of a matter (登记决定), under the same condition.',
  })
  recordCouncilOutcome(
    @Args('input', { description: 'Which matter, which outcome.' }) input: RecordCouncilOutcomeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.read(this.agenda.recordOutcome(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(MatterModel, { key: await written }, info, viewer);
  }
}
