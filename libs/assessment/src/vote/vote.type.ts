import { VotePhase } from '@dangwu/ballots';
import { DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Something that a vote names: an indicator, a group of voters, an option.' })
export class VoteName {
  @Field({ description: 'By which it is sent.' })
  key!: string;

  @Field(() => LocalText, { description: 'Its name.' })
  name!: LocalText;
}

@ObjectType({ description: 'An indicator of a scheme that is voted on.' })
export class VotedIndicator extends VoteName {
  @Field(() => [VoteName], { description: 'Its groups of voters.' })
  groups!: VoteName[];

  @Field(() => [VoteName], { description: 'What a mark can be, the best first.' })
  options!: VoteName[];
}

@ObjectType({ description: 'One of the assessed that cannot be voted on once more.' })
export class HeldVote {
  @Field(() => ID, { description: 'Of the assessment.' })
  assessmentId!: string;

  @Field({ description: 'Key of the indicator.' })
  nodeKey!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the group that votes or has voted on it; null: papers were counted by hand.',
  })
  groupKey!: string | null;
}

@ObjectType({ description: 'What votes of a cycle can be about, and how many voters they need.' })
export class AssessmentVoteChoices {
  @Field(() => [VotedIndicator], { description: 'In the order of the scheme; none: it has nothing that is voted on.' })
  indicators!: VotedIndicator[];

  @Field(() => [HeldVote], { description: 'What is voted on already, or was counted by hand.' })
  held!: HeldVote[];

  @Field(() => Int, { description: 'With fewer voters a vote needs a reason, by the rule below.' })
  fewest!: number;

  @Field(() => LocalText, { description: 'What that rule rests on.' })
  fewestBasis!: LocalText;

  @Field(() => Int, { description: 'With fewer voters there is no secret vote at all.' })
  floor!: number;
}

@ObjectType({ description: 'Somebody who may be put on the list of voters.' })
export class VoterCandidate {
  @Field(() => ID, { description: 'Of the account.' })
  id!: string;

  @Pii('ORDINARY', { zh: '谁可以参加测评投票', en: 'who may vote in an assessment' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where the person stands, to tell apart those of one name.' })
  note!: string | null;
}

@ObjectType({ description: 'Who may be put on the list of voters.' })
export class VoterCandidates {
  @Field(() => [VoterCandidate], { description: 'By name; at most 200.' })
  people!: VoterCandidate[];

  @Field(() => Int, {
    description: 'How many full members of the organization have no account, so that they can vote on paper alone.',
  })
  withoutAccount!: number;
}

@ObjectType({ description: 'One of the assessed on a paper.' })
export class VoteSubject {
  @Field({ description: 'Under which the paper asks for it.' })
  key!: string;

  @Pii('ORDINARY', { zh: '测评票上列了谁', en: 'who stands on the papers of an assessment' })
  @Field({ description: 'The name of the assessed.' })
  name!: string;
}

@ObjectType({ description: 'How many papers gave one of the assessed a mark.' })
export class VoteCount {
  @Field({ description: 'Key of the assessed on the paper.' })
  subject!: string;

  @Field({ description: 'Key of the option.' })
  option!: string;

  @Field(() => Int, { description: 'How many papers.' })
  papers!: number;
}

@ObjectType({ isAbstract: true })
class VoteFacts {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ID, { description: 'The cycle it belongs to.' })
  cycleId!: string;

  @Field({ description: 'What the cycle is called.' })
  cycleTitle!: string;

  @Field(() => VoteName, { description: 'What is voted on.' })
  indicator!: VoteName;

  @Field(() => VoteName, { description: 'Whose votes these are.' })
  group!: VoteName;

  @Field(() => VotePhase, { description: 'How far it has come.' })
  phase!: VotePhase;

  @Field(() => [VoteSubject], { description: 'Who is marked, in the order of the paper.' })
  subjects!: VoteSubject[];

  @Field(() => [VoteName], { description: 'What a mark can be, the best first.' })
  options!: VoteName[];

  @Field(() => Int, { description: 'How many may vote.' })
  voters!: number;

  @Field(() => Int, { description: 'How many credentials were given out; to whom is not told.' })
  issued!: number;

  @Field(() => Int, { description: 'How many papers are in.' })
  cast!: number;

  @Field(() => [VoteCount], { description: 'By assessed and option; none until it is counted.' })
  counts!: VoteCount[];

  @Field(() => String, { nullable: true, description: 'SHA-256 of the published list of a vote that was counted.' })
  publishedHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where voters, and whoever conducts the cycle, download the list to recount it.',
  })
  publishedUrl!: string | null;
}

@ObjectType({ description: 'A secret vote of a group of voters, for whoever conducts the cycle (无记名测评).' })
export class AssessmentVote extends VoteFacts {
  @Pii('ORDINARY', { zh: '测评由谁发起', en: 'who opened a vote of an assessment' })
  @Field({ description: 'Who opened it.' })
  openedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was counted, or given up; null: under way.' })
  overAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was given up; null: it was not.' })
  voidReason!: string | null;
}

@ObjectType({ description: 'A vote of an assessment in which you have a vote (我的测评票).' })
export class OwnAssessmentVote extends VoteFacts {
  @Field(() => ID, { description: 'The ballot, to which papers are sent: a bare UUID.' })
  ballotId!: string;

  @Field({
    description: 'What your device has its credential signed with (RSA, SPKI, base64url).',
  })
  publicKey!: string;

  @Field({ description: 'Whether a credential was given to you; whether you have voted is known to nobody.' })
  done!: boolean;
}
