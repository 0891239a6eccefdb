import { DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ComputedBecause, ObjectionState } from './result.enums';

@ObjectType({ description: 'A grade of a scheme (等次).' })
export class AssessmentGrade {
  @Field({ description: 'Its key in the scheme.' })
  key!: string;

  @Field({ description: 'What it is called.' })
  name!: LocalText;

  @Field(() => String, {
    nullable: true,
    description: 'The least total that reaches it, a decimal; null: everybody does.',
  })
  from!: string | null;
}

@ObjectType({ description: 'What one node of the scheme came to, and how (为什么是这个分).' })
export class ResultNode {
  @Field({ description: 'Its key in the scheme.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Of the node above; null at the root.' })
  parentKey!: string | null;

  @Field({ description: 'GROUP, METRIC, RUBRIC, BALLOT, DEDUCTION, BONUS or VETO.' })
  kind!: string;

  @Field({ description: 'What it is called.' })
  name!: LocalText;

  @Field(() => [String], { description: 'Terms of the lists it is tagged with, as `LIST.KEY`.' })
  tags!: string[];

  @Field({ description: 'Whether it applies; what does not leaves its weight to its siblings.' })
  applies!: boolean;

  @Field(() => String, { nullable: true, description: 'The most it gives here, a decimal; null: it has no weight.' })
  weight!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its points, a decimal; null: not computed, or it does not apply.',
  })
  points!: string | null;

  @Field(() => String, { nullable: true, description: 'Before moderation set them; null: it did not.' })
  before!: string | null;

  @Field({ description: 'Where the points come from, in a sentence.' })
  explanation!: LocalText;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the console the rows stand that a figure was counted from; null: no figure.',
  })
  rowsAddress!: string | null;
}

@ObjectType({ description: 'One dimension of a result beside the group (维度).' })
export class ResultDimension {
  @Field({ description: 'Key of its node.' })
  key!: string;

  @Field({ description: 'What it is called.' })
  name!: LocalText;

  @Field(() => String, { nullable: true, description: 'Points, a decimal.' })
  points!: string | null;

  @Field(() => String, { nullable: true, description: 'The most it gives, a decimal.' })
  weight!: string | null;

  @Field(() => String, { nullable: true, description: 'Points of the most there are, a decimal from 0 to 1.' })
  share!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The median of such shares in the group, a decimal from 0 to 1.',
  })
  groupMedian!: string | null;
}

@ObjectType({ description: 'One of the group, as a point of its distribution.' })
export class GroupPlace {
  @Field(() => ID, {
    nullable: true,
    description: 'The assessment, for who conducts the cycle and for one’s own; else null.',
  })
  assessmentId!: string | null;

  @Field(() => String, { nullable: true, description: 'The name, under the same conditions.' })
  name!: string | null;

  @Field({ description: 'The total, a decimal.' })
  total!: string;

  @Field(() => Int, { description: 'The place, from 1; equals share one.' })
  rank!: number;

  @Field(() => String, { nullable: true, description: 'Key of the grade.' })
  grade!: string | null;

  @Field({ description: 'Its total reached the best grade, and the limit keeps it from that.' })
  outsideLimit!: boolean;

  @Field({ description: 'Whether moderation gave the grade.' })
  moderated!: boolean;
}

@ObjectType({ description: 'A comparison group: grades, the limit of the best one, everybody’s place (同组分布).' })
export class GroupDistribution {
  @Field({ description: 'Key of the group in the cycle.' })
  groupKey!: string;

  @Field({ description: 'What it is called.' })
  groupName!: string;

  @Field(() => [AssessmentGrade], { description: 'The grades of the scheme, best first.' })
  grades!: AssessmentGrade[];

  @Field(() => Int, { description: 'How many are compared.' })
  base!: number;

  @Field(() => Int, { nullable: true, description: 'How many may be given the best grade; null: any number.' })
  limit!: number | null;

  @Field(() => Int, { description: 'How many have it now.' })
  topGiven!: number;

  @Field(() => [GroupPlace], { description: 'Best first.' })
  places!: GroupPlace[];

  @Field(() => [LocalText], {
    description: 'The limit, ties and what settled them, who stayed outside; a sentence each.',
  })
  lines!: LocalText[];
}

@ObjectType({ description: 'What was set otherwise than it was computed (平衡调整).' })
export class AssessmentAdjustment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The indicator; null: the grade.' })
  nodeKey!: string | null;

  @Field(() => String, { nullable: true, description: 'Its points, a decimal.' })
  points!: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the grade.' })
  grade!: string | null;

  @Field({ description: 'Why.' })
  reason!: string;

  @Pii('ORDINARY', { zh: '平衡调整由谁作出', en: 'who adjusted a result' })
  @Field({ description: 'Who did it.' })
  madeBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null: it holds.' })
  withdrawnAt!: Date | null;
}

@ObjectType({ description: 'What the assessed says against its result (异议).' })
export class AssessmentObjection {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'For the decision on it.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'What it is about; null: the result as a whole.' })
  nodeKey!: string | null;

  @Field({ description: 'What it says.' })
  text!: string;

  @Pii('ORDINARY', { zh: '异议由谁提出', en: 'who raised an objection' })
  @Field({ description: 'Who raised it.' })
  raisedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  raisedAt!: Date;

  @Field(() => ObjectionState, { description: 'What became of it.' })
  state!: ObjectionState;

  @Field(() => String, { nullable: true, description: 'The answer.' })
  answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The total before the decision, a decimal.' })
  totalBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'The total after it.' })
  totalAfter!: string | null;
}

@ObjectType({ description: 'What an organization came to in a cycle, each number explained (考核结果).' })
export class AssessmentResult {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field(() => Int, { description: 'How often it was computed with another result.' })
  no!: number;

  @Field(() => String, { nullable: true, description: 'The total, a decimal; null: something is missing.' })
  total!: string | null;

  @Field(() => AssessmentGrade, { nullable: true, description: 'The grade as it stands.' })
  grade!: AssessmentGrade | null;

  @Field({ description: 'Why the grade is not the one of its band; empty: it is.' })
  gradeNote!: string;

  @Field(() => Int, { nullable: true, description: 'The place in the group.' })
  rank!: number | null;

  @Field(() => [ResultNode], { description: 'All nodes, each before those below it.' })
  nodes!: ResultNode[];

  @Field(() => [ResultDimension], { description: 'Those right below the root that have a weight.' })
  dimensions!: ResultDimension[];

  @Field(() => GroupDistribution, { nullable: true, description: 'The group it is compared with.' })
  group!: GroupDistribution | null;

  @Field(() => [AssessmentAdjustment], { description: 'What was set otherwise, the latest first.' })
  adjustments!: AssessmentAdjustment[];

  @Field(() => [AssessmentObjection], { description: 'Objections, the latest first.' })
  objections!: AssessmentObjection[];

  @Field(() => ComputedBecause, { description: 'Why it was computed last.' })
  because!: ComputedBecause;

  @Field(() => DateTimeScalar, { description: 'When.' })
  computedAt!: Date;

  @Field({ description: 'sha256 of the result; a replay gives the same.' })
  digest!: string;
}

@ObjectType({ description: 'A result of an organization in an earlier or later cycle by the same scheme (历期).' })
export class AssessmentTrendPoint {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field(() => ID, { description: 'The cycle.' })
  cycleId!: string;

  @Field({ description: 'What the cycle is called.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The last day of its period.' })
  periodTo!: string;

  @Field({ description: 'The total, a decimal.' })
  total!: string;

  @Field(() => LocalText, { nullable: true, description: 'What the grade is called.' })
  grade!: LocalText | null;

  @Field(() => Int, { nullable: true, description: 'The place in the group.' })
  rank!: number | null;

  @Field(() => Int, { description: 'How many were compared.' })
  groupSize!: number;
}

@ObjectType({ description: 'The dimensions of one of the assessed, for a comparison of all (热力图).' })
export class AssessedDimensions {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field({ description: 'The organization.' })
  name!: string;

  @Field({ description: 'The group it is compared in.' })
  groupName!: string;

  @Field(() => String, { nullable: true, description: 'The total, a decimal.' })
  total!: string | null;

  @Field(() => [ResultDimension], { description: 'In the order of the scheme.' })
  dimensions!: ResultDimension[];
}
