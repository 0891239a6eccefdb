import { PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AttendanceState, LeaveState } from './attendance.enums';

/** What belongs to an activity. */
@ArgsType()
export class OfActivityArguments extends PageArguments {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  activityId!: string;
}

@InputType({ description: 'Which people of a roster. Conditions are joined by "and", the values of a list by "or".' })
export class AttendanceFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or its spelling.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [AttendanceState], { nullable: true, description: 'In any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(AttendanceState, { each: true })
  states?: AttendanceState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those who attend beside the entitled; false: the others.',
  })
  @IsOptional()
  @IsBoolean()
  guest?: boolean | null;
}

/** What the read model filters by. */
export interface AttendanceCondition extends AttendanceFilter {
  readonly activityId?: string | null;
}

export interface LeaveCondition {
  readonly activityId?: string | null;
  readonly states?: readonly LeaveState[] | null;
}

@ArgsType()
export class AttendanceArguments extends OfActivityArguments {
  @Field(() => AttendanceFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttendanceFilter)
  filter?: AttendanceFilter | null;
}
