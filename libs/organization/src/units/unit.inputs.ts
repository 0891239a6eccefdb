import { DateScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { Tier } from '../organization.enums';
import { IsDay } from '../organization.filters';
import { CoverageKind, UnitKind } from './unit.enums';
import { openOnly, UnitFilter, UnitOrder } from './unit.filters';

const effectiveOn = 'From which day it holds: today, or an earlier day since the last record of the unit.';
const basis = 'The document it rests on, as people cite it (依据文件).';
const organizationId = 'The organization responsible for it (联系党组织), an active one.';
const name = 'Full name; unique among the open units of the association.';

/** What changeUnit and registerUnit have in common: facts that may be left out. */
@InputType({ isAbstract: true })
abstract class UnitFactsInput {
  @Field(() => String, { nullable: true, description: "The association's own code, unique among its open units." })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(64)
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Unified social credit code; its check character must be right.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  uscc?: string | null;

  @Field(() => Tier, { nullable: true, description: 'Its tier.' })
  @IsOptional()
  @IsEnum(Tier)
  tier?: Tier | null;

  @Field(() => Int, { nullable: true, description: 'Party members, as reported on the effective day.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  partyMemberCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Employees, as reported on the effective day.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  employeeCount?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it joined the association.' })
  @IsOptional()
  @Validate(IsDay)
  joinedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was founded.' })
  @IsOptional()
  @Validate(IsDay)
  foundedOn?: string | null;

  @Field(() => DateScalar, { description: effectiveOn })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'A unit to enter into the register.' })
export class RegisterUnitInput extends UnitFactsInput {
  @Field(() => ID, { description: organizationId })
  @IsString()
  organizationId!: string;

  @Field({ description: name })
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  name!: string;

  @Field(() => UnitKind, { description: 'What kind of unit it is.' })
  @IsEnum(UnitKind)
  kind!: UnitKind;

  @Field(() => CoverageKind, { description: 'How the party reaches it.' })
  @IsEnum(CoverageKind)
  coverage!: CoverageKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Which organization covers it; with own and joint organizations only.',
  })
  @IsOptional()
  @IsString()
  coveredById?: string | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Name of the liaison; with LIAISON only.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  liaison?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The caller's own id. Sent again with the same content the unit is answered once more; with other content: CONFLICT.",
  })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Repeating a request with the same key within 24 hours answers the first result and registers nothing.',
  })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'New facts of a unit. What is left out stays as it is; null empties what may be empty.' })
export class ChangeUnitInput extends UnitFactsInput {
  @Field(() => ID, { description: 'Which unit.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the unit since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => ID, { nullable: true, description: organizationId })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => String, { nullable: true, description: name })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(100)
  name?: string | null;

  @Field(() => UnitKind, { nullable: true, description: 'What kind of unit it is.' })
  @IsOptional()
  @IsEnum(UnitKind)
  kind?: UnitKind | null;
}

@InputType({ isAbstract: true })
abstract class UnitChangeInput {
  @Field(() => ID, { description: 'Which unit.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the unit since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => DateScalar, { description: effectiveOn })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'How a unit is covered from a day on.' })
export class ChangeUnitCoverageInput extends UnitChangeInput {
  @Field(() => CoverageKind, { description: 'How the party reaches it.' })
  @IsEnum(CoverageKind)
  coverage!: CoverageKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Which organization covers it; with own and joint organizations only.',
  })
  @IsOptional()
  @IsString()
  coveredById?: string | null;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Name of the liaison; with LIAISON only.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  liaison?: string | null;
}

@InputType({ description: 'A unit that is gone: it left the association, was dissolved or merged.' })
export class CloseUnitInput extends UnitChangeInput {}

@InputType({ description: 'A list to write into a spreadsheet, exactly as `units` would answer it.' })
export class ExportUnitsInput {
  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => UnitFilter, { nullable: true, defaultValue: openOnly, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitFilter)
  filter?: UnitFilter | null;

  @Field(() => UnitOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(UnitOrder)
  order?: UnitOrder | null;

  @Field(() => DateScalar, { nullable: true, description: 'As it was on this day; today when left out.' })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of headings and words: zh (default) or en.' })
  @IsOptional()
  @Matches(/^(zh|en)(-[A-Za-z]+)?$/)
  locale?: string | null;
}
