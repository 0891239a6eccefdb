import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { AttendanceState } from './attendance.enums';

@InputType({ description: 'What is said of one person of a roster.' })
export class AttendanceMarkInput {
  @Field(() => ID, { nullable: true, description: 'The member; or say the external id.' })
  @IsOptional()
  @IsString()
  memberId?: string | null;

  @Field(() => String, { nullable: true, description: "The member's id in the caller's own system." })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  memberExternalId?: string | null;

  @Field(() => AttendanceState, { description: 'What is said; ENTITLED takes back what was said before.' })
  @IsEnum(AttendanceState)
  state!: AttendanceState;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Why, of leave and absence.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string | null;
}

@InputType({ description: 'Who attended an activity, and who did not. Sent twice it changes nothing.' })
export class RecordAttendanceInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Field(() => [AttendanceMarkInput], { description: 'A row for each person, at most 5,000; others stay as they are.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => AttendanceMarkInput)
  rows!: AttendanceMarkInput[];
}

@InputType({ description: 'The activity of which the roster is to be set down.' })
export class StartAttendanceInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;
}

@InputType({ description: 'That you are there, by the code on the screen of the room.' })
export class AttendActivityInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Field({ description: 'The code that the screen shows now.' })
  @IsString()
  @MaxLength(100)
  code!: string;
}

@InputType({ description: 'That you cannot attend.' })
export class RequestLeaveInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;

  @Pii('ORDINARY')
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  reason!: string;
}

@InputType({ description: 'That you take your request for leave back.' })
export class WithdrawLeaveInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;
}

@InputType({ description: 'A request for leave to approve.' })
export class ApproveLeaveInput {
  @Field(() => ID, { description: 'Which request.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody decided since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A request for leave to decline.' })
export class DeclineLeaveInput extends ApproveLeaveInput {
  @Field({ description: 'Why it is declined.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  reason!: string;
}
