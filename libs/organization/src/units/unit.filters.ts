import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsString,
  MaxLength,
  Validate,
  ValidateNested,
} from 'class-validator';
import { Tier } from '../organization.enums';
import { IsDay } from '../organization.filters';
import { CoverageKind, UnitKind } from './unit.enums';

@InputType({
  description: 'Which units. Conditions are joined by "and", the values of a list by "or". Closed units are left out.',
})
export class UnitFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, a code or the pinyin. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [Tier], { nullable: true, description: 'Any of these tiers.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(Tier, { each: true })
  tiers?: Tier[] | null;

  @Field(() => [UnitKind], { nullable: true, description: 'Any of these kinds.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(UnitKind, { each: true })
  kinds?: UnitKind[] | null;

  @Field(() => [CoverageKind], { nullable: true, description: 'Covered in any of these ways.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(CoverageKind, { each: true })
  coverages?: CoverageKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Those that this organization itself is responsible for or covers.',
  })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that could have an organization of their own but have none.',
  })
  @IsOptional()
  @IsBoolean()
  qualifiesOnly?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Only these, such as the rows chosen in a list; at most 1,000.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  ids?: string[] | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: closed units, too.' })
  @IsOptional()
  @IsBoolean()
  includeClosed?: boolean | null;
}

export enum UnitOrder {
  NAME = 'NAME',
  CODE = 'CODE',
  MEMBERS = 'MEMBERS',
}
registerEnumType(UnitOrder, {
  name: 'UnitOrder',
  description: 'In which order units are listed.',
  valuesMap: {
    NAME: { description: 'By the pinyin of the name.' },
    CODE: { description: 'By code; those without one last.' },
    MEMBERS: { description: 'By party members reported, the most first; those without a count last.' },
  },
});

export const openOnly = { includeClosed: false };

@ArgsType()
export class UnitsArguments extends PageArguments {
  @Field(() => UnitFilter, { nullable: true, defaultValue: openOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitFilter)
  filter?: UnitFilter | null;

  @Field(() => UnitOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(UnitOrder)
  order?: UnitOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'As it was on this day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;
}
