import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BatchRowsInput, expectedDescription } from '../../batch/batch.inputs';
import { Tier } from '../../organization.enums';
import { CoverageKind } from '../unit.enums';
import { UnitFilter } from '../unit.filters';

@InputType({ description: 'How units are covered from a day on.' })
export class UnitCoverageInput {
  @Field(() => CoverageKind, { description: 'How the party reaches them.' })
  @IsEnum(CoverageKind)
  coverage!: CoverageKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Which organization covers them; with own and joint organizations only.',
  })
  @IsOptional()
  @IsString()
  coveredById?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the liaison; with LIAISON only.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  liaison?: string | null;
}

@InputType({ isOneOf: true, description: 'What many units are to become; exactly one of these.' })
export class UnitsChangeInput {
  @Field(() => UnitCoverageInput, { nullable: true, description: 'Covered so.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitCoverageInput)
  coverage?: UnitCoverageInput;

  @Field(() => ID, { nullable: true, description: 'Of this responsible organization (联系党组织), an active one.' })
  @IsOptional()
  @IsString()
  organizationId?: string;

  @Field(() => Tier, { nullable: true, description: 'Of this tier.' })
  @IsOptional()
  @IsEnum(Tier)
  tier?: Tier;
}

@InputType({ description: 'Units to change together, to be foreseen.' })
export class UnitBatchInput extends BatchRowsInput {
  @Field(() => UnitFilter, {
    nullable: true,
    description: 'Those that this finds, when no ids are given; one without any condition is refused.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnitFilter)
  filter?: UnitFilter | null;

  @Field(() => UnitsChangeInput, { description: 'What they are to become.' })
  @ValidateNested()
  @Type(() => UnitsChangeInput)
  change!: UnitsChangeInput;
}

@InputType({ description: 'Units to change together, as foreseen.' })
export class BatchChangeUnitsInput extends UnitBatchInput {
  @Field({ description: expectedDescription })
  @IsString()
  @MaxLength(100)
  expected!: string;
}
