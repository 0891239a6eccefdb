import { DateScalar, isDay } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import {
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Validate,
  ValidatorConstraint,
} from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';
import { RuleLayer, RuleSource, RuleStrength } from './rule.type';

export enum RuleOrder {
  KEY = 'KEY',
  NEWEST = 'NEWEST',
}
registerEnumType(RuleOrder, {
  name: 'RuleOrder',
  description: 'Orders of rules.',
  valuesMap: {
    KEY: { description: 'By key, then by the day it begins to hold.' },
    NEWEST: { description: 'The latest to take effect first.' },
  },
});

@ValidatorConstraint({ name: 'isDay' })
class IsDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isDay(value);
  }
  defaultMessage(): string {
    return '$property must be a date such as 2026-09-18';
  }
}

@InputType({ description: 'Which rules to list; all conditions must hold.' })
export class RuleFilter {
  @Field(() => String, { nullable: true, description: 'Part of the key, the name or the basis.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string;

  @Field(() => [RuleLayer], { nullable: true, description: 'Of one of these layers.' })
  @IsOptional()
  @IsEnum(RuleLayer, { each: true })
  layers?: RuleLayer[];

  @Field(() => [RuleStrength], { nullable: true, description: 'Of one of these strengths.' })
  @IsOptional()
  @IsEnum(RuleStrength, { each: true })
  strengths?: RuleStrength[];

  @Field(() => [RuleSource], { nullable: true, description: 'From one of these sources.' })
  @IsOptional()
  @IsEnum(RuleSource, { each: true })
  sources?: RuleSource[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that a person still has to confirm, or only the others.',
  })
  @IsOptional()
  @IsBoolean()
  needsConfirmation?: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'In force on this day.' })
  @IsOptional()
  @Validate(IsDay)
  inForceOn?: string;
}

@InputType({ description: 'A person vouches for a shipped rule after reading the regulation.' })
export class ConfirmRuleInput {
  @Field(() => ID, { description: 'The rule.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  version!: number;

  @Field(() => String, { nullable: true, description: 'Where it was checked, such as the edition of the regulation.' })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

@InputType({
  description: 'A house rule above a regulation. It may be stricter, never looser than a rule that must be kept.',
})
export class OverrideRuleInput {
  @Field({ description: 'Key of the rule, such as assembly.cadence.' })
  @IsString()
  @Matches(/^[A-Za-z][A-Za-z.]{1,60}$/)
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The organization it is for; null: the whole association.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field({ description: 'The value in the notation of the rule it stands above: 2, >= 2/3.' })
  @IsString()
  @Length(1, 60)
  value!: string;

  @Field(() => RuleStrength, { description: 'Whether breaking it is refused or raises an alert.' })
  @IsEnum(RuleStrength)
  strength!: RuleStrength;

  @Field({ description: 'The decision it rests on, such as a resolution with its number.' })
  @IsString()
  @Length(2, 500)
  basis!: string;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  @Validate(IsDay)
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds.' })
  @IsOptional()
  @Validate(IsDay)
  effectiveTo?: string | null;
}

@InputType({ description: 'Ends a house rule; what it covered before stays as it was.' })
export class WithdrawRuleOverrideInput {
  @Field(() => ID, { description: 'The house rule.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  version!: number;

  @Field(() => DateScalar, { description: 'The first day on which it no longer holds.' })
  @Validate(IsDay)
  effectiveTo!: string;
}
