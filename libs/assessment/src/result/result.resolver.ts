import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { globalId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AssessmentCycleModel } from '../cycle/cycle.read-model';
import { AssessmentCycle } from '../cycle/cycle.type';
import { AssessmentNotice } from './notice.type';
import { CompareAssessed } from './compare-assessed';
import { AssessmentComparison } from './comparison.type';
import { ComputeJob } from './compute-job';
import { Moderate } from './moderate';
import { Objections } from './objections';
import { PublishNotice } from './publish-notice';
import { ReadNotice } from './read-notice';
import { ReadResults } from './read-results';
import {
  AdjustAssessmentInput,
  ComputeAssessmentsInput,
  DecideObjectionInput,
  FinishAssessmentCycleInput,
  PublishAssessmentNoticeInput,
  RaiseObjectionInput,
  WithdrawAdjustmentInput,
} from './result.inputs';
import { AssessedDimensions, AssessmentResult, AssessmentTrendPoint, GroupDistribution } from './result.type';
import { ToSettle } from './to-settle';
import { AssessmentsToSettle } from './to-settle.type';

/** Results: computed, moderated, put on notice, objected to, final. */
@Resolver()
export class ResultResolver {
  constructor(
    private readonly reader: Reader,
    private readonly results: ReadResults,
    private readonly notices: ReadNotice,
    private readonly computing: ComputeJob,
    private readonly moderating: Moderate,
    private readonly publishing: PublishNotice,
    private readonly objections: Objections,
    private readonly comparing: CompareAssessed,
    private readonly settling: ToSettle,
  ) {}

  @Requires('assessment.read')
  @Query(() => AssessmentResult, {
    nullable: true,
    description:
      'What an organization came to, each number explained; null: not computed, or not on notice yet (考核结果).',
  })
  assessmentResult(
    @Args('assessmentId', { type: () => ID, description: 'The assessment.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentResult | null> {
    return this.results.one(viewer, id);
  }

  @Requires('assessment.conduct')
  @Query(() => [GroupDistribution], { description: 'The groups of a cycle with everybody’s place (分布).' })
  assessmentDistribution(
    @Args('cycleId', { type: () => ID, description: 'The cycle.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<GroupDistribution[]> {
    return this.results.distribution(viewer, id);
  }

  @Requires('assessment.conduct')
  @Query(() => [AssessedDimensions], {
    description: 'The dimensions of everybody in a cycle, by group and place (热力图).',
  })
  assessmentDimensions(
    @Args('cycleId', { type: () => ID, description: 'The cycle.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessedDimensions[]> {
    return this.results.dimensions(viewer, id);
  }

  @Requires('assessment.read')
  @Query(() => [AssessmentTrendPoint], {
    description: 'What the organization of an assessment came to by the same scheme, the earliest first (历期).',
  })
  assessmentTrend(
    @Args('assessmentId', { type: () => ID, description: 'One of its assessments.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentTrendPoint[]> {
    return this.results.trend(viewer, id);
  }

  @Requires('assessment.read')
  @Query(() => AssessmentComparison, {
    nullable: true,
    description:
      'Two of the assessed of one cycle, point by point; null: a result is missing or not on notice yet. COMPARE_ITSELF, COMPARE_CYCLES (两两对比).',
  })
  assessmentComparison(
    @Args('firstId', { type: () => ID, description: 'An assessment.' }) first: string,
    @Args('secondId', { type: () => ID, description: 'Another of the same cycle.' }) second: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentComparison | null> {
    return this.comparing.of(viewer, [first, second]);
  }

  @Requires('assessment.conduct')
  @Query(() => AssessmentsToSettle, {
    description: 'Objections that are not decided and totals that are missing, of everybody in a cycle.',
  })
  assessmentsToSettle(
    @Args('cycleId', { type: () => ID, description: 'The cycle.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentsToSettle> {
    return this.settling.of(viewer, id);
  }

  @Requires('scheme.read')
  @Query(() => AssessmentNotice, { description: 'The public notice of a cycle: what was chosen to be shown (公示).' })
  assessmentNotice(
    @Args('cycleId', { type: () => ID, description: 'The cycle.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentNotice> {
    return this.notices.read(viewer, id);
  }

  @Requires('assessment.conduct')
  @Mutation(() => ID, { description: 'Compute all results of a cycle in the background; answers the job (算分).' })
  async computeAssessments(
    @Args('input', { description: 'Which cycle.' }) input: ComputeAssessmentsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    return globalId('Job', await this.computing.start(viewer, input));
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentResult, {
    nullable: true,
    description: 'Set points of an indicator, or the grade, otherwise than it was computed (平衡调整).',
  })
  async adjustAssessment(
    @Args('input', { description: 'Which assessment, what is set.' }) input: AdjustAssessmentInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentResult | null> {
    return this.read(this.moderating.adjust(viewer, input), viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentResult, { nullable: true, description: 'Take an adjustment back (撤回调整).' })
  async withdrawAdjustment(
    @Args('input', { description: 'Which adjustment, why.' }) input: WithdrawAdjustmentInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentResult | null> {
    return this.read(this.moderating.withdraw(viewer, input), viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, { description: 'Put the results of a cycle on public notice (公示).' })
  publishAssessmentNotice(
    @Args('input', { description: 'Which cycle, what is shown, until when.' }) input: PublishAssessmentNoticeInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.publishing.publish(viewer, input), info, viewer);
  }

  @Requires('assessment.self')
  @Mutation(() => AssessmentResult, {
    nullable: true,
    description: 'Object to one’s own result while it is on notice (提出异议).',
  })
  async raiseObjection(
    @Args('input', { description: 'Against what, and why.' }) input: RaiseObjectionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentResult | null> {
    return this.read(this.objections.raise(viewer, input), viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentResult, {
    nullable: true,
    description:
      'Decide an objection; one that is upheld sets points right, and the result is computed anew (处理异议).',
  })
  async decideObjection(
    @Args('input', { description: 'Which objection, what is decided.' }) input: DecideObjectionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentResult | null> {
    return this.read(this.objections.decide(viewer, input), viewer);
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentCycle, { description: 'Make the results of a cycle final and seal them (定等归档).' })
  finishAssessmentCycle(
    @Args('input', { description: 'Which cycle.' }) input: FinishAssessmentCycleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.cycle(this.publishing.finish(viewer, input), info, viewer);
  }

  private async read(written: Promise<string>, viewer: Viewer): Promise<AssessmentResult | null> {
    return this.results.one(viewer, globalId('Assessment', await written));
  }

  private async cycle(written: Promise<string>, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(AssessmentCycleModel, { key: await written }, info, viewer);
  }
}
