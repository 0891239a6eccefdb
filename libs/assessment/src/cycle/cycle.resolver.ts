import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { IsString, MaxLength } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Assessment, AssessmentConnection } from './assessment.type';
import { ConductCycle } from './conduct-cycle';
import { CycleOverview } from './cycle-overview';
import {
  AssessmentCyclePreview,
  AssessmentGroup,
  AssessmentScorer,
  CycleGap,
  CycleHint,
  CycleScheme,
  ScorerCandidate,
} from './cycle-parts.type';
import { CycleStage } from './cycle.enums';
import { AssessmentsArguments, CyclesArguments } from './cycle.filters';
import { PreviewAssessmentCycleInput } from './cycle.inputs';
import { AssessmentCycleModel, AssessmentModel, CycleSchemeModel } from './cycle.read-model';
import { AssessmentCycle, AssessmentCycleConnection } from './cycle.type';
import { NameScorers } from './name-scorers';
import { OpenCycle } from './open-cycle';

@ArgsType()
class CandidatesArguments {
  @Field(() => ID, { description: 'For which cycle.' })
  @IsString()
  cycleId!: string;

  @Field({ description: 'Part of the name.' })
  @IsString()
  @MaxLength(50)
  search!: string;
}

const cycleOption = { type: () => ID, description: 'Which cycle.' };

/** Reads. Writes stand in `cycle-mutations.resolver.ts`. */
@Resolver()
export class CycleResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly opening: OpenCycle,
    private readonly conducting: ConductCycle,
    private readonly overview: CycleOverview,
    private readonly scorers: NameScorers,
  ) {}

  @Requires('assessment.read')
  @Query(() => AssessmentCycle, {
    nullable: true,
    description:
      'A cycle; null when there is none or you may not read it. Those who are assessed see it by their assessments.',
  })
  assessmentCycle(
    @Args('id', { type: () => ID, description: 'The cycle.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(AssessmentCycleModel, { key: localId('AssessmentCycle', id) }, info, viewer);
  }

  @Requires('assessment.read')
  @Query(() => AssessmentCycleConnection, { description: 'The cycles you may read (考核周期).' })
  async assessmentCycles(
    @Args() { within, order, filter, ...page }: CyclesArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    const asked = { ...page, order: order ?? ('LATEST' as const), filter: filter ?? {}, ...place };
    return this.reader.connection(AssessmentCycleModel, asked, info, viewer);
  }

  @Requires('assessment.read')
  @Query(() => Assessment, {
    nullable: true,
    description: 'An assessment; null when there is none or you may not read it.',
  })
  assessment(
    @Args('id', { type: () => ID, description: 'The assessment.' }) id: string,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(AssessmentModel, { key: localId('Assessment', id) }, info, viewer);
  }

  @Requires('assessment.read')
  @Query(() => AssessmentConnection, {
    description: 'The assessments you may read: of one cycle, or what is asked of you (考核对象).',
  })
  async assessments(
    @Args() { within, order, filter, ...page }: AssessmentsArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const place = within ? { within: await this.access.below(viewer, within) } : {};
    const { own, cycleId, ...conditions } = filter ?? {};
    const organizationIds = own ? viewer.grants.flatMap(({ organizationId }) => organizationId ?? []) : null;
    const cycleKey = cycleId ? localId('AssessmentCycle', cycleId) : null;
    const asked = { ...page, order: order ?? ('GROUP' as const), ...place };
    const by = { ...conditions, cycleKey, organizationIds };
    return this.reader.connection(AssessmentModel, { ...asked, filter: by }, info, viewer);
  }

  @Requires('assessment.conduct')
  @Query(() => [CycleScheme], {
    description: 'Versions that a cycle may be opened with: published, of schemes in use that assess organizations.',
  })
  async cycleSchemes(@Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    const asked = { order: 'LATEST' as const, filter: { usable: true } };
    return this.reader.list(CycleSchemeModel, asked, info, viewer);
  }

  @Requires('assessment.conduct')
  @Query(() => AssessmentCyclePreview, { description: 'Whom a cycle would cover, and whom not. Nothing is saved.' })
  assessmentCyclePreview(
    @Args('input', { description: 'The scope.' }) input: PreviewAssessmentCycleInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentCyclePreview> {
    return this.opening.preview(viewer, input);
  }

  @Requires('assessment.read')
  @Query(() => [AssessmentGroup], { description: 'The groups of a cycle with how far each is (对比组).' })
  assessmentGroups(
    @Args('cycleId', cycleOption) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentGroup[]> {
    return this.overview.groups(viewer, id);
  }

  @Requires('assessment.conduct')
  @Query(() => [CycleGap], { description: 'What a cycle lacks before it moves on.' })
  assessmentCycleGaps(
    @Args('cycleId', cycleOption) id: string,
    @Args('to', { type: () => CycleStage, nullable: true, description: 'To which stage; left out: the next.' })
    to: CycleStage | null,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CycleGap[]> {
    return this.conducting.missing(viewer, id, to);
  }

  @Requires('assessment.conduct')
  @Query(() => [CycleHint], { description: 'What changed at organizations since a cycle was opened; at most 500.' })
  assessmentCycleHints(
    @Args('cycleId', cycleOption) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CycleHint[]> {
    return this.overview.hints(viewer, id);
  }

  @Requires('assessment.conduct')
  @Query(() => [AssessmentScorer], { description: 'The experts of a cycle (考核专家).' })
  assessmentScorers(
    @Args('cycleId', cycleOption) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentScorer[]> {
    return this.scorers.list(viewer, id);
  }

  @Requires('assessment.conduct')
  @Query(() => [ScorerCandidate], {
    description: 'Who may be named as an expert, with whom they keep away from; at most 20.',
  })
  assessmentScorerCandidates(
    @Args() { cycleId, search }: CandidatesArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ScorerCandidate[]> {
    return this.scorers.candidates(viewer, cycleId, search);
  }
}
