import { DateScalar, DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { IsDay } from '@dangwu/organization';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDate,
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
import { MinutesSigner, VoteBase } from './minutes.enums';

@InputType({
  description: 'A vote as it was counted. What is asked for, and whether it passed, the rule of the type says.',
})
export class MinutesVoteInput {
  @Field(() => VoteBase, {
    nullable: true,
    description: 'Of whom the majority is asked, where the type has no rule that says so; default those present.',
  })
  @IsOptional()
  @IsEnum(VoteBase)
  base?: VoteBase | null;

  @Field(() => Int, { description: 'How many voted for it.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  inFavour!: number;

  @Field(() => Int, { description: 'How many voted against it.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  against!: number;

  @Field(() => Int, { description: 'How many abstained.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  abstained!: number;
}

@InputType({ description: 'What was resolved.' })
export class MinutesResolutionInput {
  @Field({ description: 'What was resolved; empty ones are left out when the minutes are locked.' })
  @IsString()
  @MaxLength(1000)
  text!: string;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Who carries it out: a person or an organization, by name.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  owner?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An account, member or organization, whose task it becomes; the name is then theirs.',
  })
  @IsOptional()
  @IsString()
  ownerId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'By which day.' })
  @IsOptional()
  @Validate(IsDay)
  dueOn?: string | null;

  @Field(() => MinutesVoteInput, { nullable: true, description: 'The vote on it; null: none was taken.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MinutesVoteInput)
  vote?: MinutesVoteInput | null;
}

@InputType({ description: 'A point of the agenda with what was said and resolved.' })
export class MinutesItemInput {
  @Field({ description: 'What it is about.' })
  @IsString()
  @MaxLength(200)
  title!: string;

  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'Who brought it, by name.' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  owner?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes it took.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1440)
  minutes?: number | null;

  @Field({
    description:
      'The text: a document of the editor as JSON. Nodes doc, paragraph, text, hardBreak, bulletList, orderedList, listItem; marks bold, italic, underline.',
  })
  @IsString()
  text!: string;

  @Field(() => [MinutesResolutionInput], { defaultValue: [], description: 'What was resolved; at most 20.' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MinutesResolutionInput)
  resolutions!: MinutesResolutionInput[];
}

@InputType({ description: 'Who was there. Incomplete while it is written, complete when it is signed.' })
export class MinutesAttendanceInput {
  @Field(() => Int, { nullable: true, description: 'How many were to attend (应到).' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  entitled?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many attended (实到).' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  present?: number | null;

  @Field(() => Int, { defaultValue: 0, description: 'How many of those took part remotely (线上).' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  remote!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many were on leave (请假).' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  leave!: number;

  @Pii('ORDINARY')
  @Field(() => [String], { defaultValue: [], description: 'Who was on leave, by name; at most 500.' })
  @Names()
  onLeave!: string[];

  @Pii('ORDINARY')
  @Field(() => [String], { defaultValue: [], description: 'Who was absent without leave, by name; at most 500.' })
  @Names()
  absent!: string[];

  @Pii('ORDINARY')
  @Field(() => [String], { defaultValue: [], description: 'Who sat in without being entitled, by name; at most 500.' })
  @Names()
  guests!: string[];
}

@InputType({ description: 'What minutes say.' })
export class MinutesContentInput {
  @Pii('ORDINARY')
  @Field({ description: 'Who chaired, by name: the name of the account that signs.' })
  @IsString()
  @MaxLength(50)
  chair!: string;

  @Pii('ORDINARY')
  @Field({ description: 'Who took the minutes, by name: the name of the account that signs.' })
  @IsString()
  @MaxLength(50)
  recorder!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The account or member that chaired; without it the account that has the name signs.',
  })
  @IsOptional()
  @IsString()
  chairId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The account or member that took the minutes; without it the account that has the name signs.',
  })
  @IsOptional()
  @IsString()
  recorderId?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it really began.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it really ended.' })
  @IsDate()
  endsAt!: Date;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string | null;

  @Field(() => MinutesAttendanceInput, { description: 'Who was there.' })
  @ValidateNested()
  @Type(() => MinutesAttendanceInput)
  attendance!: MinutesAttendanceInput;

  @Field(() => [MinutesItemInput], { description: 'The points of the agenda; at most 50.' })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MinutesItemInput)
  items!: MinutesItemInput[];
}

@InputType({ isAbstract: true })
abstract class MinutesStepInput {
  @Field(() => ID, { description: 'Which minutes.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody saved the minutes since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Of which activity minutes are begun.' })
export class BeginMinutesInput {
  @Field(() => ID, { description: 'The activity, from its beginning on.' })
  @IsString()
  activityId!: string;
}

@InputType({ description: 'What is written so far, complete or not.' })
export class SaveMinutesInput extends MinutesStepInput {
  @Field(() => MinutesContentInput, { description: 'Everything that they say.' })
  @ValidateNested()
  @Type(() => MinutesContentInput)
  content!: MinutesContentInput;
}

@InputType({ description: 'A signature on what was read.' })
export class SignMinutesInput extends MinutesStepInput {
  @Field(() => MinutesSigner, { description: 'As whom: the recorder first, then the chair.' })
  @IsEnum(MinutesSigner)
  as!: MinutesSigner;

  @Field({ description: 'contentHash of what was read: the signature is on it.' })
  @Matches(/^[0-9a-f]{64}$/)
  contentHash!: string;
}

@InputType({ description: 'Minutes whose signature is taken back, to be written on.' })
export class WithdrawMinutesInput extends MinutesStepInput {}

@InputType({ description: 'Locked minutes that are corrected.' })
export class CorrectMinutesInput extends MinutesStepInput {
  @Field({ description: 'Why they are corrected.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'A signature of the chair on paper, who has no account to sign with.' })
export class SignMinutesOnPaperInput extends MinutesStepInput {
  @Field({ description: 'contentHash of what was signed.' })
  @Matches(/^[0-9a-f]{64}$/)
  contentHash!: string;

  @Field(() => ID, { description: 'The signed page, among the attachments of the activity.' })
  @IsString()
  attachmentId!: string;

  @Field({ description: 'Why it is signed on paper.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

/** A list of names of people. */
function Names(): PropertyDecorator {
  return (target, key) => {
    for (const check of [IsArray(), ArrayMaxSize(500), IsString({ each: true }), MaxLength(50, { each: true })])
      check(target, key as string);
  };
}
