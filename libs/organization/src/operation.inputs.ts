import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { OrganizationType, SplitPlacement } from './organization.enums';
import { IsDay } from './organization.filters';

const effectiveOn = 'From which day it holds. Today or earlier: at once; later: on that day at 00:00.';
const basis = 'The document it rests on, as people cite it: title and number (依据文件).';

@InputType({ description: 'An organization as it was read last.' })
export class OrganizationVersionInput {
  @Field(() => ID, { description: 'Which organization.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Several organizations to merge into one.' })
export class MergeOrganizationsInput {
  @Field(() => ID, { description: 'The one that stays.' })
  @IsString()
  intoId!: string;

  @Field(() => [ID], { description: 'Those merged into it (1 to 50); they are dissolved on the day.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  ids!: string[];

  @Field(() => [OrganizationVersionInput], { description: 'All of them as read last, the one that stays included.' })
  @IsArray()
  @ArrayMaxSize(51)
  @ValidateNested({ each: true })
  @Type(() => OrganizationVersionInput)
  versions!: OrganizationVersionInput[];

  @Field(() => DateScalar, { description: effectiveOn })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'An organization to found by a split.' })
export class SplitPartInput {
  @Field({ description: 'Full name, 2 to 100 characters; unique among its siblings.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @Field({ description: 'Unique in the association and never given twice.' })
  @IsString()
  @MaxLength(64)
  code!: string;

  @Field(() => OrganizationType, { description: 'Which type.' })
  @IsEnum(OrganizationType)
  type!: OrganizationType;

  @Field(() => Int, { nullable: true, description: 'How many members go to it, as reported.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  reportedMemberCount?: number | null;
}

@InputType({ description: 'An organization to split.' })
export class SplitOrganizationInput {
  @Field(() => ID, { description: 'Which organization; it stays.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the organization since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => SplitPlacement, {
    description: 'Where the new organizations stand.',
    defaultValue: SplitPlacement.BESIDE,
  })
  @IsEnum(SplitPlacement)
  placement!: SplitPlacement;

  @Field(() => [SplitPartInput], { description: 'The organizations founded out of it (1 to 20).' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SplitPartInput)
  newOrganizations!: SplitPartInput[];

  @Field(() => DateScalar, { description: effectiveOn })
  @Validate(IsDay)
  effectiveOn!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'An operation to undo or to withdraw.' })
export class UndoOperationInput {
  @Field(() => ID, { description: 'Which operation.' })
  @IsString()
  operationId!: string;

  @Field({ description: basis })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}
