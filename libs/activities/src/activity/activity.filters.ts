import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  Validate,
  ValidateNested,
} from 'class-validator';
import { ActivityKind } from '../catalogue/catalogue.enums';
import { ActivityState } from './activity.enums';

@InputType({ description: 'Which activities. Conditions are joined by "and", the values of a list by "or".' })
export class ActivityFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the place. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [ActivityState], { nullable: true, description: 'In any of these states.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(ActivityState, { each: true })
  states?: ActivityState[] | null;

  @Field(() => [ActivityKind], { nullable: true, description: 'Of any of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(ActivityKind, { each: true })
  kinds?: ActivityKind[] | null;

  @Field(() => [String], { nullable: true, description: 'Of any of these types, by their keys.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  types?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of any of these lines, by their keys.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  lines?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Held on this day or later.' })
  @IsOptional()
  @Validate(IsDay)
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Held before this day.' })
  @IsOptional()
  @Validate(IsDay)
  to?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those that this organization itself holds.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The occurrences of this series.' })
  @IsOptional()
  @IsString()
  seriesId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these; at most 1,000.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  ids?: string[] | null;
}

export enum ActivityOrder {
  SOONEST = 'SOONEST',
  LATEST = 'LATEST',
  TITLE = 'TITLE',
}
registerEnumType(ActivityOrder, {
  name: 'ActivityOrder',
  description: 'In which order activities are listed.',
  valuesMap: {
    SOONEST: { description: 'By the time they begin.' },
    LATEST: { description: 'By the time they begin, the latest first.' },
    TITLE: { description: 'By title.' },
  },
});

@ArgsType()
export class ActivitiesArguments extends PageArguments {
  @Field(() => ActivityFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ActivityFilter)
  filter?: ActivityFilter | null;

  @Field(() => ActivityOrder, { nullable: true, description: 'In which order; SOONEST when left out.' })
  @IsOptional()
  @IsEnum(ActivityOrder)
  order?: ActivityOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
