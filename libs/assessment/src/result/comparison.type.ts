import { LocalText } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssessmentGrade, ResultDimension } from './result.type';

@ObjectType({ description: 'One of two that are compared.' })
export class ComparedSide {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId!: string;

  @Field({ description: 'The organization, as it was called.' })
  name!: string;

  @Field({ description: 'Key of the group it is compared in.' })
  groupKey!: string;

  @Field({ description: 'What that is called.' })
  groupName!: string;

  @Field(() => String, { nullable: true, description: 'The total, a decimal; null: something is missing.' })
  total!: string | null;

  @Field(() => Int, { nullable: true, description: 'The place in its group.' })
  rank!: number | null;

  @Field(() => AssessmentGrade, { nullable: true, description: 'The grade.' })
  grade!: AssessmentGrade | null;

  @Field(() => [ResultDimension], { description: 'Its dimensions, beside its own group.' })
  dimensions!: ResultDimension[];
}

@ObjectType({ description: 'What one of two came to on an indicator.' })
export class ComparedPoints {
  @Field({ description: 'Whether it applies.' })
  applies!: boolean;

  @Field(() => String, { nullable: true, description: 'Points, a decimal; null: not computed, or it does not apply.' })
  points!: string | null;

  @Field(() => String, { nullable: true, description: 'The most it gives here, a decimal; null: it has no weight.' })
  weight!: string | null;

  @Field({ description: 'Where the points come from, in a sentence.' })
  explanation!: LocalText;
}

@ObjectType({ description: 'One node of the scheme, for two that are compared.' })
export class ComparedNode {
  @Field({ description: 'Its key in the scheme.' })
  key!: string;

  @Field(() => String, { nullable: true, description: 'Of the node above; null at the root.' })
  parentKey!: string | null;

  @Field({ description: 'GROUP, METRIC, RUBRIC, BALLOT, DEDUCTION, BONUS or VETO.' })
  kind!: string;

  @Field({ description: 'What it is called.' })
  name!: LocalText;

  @Field(() => ComparedPoints, { description: 'Of the first.' })
  first!: ComparedPoints;

  @Field(() => ComparedPoints, { description: 'Of the second.' })
  second!: ComparedPoints;

  @Field(() => String, {
    nullable: true,
    description: 'Points of the first less those of the second, an exact decimal; null: one of them has none.',
  })
  difference!: string | null;
}

@ObjectType({ description: 'Two of the assessed of one cycle, point by point (两两对比).' })
export class AssessmentComparison {
  @Field(() => ComparedSide, { description: 'The first.' })
  first!: ComparedSide;

  @Field(() => ComparedSide, { description: 'The second.' })
  second!: ComparedSide;

  @Field(() => String, {
    nullable: true,
    description: 'The total of the first less that of the second, an exact decimal; null: one of them has none.',
  })
  difference!: string | null;

  @Field(() => [ComparedNode], { description: 'All nodes, each before those below it.' })
  nodes!: ComparedNode[];
}
