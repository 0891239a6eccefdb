import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

@InputType({ description: 'An activity on a day that a notice took, as it was told.' })
export class DayOffStepInput {
  @Field(() => ID, { description: 'The activity.' })
  @IsString()
  activityId!: string;

  @Field(() => Int, { description: 'Of the activity, as read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Activities that go to the working day that is proposed for each: all of them, or none.' })
export class MoveOffDaysInput {
  @Field(() => [DayOffStepInput], { description: 'Which, 1 to 200 of dayOffActivities.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DayOffStepInput)
  activities!: DayOffStepInput[];
}

@InputType({ description: 'An activity that is held on the day off all the same.' })
export class KeepOnDayOffInput extends DayOffStepInput {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
