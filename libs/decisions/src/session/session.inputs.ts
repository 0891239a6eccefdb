import { DateTimeScalar } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ReviewingBody } from '../review-rule/review-rule.enums';
import { SessionBody } from './session.enums';

const mostMinutes = 600;

@InputType({ description: 'A session that is to be held.' })
export class CallSessionInput {
  @Field(() => ReviewingBody, { description: 'Which body reviews.' })
  @IsEnum(ReviewingBody)
  reviewingBody!: ReviewingBody;

  @Field({ description: 'Whether it is held together with the standing council.' })
  @IsBoolean()
  joint!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, within 24 hours of its beginning.' })
  @IsDate()
  endsAt!: Date;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title; made from body, year and number when left out.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a joint one the members of the standing council, one a line with the post behind the name; left out: those of the last joint session.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  council?: string | null;
}

@InputType({ isAbstract: true })
class SessionStepInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'The version it was read with.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'What changes about a session; what is left out stays.' })
export class ChangeSessionInput extends SessionStepInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it begins.' })
  @IsOptional()
  @IsDate()
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends.' })
  @IsOptional()
  @IsDate()
  endsAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  title?: string | null;
}

@InputType({ description: 'Somebody on a roster.' })
export class SessionSeatInput {
  @Field(() => ID, { nullable: true, description: 'The seat, of somebody who is on the roster already.' })
  @IsOptional()
  @IsString()
  id?: string | null;

  @Field({ description: 'The name.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(60)
  name!: string;

  @Field(() => String, { nullable: true, description: 'The post.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  post?: string | null;

  @Field({ description: 'Whether this is who chairs: exactly one does.' })
  @IsBoolean()
  chair!: boolean;

  @Field(() => ID, { nullable: true, description: 'Who it is in the register of members, whose account is taken.' })
  @IsOptional()
  @IsString()
  memberId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'User name of the account; left out: that of the member, or the one the seat had.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  username?: string | null;
}

@ArgsType()
export class RosterCandidatesArguments {
  @Field({ description: 'Part of the name, of its pinyin or of the user name.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(50)
  search!: string;
}

@InputType({ description: 'The whole roster of one body, in its order.' })
export class ChangeSessionRosterInput extends SessionStepInput {
  @Field(() => SessionBody, { description: 'Whose roster.' })
  @IsEnum(SessionBody)
  body!: SessionBody;

  @Field(() => [SessionSeatInput], { description: 'Who sits, in the order of the roster; at most 200.' })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => SessionSeatInput)
  members!: SessionSeatInput[];
}

@InputType({ description: 'An accepted matter for the agenda of a session.' })
export class ScheduleMatterInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsString()
  id!: string;

  @Field(() => ID, { description: 'Which matter.' })
  @IsString()
  matterId!: string;

  @Field(() => Int, { description: 'The version the matter was read with.' })
  @IsInt()
  @Min(1)
  matterVersion!: number;

  @Field(() => Int, { nullable: true, description: 'How many minutes it is given; 20 when left out.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(mostMinutes)
  minutes?: number | null;
}

@InputType({ description: 'Something that is only heard.' })
export class AddSessionItemInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsString()
  id!: string;

  @Field({ description: 'What it is.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(120)
  title!: string;

  @Field(() => Int, { description: 'How many minutes it is given.' })
  @IsInt()
  @Min(1)
  @Max(mostMinutes)
  minutes!: number;
}

@InputType({ description: 'An item and the time it is given.' })
export class SessionItemPlaceInput {
  @Field(() => ID, { description: 'Which item.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'How many minutes it is given.' })
  @IsInt()
  @Min(1)
  @Max(mostMinutes)
  minutes!: number;
}

@InputType({ description: 'The whole agenda in its new order.' })
export class ArrangeSessionItemsInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsString()
  id!: string;

  @Field(() => [SessionItemPlaceInput], { description: 'All of its items, in their new order.' })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => SessionItemPlaceInput)
  items!: SessionItemPlaceInput[];
}

@InputType({ description: 'An item that comes off the agenda.' })
export class RemoveSessionItemInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsString()
  id!: string;

  @Field(() => ID, { description: 'Which item.' })
  @IsString()
  itemId!: string;

  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'A session whose members are called.' })
export class SendSessionNoticeInput extends SessionStepInput {}

@InputType({ description: 'A session that is not held.' })
export class CancelSessionInput extends SessionStepInput {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
