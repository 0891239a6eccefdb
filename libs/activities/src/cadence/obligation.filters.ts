import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEnum, IsOptional, IsString, Validate, ValidateNested } from 'class-validator';
import { ObligationState, Period } from './cadence.enums';

@InputType({
  description: 'Which obligations. Conditions are joined by "and", the values of a list by "or".',
})
export class ObligationFilter {
  @Field(() => [ObligationState], { nullable: true, description: 'In any of these states today.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(ObligationState, { each: true })
  states?: ObligationState[] | null;

  @Field(() => [ID], { nullable: true, description: 'For activities of any of these types.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  activityTypeIds?: string[] | null;

  @Field(() => [Period], { nullable: true, description: 'Counted in any of these spans.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEnum(Period, { each: true })
  periods?: Period[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization itself.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period ends on this day or later.' })
  @IsOptional()
  @Validate(IsDay)
  endsFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period ends on this day or earlier.' })
  @IsOptional()
  @Validate(IsDay)
  endsTo?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period has begun by this day.' })
  @IsOptional()
  @Validate(IsDay)
  startedBy?: string | null;
}

export enum ObligationOrder {
  DUE = 'DUE',
  LATEST = 'LATEST',
}
registerEnumType(ObligationOrder, {
  name: 'ObligationOrder',
  description: 'In which order obligations are listed.',
  valuesMap: {
    DUE: { description: 'By the last day of the period, the earliest first.' },
    LATEST: { description: 'By the last day of the period, the latest first.' },
  },
});

@ArgsType()
export class ObligationsArguments extends PageArguments {
  @Field(() => ObligationFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ObligationFilter)
  filter?: ObligationFilter | null;

  @Field(() => ObligationOrder, { nullable: true, description: 'In which order; DUE when left out.' })
  @IsOptional()
  @IsEnum(ObligationOrder)
  order?: ObligationOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
