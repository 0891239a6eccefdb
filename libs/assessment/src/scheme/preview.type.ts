import { LocalText } from '@dangwu/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AssessmentGrade, ResultNode } from '../result/result.type';
import { SchemeFault } from './scheme-parts.type';

@ObjectType({ description: 'A figure that a preview was computed with.' })
export class PreviewFigure {
  @Field({ description: 'Key of the figure.' })
  key!: string;

  @Field({ description: 'What it is called.' })
  name!: LocalText;

  @Field({ description: 'What was counted, a decimal.' })
  part!: string;

  @Field(() => String, { nullable: true, description: 'What it is divided by, a decimal; null: it is no rate.' })
  whole!: string | null;
}

@ObjectType({ description: 'What a scorer of a preview gave.' })
export class PreviewScore {
  @Field({ description: 'Key of the indicator.' })
  key!: string;

  @Field({ description: 'Which scorer, from 1.' })
  scorer!: string;

  @Field({ description: 'In which role.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Key of the level; null: points were given.' })
  level!: string | null;

  @Field(() => String, { nullable: true, description: 'Points of the weight, a decimal; null: a level was given.' })
  points!: string | null;
}

@ObjectType({ description: 'Papers of a vote in a preview.' })
export class PreviewPapers {
  @Field({ description: 'Key of the indicator.' })
  key!: string;

  @Field({ description: 'Key of the group of voters.' })
  group!: string;

  @Field({ description: 'Key of the option.' })
  option!: string;

  @Field(() => Int, { description: 'How many.' })
  papers!: number;
}

@ObjectType({ description: 'How often something occurred in a preview.' })
export class PreviewOccurrences {
  @Field({ description: 'Key of the indicator.' })
  key!: string;

  @Field(() => Int, { description: 'How often.' })
  times!: number;
}

@ObjectType({ description: 'What a scheme comes to with made-up data (试算). Nothing is saved, no record is read.' })
export class SchemePreview {
  @Field(() => [SchemeFault], { description: 'What is wrong with the scheme; it is not computed while anything is.' })
  schemeFaults!: SchemeFault[];

  @Field(() => [SchemeFault], { description: 'What keeps a total from being computed with these data.' })
  inputFaults!: SchemeFault[];

  @Field(() => String, { nullable: true, description: 'The total, a decimal; null: it could not be computed.' })
  total!: string | null;

  @Field(() => AssessmentGrade, {
    nullable: true,
    description: 'The grade of the total, under vetoes, before the limit of the best grade.',
  })
  grade!: AssessmentGrade | null;

  @Field(() => [ResultNode], {
    description: 'All nodes with points and where they come from, each before those below.',
  })
  nodes!: ResultNode[];

  @Field(() => [PreviewFigure], { description: 'The figures it was computed with.' })
  figures!: PreviewFigure[];

  @Field(() => [PreviewScore], { description: 'The scores.' })
  scores!: PreviewScore[];

  @Field(() => [PreviewPapers], { description: 'The votes.' })
  papers!: PreviewPapers[];

  @Field(() => [PreviewOccurrences], { description: 'Of deductions, bonuses and vetoes that people note, how often.' })
  occurrences!: PreviewOccurrences[];
}
