import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { ScoreSource } from '../scoring.enums';

@InputType({ description: 'A workbook of scores that was filled in.' })
export class ImportAssessmentScoresInput {
  @Field(() => ID, { description: 'Which cycle.' })
  @IsString()
  cycleId!: string;

  @Field(() => ScoreSource, { description: 'As what it was filled in.' })
  @IsEnum(ScoreSource)
  as!: ScoreSource;

  @Field(() => ID, { description: 'The workbook, uploaded by yourself; it is deleted once it is read.' })
  @IsString()
  fileId!: string;
}
