import { OrganizationType, ParentRelation, Tier } from '@dangwu/organization';
import { DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssessmentStepKind, CycleGapKind, CycleHintKind, CycleStage, NotCoveredReason } from './cycle.enums';

@ObjectType({ description: 'The version of a scheme by which a cycle assesses.' })
export class CycleScheme {
  @Field(() => ID, { description: 'Of the version; opaque and stable.' })
  id!: string;

  @Field({ description: 'What the scheme is called.' })
  name!: LocalText;

  @Field(() => Int, { description: 'The number of the version, from 1.' })
  no!: number;
}

@ObjectType({ description: 'A stage of a cycle with its deadline.' })
export class AssessmentStage {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => CycleStage, { description: 'Which stage.' })
  stage!: CycleStage;

  @Field(() => DateScalar, { description: 'Its last day; what comes later is marked as late, and taken nevertheless.' })
  dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began; null: not yet.' })
  beganAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null: not yet.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'Something that happened to a cycle, or to one assessment in it.' })
export class AssessmentStep {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => AssessmentStepKind, { description: 'What happened.' })
  kind!: AssessmentStepKind;

  @Field(() => CycleStage, { nullable: true, description: 'The stage that it is about.' })
  stage!: CycleStage | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a deadline that was moved, the new day.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Its words: a reason, a note, a name.' })
  text!: string | null;

  @Pii('ORDINARY', { zh: '考核由谁办理', en: 'who did something to an assessment' })
  @Field({ description: 'Who did it.' })
  actorName!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'How far the assessments of a cycle are, or of a group of it.' })
export class AssessmentProgress {
  @Field(() => Int, { description: 'Those that take part and are scored.' })
  total!: number;

  @Field(() => Int, { description: 'Invited, and not answered yet.' })
  invited!: number;

  @Field(() => Int, { description: 'Invited, and chose not to take part.' })
  declined!: number;

  @Field(() => Int, { description: 'Taken out with a reason.' })
  excluded!: number;

  @Field(() => Int, { description: 'With a self-assessment that was handed in.' })
  self!: number;

  @Field(() => Int, { description: 'Of these, late.' })
  selfLate!: number;

  @Field(() => Int, { description: 'Verified by the organization above.' })
  verified!: number;

  @Field(() => Int, { description: 'Of these, late.' })
  verifiedLate!: number;

  @Field(() => Int, { description: 'Scored by an expert at least.' })
  scored!: number;

  @Field(() => Int, { description: 'With a result that was computed.' })
  computed!: number;
}

@ObjectType({ description: 'Those of a cycle that are compared with each other (对比组).' })
export class AssessmentGroup extends AssessmentProgress {
  @Field({ description: 'Of the group; by it organizations are filtered.' })
  key!: string;

  @Field({ description: 'What it was called when the cycle was opened.' })
  name!: string;
}

@ObjectType({ description: 'An organization that a cycle would cover.' })
export class CoveredOrganization {
  @Field(() => ID, { description: 'Of the organization.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => OrganizationType, { description: 'What kind of organization it is.' })
  type!: OrganizationType;

  @Field(() => Tier, { nullable: true, description: 'Its tier, or that of the nearest above it.' })
  tier!: Tier | null;

  @Field(() => ParentRelation, { description: 'GUIDES: it is invited, and not scored unless it opts in.' })
  relation!: ParentRelation;

  @Field({ description: 'Who verifies what it says: the organization above it.' })
  verifierName!: string;
}

@ObjectType({ description: 'A group that a cycle would compare.' })
export class CoveredGroup {
  @Field({ description: 'Of the group.' })
  key!: string;

  @Field({ description: 'What it is called.' })
  name!: string;

  @Field(() => Int, { description: 'Led: they take part.' })
  required!: number;

  @Field(() => Int, { description: 'Guided: they are invited.' })
  invited!: number;

  @Field(() => [CoveredOrganization], { description: 'In the order of the tree; the first 200.' })
  organizations!: CoveredOrganization[];
}

@ObjectType({ description: 'An organization that a cycle would not cover.' })
export class UncoveredOrganization {
  @Field(() => ID, { description: 'Of the organization.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => NotCoveredReason, { description: 'Why not.' })
  reason!: NotCoveredReason;
}

@ObjectType({ description: 'Whom a cycle would cover, were it opened now.' })
export class AssessmentCyclePreview {
  @Field(() => Int, { description: 'How many take part.' })
  required!: number;

  @Field(() => Int, { description: 'How many are invited.' })
  invited!: number;

  @Field(() => [CoveredGroup], { description: 'By the groups they are compared in.' })
  groups!: CoveredGroup[];

  @Field(() => Int, { description: 'How many below are not covered.' })
  uncoveredCount!: number;

  @Field(() => [UncoveredOrganization], { description: 'These, in the order of the tree; the first 200.' })
  uncovered!: UncoveredOrganization[];
}

@ObjectType({ description: 'What is missing before a cycle moves on.' })
export class CycleGap {
  @Field(() => CycleGapKind, { description: 'What is missing.' })
  kind!: CycleGapKind;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field({ description: 'Whether the cycle cannot move on like this, whatever the reason.' })
  refuses!: boolean;

  @Field(() => [String], { description: 'Of whom: names, the first 20.' })
  names!: string[];

  @Field({ description: 'The same in a sentence.' })
  message!: LocalText;
}

@ObjectType({ description: 'What changed at an organization since a cycle was opened.' })
export class CycleHint {
  @Field(() => CycleHintKind, { description: 'What changed.' })
  kind!: CycleHintKind;

  @Field(() => ID, { nullable: true, description: 'Of the assessment; null: it is not in the cycle.' })
  assessmentId!: string | null;

  @Field(() => ID, { description: 'Of the organization.' })
  organizationId!: string;

  @Field({ description: 'What the organization is called today.' })
  name!: string;

  @Field({ description: 'What it was when the cycle was opened; empty: it was not there.' })
  before!: LocalText;

  @Field({ description: 'What it is today.' })
  after!: LocalText;
}

@ObjectType({ description: 'An organization that an expert keeps away from.' })
export class RecusedOrganization {
  @Field(() => ID, { description: 'Of the organization.' })
  id!: string;

  @Field({ description: 'Its name.' })
  name!: string;
}

@ObjectType({ description: 'An expert of a cycle. Told to whoever conducts it alone.' })
export class AssessmentScorer {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ID, { description: 'Of the account.' })
  accountId!: string;

  @Pii('ORDINARY', { zh: '谁是考核专家', en: 'who is an expert of an assessment' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field({ description: 'As what: weights of a scheme are by role.' })
  role!: string;

  @Field(() => [String], { nullable: true, description: 'The groups that are scored; null: all.' })
  groups!: string[] | null;

  @Field(() => [RecusedOrganization], {
    description: 'Whom the expert does not score, the own organization among them.',
  })
  recused!: RecusedOrganization[];

  @Field(() => Int, { description: 'How many are to be scored.' })
  asked!: number;

  @Field(() => Int, { description: 'Of how many the sheet was handed in.' })
  submitted!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the expert was removed; null: not.' })
  removedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  removedReason!: string | null;
}

@ObjectType({ description: 'Somebody who may be named as an expert of a cycle.' })
export class ScorerCandidate {
  @Field(() => ID, { description: 'Of the account.' })
  id!: string;

  @Pii('ORDINARY', { zh: '谁可以当考核专家', en: 'who may be an expert of an assessment' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where the person stands, to tell apart those of one name.' })
  note!: string | null;

  @Field(() => [RecusedOrganization], { description: 'Assessed organizations of their own: they never score these.' })
  own!: RecusedOrganization[];

  @Field(() => [RecusedOrganization], {
    description: 'Assessed organizations that one of their own leads: better not scored by them either.',
  })
  suggested!: RecusedOrganization[];
}
