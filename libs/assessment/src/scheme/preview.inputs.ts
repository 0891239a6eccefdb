import { OrganizationType, Tier } from '@dangwu/organization';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SchemeTreeScalar } from './scheme-tree.scalar';

/** A decimal as text, as the engine takes it. */
const decimal = /^\d{1,12}(\.\d{1,6})?$/;
const keyOf = 'Key of the indicator.';

@InputType({ description: 'A figure as somebody enters it for a preview.' })
export class PreviewFigureInput {
  @Field({ description: 'Key of the figure.' })
  @IsString()
  @MaxLength(100)
  key!: string;

  @Field({ description: 'What is counted, a decimal.' })
  @IsString()
  @Matches(decimal)
  part!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is divided by; left out for figures that are no rates.',
  })
  @IsOptional()
  @IsString()
  @Matches(decimal)
  whole?: string | null;
}

@InputType({ description: 'What a scorer gives in a preview: a level or points.' })
export class PreviewScoreInput {
  @Field({ description: keyOf })
  @IsString()
  @MaxLength(64)
  key!: string;

  @Field({ description: 'Which of the scorers that the preview has, from 1.' })
  @IsString()
  @MaxLength(3)
  scorer!: string;

  @Field(() => String, { nullable: true, description: 'Key of the level.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  level?: string | null;

  @Field(() => String, { nullable: true, description: 'Points of the weight, a decimal.' })
  @IsOptional()
  @IsString()
  @Matches(decimal)
  points?: string | null;
}

@InputType({ description: 'Papers of a vote in a preview.' })
export class PreviewPapersInput {
  @Field({ description: keyOf })
  @IsString()
  @MaxLength(64)
  key!: string;

  @Field({ description: 'Key of the group of voters.' })
  @IsString()
  @MaxLength(64)
  group!: string;

  @Field({ description: 'Key of the option.' })
  @IsString()
  @MaxLength(64)
  option!: string;

  @Field(() => Int, { description: 'How many, 0 to 100,000.' })
  @IsInt()
  @Min(0)
  @Max(100_000)
  papers!: number;
}

@InputType({ description: 'How often something occurs in a preview.' })
export class PreviewOccurrencesInput {
  @Field({ description: keyOf })
  @IsString()
  @MaxLength(64)
  key!: string;

  @Field(() => Int, { description: 'How often, 0 to 1,000.' })
  @IsInt()
  @Min(0)
  @Max(1000)
  times!: number;
}

const entered = 'entered by hand; what is left out is made up';

@InputType({ description: 'A scheme to try, and with what.' })
export class PreviewSchemeInput {
  @Field(() => SchemeTreeScalar, { description: 'The tree as it stands.' })
  @IsDefined()
  tree!: unknown;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'Other numbers make up other data, the same number the same ones.',
  })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  seed!: number;

  @Field(() => OrganizationType, {
    nullable: true,
    description: 'Type of the made-up organization; left out: a branch.',
  })
  @IsOptional()
  @IsEnum(OrganizationType)
  organizationType?: OrganizationType | null;

  @Field(() => Tier, { nullable: true, description: 'Its tier; left out: the secretariat.' })
  @IsOptional()
  @IsEnum(Tier)
  tier?: Tier | null;

  @Field(() => [PreviewFigureInput], { nullable: true, description: `Figures ${entered}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PreviewFigureInput)
  figures?: PreviewFigureInput[] | null;

  @Field(() => [PreviewScoreInput], { nullable: true, description: `Scores ${entered}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => PreviewScoreInput)
  scores?: PreviewScoreInput[] | null;

  @Field(() => [PreviewPapersInput], { nullable: true, description: `Votes ${entered}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => PreviewPapersInput)
  papers?: PreviewPapersInput[] | null;

  @Field(() => [PreviewOccurrencesInput], { nullable: true, description: `Occurrences ${entered}.` })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PreviewOccurrencesInput)
  occurrences?: PreviewOccurrencesInput[] | null;
}
