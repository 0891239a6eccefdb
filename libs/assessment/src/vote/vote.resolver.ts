import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { VoteCredential } from '@dangwu/ballots';
import { localId } from '@dangwu/platform/ids';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ConductedVotes } from './conducted-votes';
import { OpenVote } from './open-vote';
import { OwnVotes } from './own-votes';
import { RunVotes } from './run-votes';
import {
  BeginAssessmentCastingInput,
  CountAssessmentVoteInput,
  OpenAssessmentVoteInput,
  TakeAssessmentCredentialInput,
  VoidAssessmentVoteInput,
} from './vote.inputs';
import { AssessmentVote, AssessmentVoteChoices, OwnAssessmentVote, VoterCandidates } from './vote.type';

const cycleOption = { type: () => ID, description: 'The cycle.' } as const;

@ArgsType()
class VotersArguments {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  cycleId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Those who belong to this organization or hold an office there; left out: everybody.',
  })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field({ defaultValue: '', description: 'A part of the name or the user name.' })
  @IsString()
  @MaxLength(100)
  search!: string;
}

/** Secret votes of assessments. Whoever is on a list of voters may vote, wherever they stand. */
@Resolver()
export class VoteResolver {
  constructor(
    private readonly conducted: ConductedVotes,
    private readonly opening: OpenVote,
    private readonly running: RunVotes,
    private readonly own: OwnVotes,
  ) {}

  @Requires('assessment.conduct')
  @Query(() => [AssessmentVote], { description: 'The votes of a cycle, those under way first (无记名测评).' })
  assessmentVotes(
    @Args('cycleId', cycleOption) cycleId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentVote[]> {
    return this.conducted.list(viewer, cycleId);
  }

  @Requires('assessment.conduct')
  @Query(() => AssessmentVoteChoices, {
    description: 'What a vote of a cycle can be about, and how many voters it needs.',
  })
  assessmentVoteChoices(
    @Args('cycleId', cycleOption) cycleId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentVoteChoices> {
    return this.conducted.choices(viewer, cycleId);
  }

  @Requires('assessment.conduct')
  @Query(() => VoterCandidates, { description: 'Who may be put on a list of voters.' })
  assessmentVoterCandidates(
    @Args() { cycleId, organizationId, search }: VotersArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<VoterCandidates> {
    return this.conducted.candidates(viewer, cycleId, organizationId ?? null, search);
  }

  @Requires('assessment.score')
  @Query(() => [OwnAssessmentVote], {
    description: 'Votes in which you have a vote: under way, or over for no more than 90 days (我的测评票).',
  })
  ownAssessmentVotes(@CurrentViewer() viewer: Viewer): Promise<OwnAssessmentVote[]> {
    return this.own.list(viewer);
  }

  @Requires('assessment.score')
  @Query(() => OwnAssessmentVote, {
    nullable: true,
    description: 'A vote in which you have a vote; null: there is none.',
  })
  ownAssessmentVote(
    @Args('id', { type: () => ID, description: 'The vote.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAssessmentVote | null> {
    return this.own.one(viewer, localId('AssessmentVote', id));
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentVote, {
    description:
      'Open a secret vote of a group of voters on an indicator: credentials are given out (开始领票). All voters get the same paper.',
  })
  async openAssessmentVote(
    @Args('input', { description: 'What is voted on, who votes.' }) input: OpenAssessmentVoteInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentVote> {
    return this.conducted.after(viewer, await this.opening.open(viewer, input));
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentVote, {
    description:
      'End the issuing of credentials and begin the casting (开始投票). Whoever has none by now does not vote.',
  })
  async beginAssessmentCasting(
    @Args('input', { description: 'Which vote.' }) input: BeginAssessmentCastingInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentVote> {
    return this.conducted.after(viewer, await this.running.beginCasting(viewer, input));
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentVote, {
    description:
      'Close a vote and count it (计票): the list is published to its voters, the counts stand on the sheets.',
  })
  async countAssessmentVote(
    @Args('input', { description: 'Which vote.' }) input: CountAssessmentVoteInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentVote> {
    return this.conducted.after(viewer, await this.running.count(viewer, input));
  }

  @Requires('assessment.conduct')
  @Mutation(() => AssessmentVote, {
    description: 'Give up a vote that is not counted, so that it can be repeated (作废).',
  })
  async voidAssessmentVote(
    @Args('input', { description: 'Which vote, why.' }) input: VoidAssessmentVoteInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentVote> {
    return this.conducted.after(viewer, await this.running.giveUp(viewer, input));
  }

  @Requires('assessment.score')
  @Mutation(() => VoteCredential, {
    description:
      'Have a credential for a vote of an assessment signed unseen (领票). Asked again with the same it answers the same.',
  })
  takeAssessmentCredential(
    @Args('input', { description: 'Which vote, what was blinded.' }) input: TakeAssessmentCredentialInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<VoteCredential> {
    return this.own.credential(viewer, input);
  }
}
