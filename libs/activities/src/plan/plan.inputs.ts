import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

@InputType({ description: 'When activities of one type are held.' })
export class PlanTypeSettingsInput {
  @Field(() => ID, { description: 'The type.' })
  @IsString()
  activityTypeId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'On a fixed day of the week: 1 Monday to 7 Sunday; null: that of the rule, or any.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number | null;

  @Field({ description: 'When it begins, HH:MM; another time is tried when somebody or the venue is taken.' })
  @Matches(clockTime)
  from!: string;

  @Field(() => Int, { description: 'How many minutes it takes, 15 to 720.' })
  @IsInt()
  @Min(15)
  @Max(720)
  minutes!: number;

  @Field(() => ID, { nullable: true, description: 'The venue; null: none.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;
}

@InputType({ description: 'How a plan is made.' })
export class PlanSettingsInput {
  @Field({ description: 'Nothing begins earlier in the day, HH:MM, but what is set to.' })
  @Matches(clockTime)
  opensAt!: string;

  @Field({ description: 'Nothing ends later in the day, HH:MM, but what is set to.' })
  @Matches(clockTime)
  closesAt!: string;

  @Field(() => [PlanTypeSettingsInput], { description: 'The types, each once; at most 50.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique(({ activityTypeId }: PlanTypeSettingsInput) => activityTypeId)
  @ValidateNested({ each: true })
  @Type(() => PlanTypeSettingsInput)
  types!: PlanTypeSettingsInput[];
}

@InputType({ description: 'A plan to make.' })
export class DraftYearPlanInput {
  @Field(() => ID, { description: 'For which organization, with all that it leads.' })
  @IsString()
  organizationId!: string;

  @Field(() => Int, { description: 'For which year: this one or the next.' })
  @IsInt()
  @Min(2000)
  @Max(2999)
  year!: number;

  @Field(() => PlanSettingsInput, { nullable: true, description: 'How; left out: as usual.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlanSettingsInput)
  settings?: PlanSettingsInput | null;
}

@InputType({ isAbstract: true })
abstract class PlanStepInput {
  @Field(() => ID, { description: 'Which.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A plan to make anew. What people moved or left out and what is published stays.' })
export class ReplanYearPlanInput extends PlanStepInput {
  @Field(() => PlanSettingsInput, { nullable: true, description: 'Other settings; left out: as they are.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlanSettingsInput)
  settings?: PlanSettingsInput | null;
}

@InputType({ description: 'A plan to publish.' })
export class PublishYearPlanInput extends PlanStepInput {}

@InputType({ description: 'A plan to discard.' })
export class DiscardYearPlanInput extends PlanStepInput {}

@InputType({ description: 'Another time for an item of a plan.' })
export class MovePlanItemInput extends PlanStepInput {
  @Field(() => DateTimeScalar, { description: 'When it begins, within its period.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; left out: as long as before.' })
  @IsOptional()
  @IsDate()
  endsAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Another venue; null: none; left out: as it is.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;
}

@InputType({ description: 'An item that is not to be held.' })
export class LeaveOutPlanItemInput extends PlanStepInput {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'An item that is to be held after all.' })
export class TakeInPlanItemInput extends PlanStepInput {}
