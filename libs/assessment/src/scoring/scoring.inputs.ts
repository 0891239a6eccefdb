import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
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
import { Type } from 'class-transformer';
import { ScoreSource } from './scoring.enums';

@InputType({ description: 'What is said of one indicator, all of it.' })
export class AssessmentScoreInput {
  @Field({ description: 'Key of the indicator.' })
  @IsString()
  @MaxLength(120)
  nodeKey!: string;

  @Field(() => Int, { description: 'As read last; 0 where nothing was said yet.' })
  @IsInt()
  @Min(0)
  version!: number;

  @Field(() => String, { nullable: true, description: 'Key of the level, of an indicator scored by levels.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  level?: string | null;

  @Field(() => String, { nullable: true, description: 'Decimal as text, of an indicator scored by points.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  points?: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it occurred.' })
  @IsOptional()
  @IsInt()
  occurrences?: number | null;

  @Field(() => String, { nullable: true, description: 'Why; must be there where points are cut.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  comment?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Records it rests on; left out: as they are.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  evidence?: string[] | null;
}

@InputType({ description: 'Scores of a sheet, as it saves itself while it is filled in.' })
export class SaveAssessmentScoresInput {
  @Field(() => ID, { description: 'Which assessment.' })
  @IsString()
  assessmentId!: string;

  @Field(() => ScoreSource, { description: 'Which of its sheets.' })
  @IsEnum(ScoreSource)
  as!: ScoreSource;

  @Field(() => [AssessmentScoreInput], { description: 'What has changed, each indicator once.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => AssessmentScoreInput)
  scores!: AssessmentScoreInput[];
}

@InputType({ description: 'A sheet that is handed in.' })
export class SubmitAssessmentSheetInput {
  @Field(() => ID, { description: 'Which assessment.' })
  @IsString()
  assessmentId!: string;

  @Field(() => ScoreSource, { description: 'Which of its sheets.' })
  @IsEnum(ScoreSource)
  as!: ScoreSource;
}

@InputType({ description: 'A sheet that is opened again.' })
export class ReturnAssessmentSheetInput {
  @Field(() => ID, { description: 'Which assessment.' })
  @IsString()
  assessmentId!: string;

  @Field(() => ScoreSource, { description: 'Which of its sheets.' })
  @IsEnum(ScoreSource)
  as!: ScoreSource;

  @Field(() => ID, { nullable: true, description: 'Of an expert: the account whose sheet it is.' })
  @IsOptional()
  @IsString()
  accountId?: string | null;

  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'How many papers said what.' })
export class CountedPapersInput {
  @Field({ description: 'Key of the group of voters.' })
  @IsString()
  @MaxLength(120)
  group!: string;

  @Field({ description: 'Key of the option.' })
  @IsString()
  @MaxLength(120)
  option!: string;

  @Field(() => Int, { description: 'How many papers.' })
  @IsInt()
  @Min(0)
  @Max(100_000)
  papers!: number;
}

@InputType({ description: 'Papers of a vote that were counted by hand.' })
export class RecordAssessmentVotesInput {
  @Field(() => ID, { description: 'Which assessment.' })
  @IsString()
  assessmentId!: string;

  @Field({ description: 'Key of the indicator that the vote is about.' })
  @IsString()
  @MaxLength(120)
  nodeKey!: string;

  @Field(() => Int, { description: 'As read last; 0 where nothing was counted yet.' })
  @IsInt()
  @Min(0)
  version!: number;

  @Field(() => [CountedPapersInput], { description: 'All that was counted.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CountedPapersInput)
  papers!: CountedPapersInput[];

  @Field({ description: 'Who counted and who watched (计票人、监票人).' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  tellers!: string;
}
