import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay, OrganizationType, Tier } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  Validate,
} from 'class-validator';
import { Period } from './cadence.enums';

const weekday = 'A fixed day of the week for it: 1 Monday to 7 Sunday; null: any.';
const riskDays = 'With fewer days left and too little planned it is at risk';
const basis = 'The decision it rests on, such as a resolution with its number.';
const tiers = 'Only of these tiers; null: of every tier, and of none.';

@InputType({
  description:
    'How often an activity is to be held, as a house rule: stricter than the regulation or where it asks for nothing, never below it.',
})
export class SetCadenceInput {
  @Field(() => ID, { description: 'The type of activity that is to be held.' })
  @IsString()
  activityTypeId!: string;

  @Field(() => Period, { description: 'In which spans it is counted.' })
  @IsEnum(Period)
  period!: Period;

  @Field(() => Int, { description: 'How often in each, 1 to 60. The register of rules keeps it.' })
  @IsInt()
  @Min(1)
  @Max(60)
  times!: number;

  @Field(() => [OrganizationType], { description: 'Organizations of these types hold it.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsEnum(OrganizationType, { each: true })
  organizationTypes!: OrganizationType[];

  @Field(() => [Tier], { nullable: true, description: tiers })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsEnum(Tier, { each: true })
  tiers?: Tier[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only this organization and those that it leads; null: the whole association.',
  })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field({ defaultValue: false, description: 'Only organizations that have a leadership team on the day.' })
  @IsBoolean()
  needsCommittee!: boolean;

  @Field(() => Int, { nullable: true, description: weekday })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number | null;

  @Field(() => Int, { nullable: true, description: `${riskDays}; as is usual for the period when left out.` })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(366)
  riskDays?: number | null;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @Length(2, 500)
  basis!: string;

  @Field(() => DateScalar, {
    description: 'The first day on which it holds. Within a period it counts from the next, where one asked before.',
  })
  @Validate(IsDay)
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds.' })
  @IsOptional()
  @Validate(IsDay)
  effectiveTo?: string | null;
}

@InputType({ isAbstract: true })
abstract class CadenceStepInput {
  @Field(() => ID, { description: 'Which cadence.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({
  description:
    'What a house rule on a cadence is to be from a day on. What is left out stays; before that day all stays.',
})
export class ChangeCadenceInput extends CadenceStepInput {
  @Field(() => DateScalar, { description: 'The first day on which the change holds.' })
  @Validate(IsDay)
  effectiveFrom!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @Length(2, 500)
  basis!: string;

  @Field(() => Int, { nullable: true, description: 'How often in each period, 1 to 60.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  times?: number | null;

  @Field(() => [OrganizationType], { nullable: true, description: 'Organizations of these types hold it.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsEnum(OrganizationType, { each: true })
  organizationTypes?: OrganizationType[] | null;

  @Field(() => [Tier], { nullable: true, description: tiers })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsEnum(Tier, { each: true })
  tiers?: Tier[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only organizations that have a leadership team on the day.',
  })
  @IsOptional()
  @IsBoolean()
  needsCommittee?: boolean | null;

  @Field(() => Int, { nullable: true, description: weekday })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number | null;

  @Field(() => Int, { nullable: true, description: `${riskDays}.` })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(366)
  riskDays?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it no longer holds; null: open.' })
  @IsOptional()
  @Validate(IsDay)
  effectiveTo?: string | null;
}

@InputType({ description: 'A house rule on a cadence that is to hold no more. What it asked for before stays.' })
export class EndCadenceInput extends CadenceStepInput {
  @Field(() => DateScalar, {
    description: 'The first day on which it no longer holds; one that has not begun by then never does.',
  })
  @Validate(IsDay)
  effectiveTo!: string;

  @Field({ description: 'Why it ends, such as a resolution with its number.' })
  @IsString()
  @Matches(/\S/)
  @Length(2, 500)
  reason!: string;
}
