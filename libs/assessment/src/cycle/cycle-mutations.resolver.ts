import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Assessment } from './assessment.type';
import { ConductCycle } from './conduct-cycle';
import {
  AdvanceAssessmentCycleInput,
  AnswerAssessmentInvitationInput,
  CancelAssessmentCycleInput,
  ChangeAssessmentCycleInput,
  ExcludeFromAssessmentInput,
  NameAssessmentScorersInput,
  OpenAssessmentCycleInput,
  RemoveAssessmentScorerInput,
  ReopenAssessmentCycleInput,
  TakeMetricSnapshotInput,
} from './cycle.inputs';
import { AssessmentCycleModel, AssessmentModel } from './cycle.read-model';
import { AssessmentCycle } from './cycle.type';
import { NameScorers } from './name-scorers';
import { OpenCycle } from './open-cycle';
import { ParticipationService } from './participation';

/** Writes: each delegates, then reads the row anew as its caller may see it. */
@Resolver()
export class CycleMutations {
  constructor(
    private readonly reader: Reader,
    private readonly opening: OpenCycle,
    private readonly conducting: ConductCycle,
    private readonly participation: ParticipationService,
    private readonly scorers: NameScorers,
  ) {}

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, {
    description: 'Open a cycle; those below are told when it leaves PREPARING (开启考核).',
  })
  openAssessmentCycle(
    @Args('input', { description: 'The cycle.' }) input: OpenAssessmentCycleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.opening.open(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, { description: 'Move deadlines of a cycle, or name it otherwise (改动期限).' })
  changeAssessmentCycle(
    @Args('input', { description: 'Which cycle, what changes.' }) input: ChangeAssessmentCycleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.conducting.change(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, {
    description:
      'Move a cycle on (进入下一阶段). `assessmentCycleGaps` shows before what is missing. When self-assessment ends the figures are read first: the cycle says that it is reading, and moves when that is done.',
  })
  advanceAssessmentCycle(
    @Args('input', { description: 'Which cycle, to which stage.' }) input: AdvanceAssessmentCycleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.conducting.advance(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, { description: 'Take a cycle back to an earlier stage, also a final one (退回).' })
  reopenAssessmentCycle(
    @Args('input', { description: 'Which cycle, to which stage, why.' }) input: ReopenAssessmentCycleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.conducting.reopen(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, { description: 'Cancel a cycle that is not final (取消考核).' })
  cancelAssessmentCycle(
    @Args('input', { description: 'Which cycle, why.' }) input: CancelAssessmentCycleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.conducting.cancel(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, {
    description: 'Read the figures of everybody who takes part, in the background; again only with a reason (取数).',
  })
  takeMetricSnapshot(
    @Args('input', { description: 'Of which cycle.' }) input: TakeMetricSnapshotInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.conducting.takeSnapshot(viewer, input), info, viewer);
  }

  @Requires('assessment.self')
  @Mutation(() => Assessment, { description: 'Answer an invitation: take part or not (答复邀请).' })
  answerAssessmentInvitation(
    @Args('input', { description: 'Which assessment, the answer.' }) input: AnswerAssessmentInvitationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.assessment(this.participation.answer(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => Assessment, { description: 'Take an organization out of a cycle (不再考核).' })
  excludeFromAssessment(
    @Args('input', { description: 'Which assessment, why.' }) input: ExcludeFromAssessmentInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.assessment(this.participation.exclude(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, {
    description: 'Name experts, or change what they score. Nobody scores an organization of their own (确定专家).',
  })
  nameAssessmentScorers(
    @Args('input', { description: 'Of which cycle, whom.' }) input: NameAssessmentScorersInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.scorers.name(viewer, input), info, viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, { description: 'Remove an expert; scores that were handed in stay (移出专家).' })
  removeAssessmentScorer(
    @Args('input', { description: 'Which expert, why.' }) input: RemoveAssessmentScorerInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.scorers.remove(viewer, input), info, viewer);
  }

  private async cycle(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(AssessmentCycleModel, { key: await written }, info, viewer);
  }

  private async assessment(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(AssessmentModel, { key: await written }, info, viewer);
  }
}
