import { DateScalar, DateTimeScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { AgendaItemInput } from './agenda.inputs';

const starts = 'When it begins; any zone may be written, its day is that of the association.';
const byName = ' Left out where attendance is recorded by name: the counts follow from it.';
const Count = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => Int, { nullable: true, description }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(1_000_000),
  );
const ends = 'When it ends, after the start and at most 31 days later.';

/** What may be left out when an activity is planned and when it is changed. */
@InputType({ isAbstract: true })
abstract class ActivityDetailsInput {
  @Field(() => ID, { nullable: true, description: 'The registered venue; it can be booked once at a time.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, when it is no registered venue, or where in it.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the meeting online, http or https.' })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(500)
  link?: string | null;

  @Field(() => ID, { nullable: true, description: 'The line it belongs to, a term of the kind LINE.' })
  @IsOptional()
  @IsString()
  lineId?: string | null;

  @Field(() => ID, { nullable: true, description: 'How it is held, a term of the kind FORM.' })
  @IsOptional()
  @IsString()
  formId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'What it is about, terms of the kind TOPIC; at most 10.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsString({ each: true })
  topicIds?: string[] | null;

  @Field(() => [AgendaItemInput], { nullable: true, description: 'Its agenda; at most 50 points.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  agenda?: AgendaItemInput[] | null;
}

@InputType({ description: 'An activity to plan.' })
export class PlanActivityInput extends ActivityDetailsInput {
  @Field(() => ID, { description: 'Which organization holds it.' })
  @IsString()
  organizationId!: string;

  @Field(() => ID, { description: 'Its type, one that the organization holds.' })
  @IsString()
  activityTypeId!: string;

  @Field({ description: 'Its title.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  title!: string;

  @Field(() => DateTimeScalar, { description: starts })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: ends })
  @IsDate()
  endsAt!: Date;

  @Field({ defaultValue: false, description: 'True: a draft that nobody is told of and that counts for nothing yet.' })
  @IsBoolean()
  draft!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The postponed or cancelled activity that it makes up for; it counts for the period of that one.',
  })
  @IsOptional()
  @IsString()
  makeUpOfId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The caller's own id. Sent again with the same content the activity is answered once more; with other content: CONFLICT.",
  })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  externalId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Repeating a request with the same key within 24 hours answers the first result and plans nothing.',
  })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  idempotencyKey?: string | null;
}

@InputType({ isAbstract: true })
abstract class ActivityStepInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the activity since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'What is to change of an activity. What is left out stays; null empties what may be empty.' })
export class ChangeActivityInput extends ActivityDetailsInput implements ActivityStepInput {
  @Field(() => ID, { description: 'Which activity.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the activity since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Field(() => ID, { nullable: true, description: 'Which organization holds it; another one of a draft only.' })
  @IsOptional()
  @IsString()
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its type; another one of a draft only.' })
  @IsOptional()
  @IsString()
  activityTypeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  title?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: starts })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: ends })
  @IsOptional()
  @IsDate()
  endsAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is changed, for whoever reads what was done to it.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'A draft that is to be held.' })
export class ScheduleActivityInput extends ActivityStepInput {}

@InputType({ description: 'A draft that is not needed.' })
export class DeleteDraftActivityInput extends ActivityStepInput {}

@InputType({ isAbstract: true })
abstract class ActivityRecordInput extends ActivityStepInput {
  @Field(() => DateTimeScalar, { description: 'When it really began.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it really ended, not later than now.' })
  @IsDate()
  endsAt!: Date;

  @Count(`How many were to attend (应到).${byName}`)
  entitledCount?: number | null;

  @Count(`How many attended, remote ones too (实到); guests do not count.${byName}`)
  presentCount?: number | null;

  @Count('How many of those took part remotely (线上).')
  remoteCount?: number | null;

  @Count('How many were on leave (请假).')
  leaveCount?: number | null;

  @Field(() => String, { nullable: true, description: 'What happened, in a few sentences (内容摘要).' })
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  summary?: string | null;
}

@InputType({ description: 'That an activity was held: when, with how many, what happened.' })
export class RecordActivityInput extends ActivityRecordInput {}

@InputType({ description: 'A record put right. The former one stays in the audit log.' })
export class CorrectActivityRecordInput extends ActivityRecordInput {
  @Field({ description: 'Why it is corrected.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'Another time for an activity. The make-up takes over what is not said anew.' })
export class PostponeActivityInput extends ActivityStepInput {
  @Field({ description: 'Why it is not held on its day.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When the make-up begins, not before the original day or today.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the make-up ends.' })
  @IsDate()
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'Another venue for the make-up; null: none.' })
  @IsOptional()
  @IsString()
  venueId?: string | null;

  @Field(() => String, { nullable: true, description: 'Another place for the make-up; null: none.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  place?: string | null;
}

@InputType({ description: 'An activity that is not held.' })
export class CancelActivityInput extends ActivityStepInput {
  @Field({ description: 'Why it is not held.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By which day it is made up for; needed where a rule would not be met without it (活动雷打不动).',
  })
  @IsOptional()
  @Validate(IsDay)
  makeUpBy?: string | null;
}
