import { DateScalar } from '@dangwu/platform/graphql';
import { IsDay } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  Validate,
} from 'class-validator';
import { DispatchKind, DispatchOutcome } from './dispatch.enums';

@InputType({ isAbstract: true })
export class DispatchFacts {
  @Field(() => DispatchKind, { description: 'Whether the superior is asked or told.' })
  @IsEnum(DispatchKind)
  kind!: DispatchKind;

  @Field({ description: 'Its title.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its text, paragraphs by lines.' })
  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  body?: string | null;

  @Field(() => ID, { nullable: true, description: 'The matter it is about, if it is one of the register.' })
  @IsOptional()
  @IsString()
  matterId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization it goes to, which leads the sender. Neither this nor a name: the next level up.',
  })
  @IsOptional()
  @IsString()
  superiorOrganizationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The body outside the tree it goes to.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  superiorName?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it passes over the next level up.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  levelReason?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Who gets a copy, by name. Left out: the organization that guides the sender, if one does.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  copies?: string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a request, on which day what it asks for is planned.' })
  @IsOptional()
  @Validate(IsDay)
  actOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Why a request cannot wait for its reply.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  urgentReason?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By when the superior wants to have it.' })
  @IsOptional()
  @Validate(IsDay)
  dueOn?: string | null;
}

@InputType({ description: 'A request or report to a superior, as a draft.' })
export class DraftDispatchInput extends DispatchFacts {
  @Field(() => ID, { description: 'Which organization sends it.' })
  @IsString()
  organizationId!: string;
}

@InputType({ description: 'A dispatch as it is being written, to be checked. Nothing is saved.' })
export class CheckDispatchInput extends DispatchFacts {
  @Field(() => ID, { description: 'Which organization sends it.' })
  @IsString()
  organizationId!: string;
}

@InputType({ description: 'A draft as it is to be from now on, all of it.' })
export class ChangeDispatchInput extends DispatchFacts {
  @Field(() => ID, { description: 'Which dispatch.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
export class DispatchStepFields {
  @Field(() => ID, { description: 'Which dispatch.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'A draft that is issued.' })
export class IssueDispatchInput extends DispatchStepFields {}

@InputType({ isAbstract: true })
class RecordedStepFields extends DispatchStepFields {
  @Field(() => ID, { nullable: true, description: 'A file that shows it, such as a scan, as uploaded by yourself.' })
  @IsOptional()
  @IsString()
  fileId?: string | null;
}

@InputType({ description: 'The receipt of a dispatch by the superior.' })
export class RecordDispatchReceiptInput extends RecordedStepFields {
  @Field(() => DateScalar, { description: 'The day it was received.' })
  @Validate(IsDay)
  on!: string;
}

@InputType({ description: 'What the superior replied to a request.' })
export class RecordDispatchReplyInput extends RecordedStepFields {
  @Field(() => DispatchOutcome, { description: 'Whether it is approved.' })
  @IsEnum(DispatchOutcome)
  outcome!: DispatchOutcome;

  @Field(() => DateScalar, { description: 'The day of the reply.' })
  @Validate(IsDay)
  on!: string;

  @Field(() => String, { nullable: true, description: 'The number of the reply (文号).' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Its words, which only plain approval may do without.' })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  text?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By when what came of it is to be reported; null: not asked.',
  })
  @IsOptional()
  @Validate(IsDay)
  followUpDueOn?: string | null;
}

@InputType({ description: 'What came of a request, told to the superior.' })
export class RecordDispatchFollowUpInput extends RecordedStepFields {
  @Field(() => DateScalar, { description: 'The day it was told.' })
  @Validate(IsDay)
  on!: string;

  @Field({ description: 'What came of it.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(4_000)
  text!: string;
}

@InputType({ description: 'A dispatch that is over.' })
export class CloseDispatchInput extends DispatchStepFields {}

@InputType({ description: 'A dispatch that is withdrawn.' })
export class WithdrawDispatchInput extends DispatchStepFields {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
