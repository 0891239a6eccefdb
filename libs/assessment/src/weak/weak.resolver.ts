import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { globalId } from '@dangwu/platform/ids';
import { HandOver } from './hand-over';
import { WeakOnes } from './weak-list';
import { HandOverAssessmentsInput } from './weak.inputs';
import { WeakList } from './weak.type';

/** Weak organizations of a cycle, and their handing over. */
@Resolver()
export class WeakResolver {
  constructor(
    private readonly weak: WeakOnes,
    private readonly handing: HandOver,
  ) {}

  @Requires('assessment.conduct')
  @Query(() => WeakList, {
    description: 'Who is weak in a cycle by the rules in force, as the last results have it (后进名单).',
  })
  assessmentWeakList(
    @Args('cycleId', { type: () => ID, description: 'The cycle.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WeakList> {
    return this.weak.list(viewer, id);
  }

  @Requires('assessment.conduct')
  @Mutation(() => WeakList, {
    description:
      'Hand weak organizations of a final cycle over to rectification, each once; answers the list (移交整改).',
  })
  async handOverAssessments(
    @Args('input', { description: 'Which of them, and why.' }) input: HandOverAssessmentsInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<WeakList> {
    return this.weak.list(viewer, globalId('AssessmentCycle', await this.handing.handOver(viewer, input)));
  }
}
