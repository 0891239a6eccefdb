import { PageArguments } from '@dangwu/platform/graphql';
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
  ValidateNested,
} from 'class-validator';
import { CycleStage, Participation } from './cycle.enums';

@InputType({ description: 'Which cycles. Conditions are joined by "and", the values of a list by "or".' })
export class CycleFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [CycleStage], { nullable: true, description: 'In any of these stages.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsEnum(CycleStage, { each: true })
  stages?: CycleStage[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are neither final nor cancelled, or the others.',
  })
  @IsOptional()
  @IsBoolean()
  running?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those behind the deadline of their stage, or the others.',
  })
  @IsOptional()
  @IsBoolean()
  late?: boolean | null;
}

export enum CycleOrder {
  LATEST = 'LATEST',
  TITLE = 'TITLE',
}
registerEnumType(CycleOrder, {
  name: 'AssessmentCycleOrder',
  description: 'In which order cycles are listed.',
  valuesMap: {
    LATEST: { description: 'By their period, the latest first.' },
    TITLE: { description: 'By title.' },
  },
});

@ArgsType()
export class CyclesArguments extends PageArguments {
  @Field(() => CycleFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => CycleFilter)
  filter?: CycleFilter | null;

  @Field(() => CycleOrder, { nullable: true, description: 'In which order; LATEST when left out.' })
  @IsOptional()
  @IsEnum(CycleOrder)
  order?: CycleOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only those conducted by this organization or one below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}

@InputType({ description: 'Which assessments. Conditions are joined by "and", the values of a list by "or".' })
export class AssessmentFilter {
  @Field(() => ID, { nullable: true, description: 'Of this cycle.' })
  @IsOptional()
  @IsString()
  cycleId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name. Case does not matter.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string | null;

  @Field(() => [String], { nullable: true, description: 'In any of these groups, by their keys.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  groups?: string[] | null;

  @Field(() => [Participation], { nullable: true, description: 'That take part in any of these ways.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsEnum(Participation, { each: true })
  participations?: Participation[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those whose self-assessment, or answer to the invitation, is waited for; false: the others.',
  })
  @IsOptional()
  @IsBoolean()
  waiting?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only organizations at which you hold an office.' })
  @IsOptional()
  @IsBoolean()
  own?: boolean | null;
}

export enum AssessmentOrder {
  GROUP = 'GROUP',
  LATEST = 'LATEST',
}
registerEnumType(AssessmentOrder, {
  name: 'AssessmentOrder',
  description: 'In which order assessments are listed.',
  valuesMap: {
    GROUP: { description: 'By the group they are compared in, then by name.' },
    LATEST: { description: 'By when their cycle was opened, the latest first.' },
  },
});

@ArgsType()
export class AssessmentsArguments extends PageArguments {
  @Field(() => AssessmentFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AssessmentFilter)
  filter?: AssessmentFilter | null;

  @Field(() => AssessmentOrder, { nullable: true, description: 'In which order; GROUP when left out.' })
  @IsOptional()
  @IsEnum(AssessmentOrder)
  order?: AssessmentOrder | null;

  @Field(() => ID, { nullable: true, description: 'Only this organization and everything below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;
}
