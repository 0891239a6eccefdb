import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { PlanSettingsInput } from './plan.inputs';
import { PlanItemOrder, PlanItemState } from './plan.enums';

@InputType({ description: 'Which plans.' })
export class YearPlanFilter {
  @Field(() => Int, { nullable: true, description: 'Of this year.' })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;
}

@ArgsType()
export class YearPlansArguments extends PageArguments {
  @Field(() => YearPlanFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => YearPlanFilter)
  filter?: YearPlanFilter | null;
}

@InputType({ description: 'Which items. Conditions are joined by "and", the values of a list by "or".' })
export class PlanItemFilter {
  @Field(() => ID, { nullable: true, description: 'Of this plan.' })
  @IsOptional()
  @IsString()
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => [PlanItemState], { nullable: true, description: 'In any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(PlanItemState, { each: true })
  states?: PlanItemState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Held on this day or later.' })
  @IsOptional()
  @Validate(IsDay)
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Held before this day.' })
  @IsOptional()
  @Validate(IsDay)
  to?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: with something that stands against it.' })
  @IsOptional()
  @IsBoolean()
  faulty?: boolean | null;
}

@ArgsType()
export class PlanItemsArguments extends PageArguments {
  @Field(() => PlanItemFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlanItemFilter)
  filter?: PlanItemFilter | null;

  @Field(() => PlanItemOrder, { nullable: true, description: 'In which order; SOONEST when left out.' })
  @IsOptional()
  @IsEnum(PlanItemOrder)
  order?: PlanItemOrder | null;
}

@ArgsType()
export class OverviewArguments {
  @Field(() => ID, { description: 'The plan.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'How many organizations, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  after?: string | null;
}

@ArgsType()
export class PlanChangesArguments {
  @Field(() => ID, { description: 'The plan.' })
  @IsString()
  id!: string;

  @Field(() => PlanSettingsInput, { nullable: true, description: 'With other settings; left out: as they are.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlanSettingsInput)
  settings?: PlanSettingsInput | null;
}
