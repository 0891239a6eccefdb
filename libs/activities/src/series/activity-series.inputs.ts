import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { clockTime } from '../plan/plan.inputs';
import { HolidayPolicy, SeriesScope } from './activity-series.enums';

const rule = 'RFC 5545, such as FREQ=WEEKLY;BYDAY=TU,TH, or LAST-WORKING-DAY=QUARTER; UNTIL or COUNT end it.';

@InputType({ description: 'When a series occurs.' })
export class RecurrenceInput {
  @Field({ description: rule })
  @IsString()
  @MaxLength(200)
  rule!: string;

  @Field(() => DateScalar, { description: 'The first day on which it may occur; the rule is counted from it.' })
  @Validate(IsDay)
  startsOn!: string;

  @Field({ description: 'At what time of the day, HH:MM.' })
  @Matches(clockTime)
  time!: string;

  @Field(() => HolidayPolicy, { description: 'What becomes of an occurrence on a holiday.' })
  @IsEnum(HolidayPolicy)
  holidayPolicy!: HolidayPolicy;

  @Field(() => [DateScalar], { defaultValue: [], description: 'Days on which it is due and left out; at most 100.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Validate(IsDay, { each: true })
  exceptions!: string[];
}

@ArgsType()
export class SeriesPreviewArguments {
  @Field(() => RecurrenceInput, { description: 'When it occurs.' })
  @ValidateNested()
  @Type(() => RecurrenceInput)
  recurrence!: RecurrenceInput;
}

@InputType({ description: 'A series of activities to plan.' })
export class PlanActivitySeriesInput {
  @Field(() => ID, { description: 'Which organization holds them.' })
  @IsString()
  organizationId!: string;

  @Field(() => ID, { description: 'Their type, one that the organization holds.' })
  @IsString()
  activityTypeId!: string;

  @Field({ description: 'Their title.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  title!: string;

  @Field(() => RecurrenceInput, { description: 'When it occurs.' })
  @ValidateNested()
  @Type(() => RecurrenceInput)
  recurrence!: RecurrenceInput;

  @Field(() => Int, { description: 'How many minutes each takes, 5 to 720.' })
  @IsInt()
  @Min(5)
  @Max(720)
  minutes!: number;

  @Field(() => ID, { nullable: true, description: 'The registered venue.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, when it is no registered venue.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the meeting online, http or https.' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(500)
  link?: string | null;
}

@InputType({ isAbstract: true })
abstract class OccurrenceStepInput {
  @Field(() => ID, { description: 'The occurrence from which it is done.' })
  @IsString()
  activityId!: string;

  @Field(() => Int, { description: 'Of the occurrence, as read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'What changes of a series. What is left out stays; null empties what may be empty.' })
export class ChangeActivitySeriesInput extends OccurrenceStepInput {
  @Field(() => SeriesScope, { description: 'Which occurrences; a single one is changed by changeActivity.' })
  @IsEnum(SeriesScope)
  scope!: SeriesScope;

  @Field({ defaultValue: false, description: 'True: occurrences that were changed by themselves are changed, too.' })
  @IsBoolean()
  includeChanged!: boolean;

  @Field(() => String, { nullable: true, description: 'Their title.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  title?: string | null;

  @Field(() => String, { nullable: true, description: rule })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  rule?: string | null;

  @Field(() => String, { nullable: true, description: 'At what time of the day, HH:MM.' })
  @IsOptional()
  @Matches(clockTime)
  time?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes each takes, 5 to 720.' })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(720)
  minutes?: number | null;

  @Field(() => HolidayPolicy, { nullable: true, description: 'What becomes of an occurrence on a holiday.' })
  @IsOptional()
  @IsEnum(HolidayPolicy)
  holidayPolicy?: HolidayPolicy | null;

  @Field(() => ID, { nullable: true, description: 'The registered venue.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, when it is no registered venue.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  place?: string | null;
}

@InputType({
  description: 'A series that ends with what was before an occurrence; that and what follows is cancelled.',
})
export class EndActivitySeriesInput extends OccurrenceStepInput {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By which day what a rule needs is made up for; needed where one would not be met (活动雷打不动).',
  })
  @IsOptional()
  @Validate(IsDay)
  makeUpBy?: string | null;
}

@InputType({ description: 'A series that follows one of its dates: as far as that one goes, go the others.' })
export class MoveActivitySeriesInput extends OccurrenceStepInput {
  @Field(() => SeriesScope, { description: 'Which occurrences; a single one is moved by changeActivity.' })
  @IsEnum(SeriesScope)
  scope!: SeriesScope;

  @Field(() => DateScalar, { description: 'On which day the occurrence is due from now on.' })
  @Validate(IsDay)
  on!: string;

  @Field(() => String, { nullable: true, description: 'At what time, HH:MM; that of the series when left out.' })
  @IsOptional()
  @Matches(clockTime)
  time?: string | null;
}

@ArgsType()
export class ActivitySeriesMoveArguments {
  @Field(() => MoveActivitySeriesInput, { description: 'The move, for looking at before it is done.' })
  @ValidateNested()
  @Type(() => MoveActivitySeriesInput)
  input!: MoveActivitySeriesInput;
}

@InputType({ description: 'One more date of a series, beside its rule.' })
export class AddSeriesDateInput {
  @Field(() => ID, { description: 'The series.' })
  @IsString()
  seriesId!: string;

  @Field(() => Int, { description: 'Of the series, as read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => DateScalar, { description: 'On which day; the series has nothing on it yet.' })
  @Validate(IsDay)
  on!: string;

  @Field(() => String, { nullable: true, description: 'At what time, HH:MM; that of the series when left out.' })
  @IsOptional()
  @Matches(clockTime)
  time?: string | null;

  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@ArgsType()
export class AllActivitySeriesArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: those that have ended; false: those that go on.' })
  @IsOptional()
  @IsBoolean()
  ended?: boolean | null;
}
