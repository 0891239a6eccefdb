import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

@InputType({ description: 'Weak organizations of a final cycle that are handed over to rectification.' })
export class HandOverAssessmentsInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => [ID], {
    description: 'Which of those on the list; whoever was handed over before is passed over. At most 500.',
  })
  @IsArray()
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsString({ each: true })
  assessmentIds!: string[];

  @Field({ description: 'Why; it stands with each of them, and goes with what is handed over.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
