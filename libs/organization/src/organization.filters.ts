import { DateScalar, isDay, PageArguments } from '@dangwu/platform/graphql';
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
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { OrganizationFlagCode, OrganizationStatus, OrganizationType, ParentRelation, Tier } from './organization.enums';

/** Days arrive checked by the scalar; this catches inputs built without it, such as those of jobs. */
@ValidatorConstraint({ name: 'isDay' })
export class IsDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isDay(value);
  }

  defaultMessage(): string {
    return '$property must be a day such as 2026-09-18';
  }
}

@InputType({
  description:
    'Which organizations. Conditions are joined by "and", the values of a list by "or". Without statuses, dissolved organizations are left out.',
})
export class OrganizationIdentityFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name or the code, or pinyin: all syllables or the initials (dezb for 第二支部). Case does not matter.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [OrganizationType], { nullable: true, description: 'Any of these types.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(OrganizationType, { each: true })
  types?: OrganizationType[] | null;

  @Field(() => [Tier], { nullable: true, description: 'Any of these tiers.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(Tier, { each: true })
  tiers?: Tier[] | null;

  @Field(() => [ParentRelation], { nullable: true, description: 'Any of these relations to the parent.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(ParentRelation, { each: true })
  relations?: ParentRelation[] | null;

  @Field(() => [OrganizationStatus], {
    nullable: true,
    defaultValue: [OrganizationStatus.ACTIVE, OrganizationStatus.PREPARING],
    description: 'Any of these; dissolved organizations are answered only when asked for.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(OrganizationStatus, { each: true })
  statuses?: OrganizationStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Directly below this organization.' })
  @IsOptional()
  @IsString()
  parentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those without a parent.' })
  @IsOptional()
  @IsBoolean()
  rootsOnly?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those with a flag; false: only those without.' })
  @IsOptional()
  @IsBoolean()
  flagged?: boolean | null;
}

@InputType({ description: 'Which organizations, by what only those who may read them may ask for.' })
export class PartyOrganizationFilter extends OrganizationIdentityFilter {
  @Field(() => [OrganizationFlagCode], { nullable: true, description: 'With any of these flags.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEnum(OrganizationFlagCode, { each: true })
  flagCodes?: OrganizationFlagCode[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only these, such as the rows chosen in a list; at most 1,000.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  ids?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Founded on this day or later.' })
  @IsOptional()
  @Validate(IsDay)
  foundedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Founded before this day.' })
  @IsOptional()
  @Validate(IsDay)
  foundedTo?: string | null;
}

export enum OrganizationIdentityOrder {
  TREE = 'TREE',
  NAME = 'NAME',
  CODE = 'CODE',
}
registerEnumType(OrganizationIdentityOrder, {
  name: 'OrganizationIdentityOrder',
  description: 'In which order organizations are listed.',
  valuesMap: {
    TREE: { description: 'As the tree is walked: each organization before those below it.' },
    NAME: { description: 'By the pinyin of the name.' },
    CODE: { description: 'By code.' },
  },
});

export enum PartyOrganizationOrder {
  TREE = 'TREE',
  NAME = 'NAME',
  CODE = 'CODE',
  NEWEST = 'NEWEST',
  TERM_ENDS = 'TERM_ENDS',
}
registerEnumType(PartyOrganizationOrder, {
  name: 'PartyOrganizationOrder',
  description: 'In which order organizations are listed.',
  valuesMap: {
    TREE: { description: 'As the tree is walked: each organization before those below it.' },
    NAME: { description: 'By the pinyin of the name.' },
    CODE: { description: 'By code.' },
    NEWEST: { description: 'By founding day, the newest first.' },
    TERM_ENDS: { description: 'By the end of the term, the longest overdue first; those without a term last.' },
  },
});

/** Lists leave dissolved organizations out unless asked for them; the schema shows this default. */
export const presentOnly = { statuses: [OrganizationStatus.ACTIVE, OrganizationStatus.PREPARING] };

@ArgsType()
export class ChildrenArguments extends PageArguments {
  @Field(() => OrganizationIdentityFilter, { nullable: true, defaultValue: presentOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OrganizationIdentityFilter)
  filter?: OrganizationIdentityFilter | null;

  @Field(() => OrganizationIdentityOrder, { nullable: true, description: 'In which order; TREE when left out.' })
  @IsOptional()
  @IsEnum(OrganizationIdentityOrder)
  order?: OrganizationIdentityOrder | null;
}

@ArgsType()
export class OrganizationsArguments extends ChildrenArguments {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'As the tree was on this day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;
}

@ArgsType()
export class PartyOrganizationsArguments extends PageArguments {
  @Field(() => PartyOrganizationFilter, { nullable: true, defaultValue: presentOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PartyOrganizationFilter)
  filter?: PartyOrganizationFilter | null;

  @Field(() => PartyOrganizationOrder, { nullable: true, description: 'In which order; TREE when left out.' })
  @IsOptional()
  @IsEnum(PartyOrganizationOrder)
  order?: PartyOrganizationOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'As the tree was on this day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;
}
