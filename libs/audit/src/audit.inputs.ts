import { DateScalar, isDay, PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsEnum,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { AuditActorOrder, AuditEventOrder, AuditKind } from './audit-event.enums';

@ValidatorConstraint({ name: 'isDay' })
class IsDay implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isDay(value);
  }
  defaultMessage(): string {
    return '$property must be a date such as 2026-09-18';
  }
}

@InputType({ description: 'Which events; all conditions must hold.' })
export class AuditEventFilter {
  @Field(() => AuditKind, { nullable: true, description: 'Of this kind.' })
  @IsOptional()
  @IsEnum(AuditKind)
  kind?: AuditKind | null;

  @Field(() => String, { nullable: true, description: 'Of this action, such as renameOrganization.' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Done by this account.' })
  @IsOptional()
  @IsString()
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Done to this object, of whatever type: its history.' })
  @IsOptional()
  @IsString()
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this organization or one below it.' })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'From this day on, in the zone of the association.' })
  @IsOptional()
  @Validate(IsDay)
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until the end of this day.' })
  @IsOptional()
  @Validate(IsDay)
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'Done by the call of this request id.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  requestId?: string | null;
}

@ArgsType()
export class AuditEventsArguments extends PageArguments {
  @Field(() => AuditEventFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditEventFilter)
  filter?: AuditEventFilter | null;

  @Field(() => AuditEventOrder, { nullable: true, description: 'In which order; NEWEST when left out.' })
  @IsOptional()
  @IsEnum(AuditEventOrder)
  order?: AuditEventOrder | null;
}

@InputType({ description: 'Which accounts.' })
export class AuditActorFilter {
  @Field(() => String, { nullable: true, description: 'Part of the user name or the name.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string | null;
}

@ArgsType()
export class AuditActorsArguments extends PageArguments {
  @Field(() => AuditActorFilter, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditActorFilter)
  filter?: AuditActorFilter | null;

  @Field(() => AuditActorOrder, { nullable: true, description: 'In which order; NAME when left out.' })
  @IsOptional()
  @IsEnum(AuditActorOrder)
  order?: AuditActorOrder | null;
}

@InputType({ description: 'Writes a list of events into an .xlsx file. The export is itself recorded.' })
export class ExportAuditEventsInput {
  @Field(() => AuditEventFilter, { nullable: true, description: 'Which events; at most 50,000.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AuditEventFilter)
  filter?: AuditEventFilter | null;

  @Field(() => AuditEventOrder, { nullable: true, description: 'In which order; NEWEST when left out.' })
  @IsOptional()
  @IsEnum(AuditEventOrder)
  order?: AuditEventOrder | null;

  @Field(() => String, { nullable: true, description: 'Language of the file, zh or en; zh when left out.' })
  @IsOptional()
  @IsIn(['zh', 'en', 'zh-CN', 'en-US'])
  locale?: string | null;
}
