import { IsDay } from '@dangwu/organization';
import { DateScalar } from '@dangwu/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { NoticeField } from './result.enums';

/** A decimal as text; what it may be is said by the scheme. */
const decimal = /^\d{1,6}(\.\d{1,6})?$/;

@InputType({ description: 'A cycle whose results are computed.' })
export class ComputeAssessmentsInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Points of an indicator, or a grade, that are set otherwise than they were computed.' })
export class AdjustAssessmentInput {
  @Field(() => ID, { description: 'The assessment.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the indicator whose points are set; left out: the grade is.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  nodeKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Its points, an exact decimal.' })
  @IsOptional()
  @IsString()
  @Matches(decimal)
  points?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the grade.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  grade?: string | null;

  @Field({ description: 'Why; it stands beside the result.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'An adjustment that is taken back.' })
export class WithdrawAdjustmentInput {
  @Field(() => ID, { description: 'The adjustment.' })
  @IsString()
  id!: string;

  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'A public notice of the results of a cycle.' })
export class PublishAssessmentNoticeInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => [NoticeField], { description: 'What is shown beside the names; none: the names alone.' })
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(10)
  @IsEnum(NoticeField, { each: true })
  fields!: NoticeField[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last day; left out: as early as the rule on public notices lets it be.',
  })
  @IsOptional()
  @Validate(IsDay)
  noticeTo?: string | null;
}

@InputType({ description: 'What the assessed says against its result.' })
export class RaiseObjectionInput {
  @Field(() => ID, { description: 'The assessment.' })
  @IsString()
  id!: string;

  @Field(() => String, { nullable: true, description: 'Key of what it is about; left out: the result as a whole.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  nodeKey?: string | null;

  @Field({ description: 'What is wrong, and by what record it shows.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(2000)
  text!: string;
}

@InputType({ description: 'Points of an indicator that an upheld objection sets.' })
export class ObjectionPointsInput {
  @Field({ description: 'Key of the indicator.' })
  @IsString()
  @MaxLength(100)
  nodeKey!: string;

  @Field({ description: 'Its points, an exact decimal.' })
  @IsString()
  @Matches(decimal)
  points!: string;
}

@InputType({ description: 'What is decided on an objection.' })
export class DecideObjectionInput {
  @Field(() => ID, { description: 'The objection.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field({ description: 'Whether it is upheld.' })
  @IsBoolean()
  upheld!: boolean;

  @Field({ description: 'The answer to whoever raised it.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(2000)
  answer!: string;

  @Field(() => [ObjectionPointsInput], {
    nullable: true,
    description: 'Of one that is upheld the points that are set right.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ObjectionPointsInput)
  points?: ObjectionPointsInput[] | null;
}

@InputType({ description: 'A cycle whose results become final.' })
export class FinishAssessmentCycleInput {
  @Field(() => ID, { description: 'The cycle.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'Its version as it was read.' })
  @IsInt()
  @Min(1)
  version!: number;
}
