import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { OpinionKind } from '../../matter/matter.enums';
import { RecusalSource, SeatAttendance, SessionBody } from '../session.enums';

/** More than any roster has. */
const mostSeats = 500;

@InputType({ isAbstract: true })
class OfSession {
  @Field(() => ID, { description: 'The session.' })
  @IsString()
  id!: string;
}

@InputType({ isAbstract: true })
class VersionOfSession extends OfSession {
  @Field(() => Int, { description: 'The version of the session you saw.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
class OfItem {
  @Field(() => ID, { description: 'The item of the agenda.' })
  @IsString()
  itemId!: string;
}

@InputType({ isAbstract: true })
class VersionOfItem extends OfItem {
  @Field(() => Int, { description: 'The version of the item you saw.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ isAbstract: true })
class OfSeat extends OfItem {
  @Field(() => ID, { description: 'Whose seat.' })
  @IsString()
  seatId!: string;
}

@InputType({ description: 'A session that begins.' })
export class OpenSessionInput extends VersionOfSession {}

@InputType({ description: 'A session that ends.' })
export class CloseSessionInput extends VersionOfSession {}

@InputType({ description: 'Whether somebody is there.' })
export class SeatMarkInput {
  @Field(() => ID, { description: 'Whose seat.' })
  @IsString()
  seatId!: string;

  @Field(() => SeatAttendance, { description: 'Whether they are there; EXPECTED takes back what was said before.' })
  @IsEnum(SeatAttendance)
  attendance!: SeatAttendance;
}

@InputType({ description: 'Who is there.' })
export class MarkSeatsInput extends OfSession {
  @Field(() => [SeatMarkInput], { description: 'All of them or none.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostSeats)
  @ValidateNested({ each: true })
  @Type(() => SeatMarkInput)
  marks!: SeatMarkInput[];
}

@InputType({ description: 'Signing in to a session that one is entitled to sit in.' })
export class SignInToSessionInput extends OfSession {
  @Field({ description: 'Whether one takes part from elsewhere.' })
  @IsBoolean()
  remote!: boolean;
}

@InputType({ description: 'The next item of the agenda.' })
export class CallSessionItemInput extends OfSession {
  @Field(() => ID, { description: 'The item of the agenda.' })
  @IsString()
  itemId!: string;
}

@InputType({ description: 'Somebody who takes no part in an item.' })
export class RecuseSeatInput extends OfSeat {
  @Field(() => RecusalSource, { description: 'How it comes about; members declare it themselves.' })
  @IsEnum(RecusalSource)
  source!: RecusalSource;

  @Pii('ORDINARY')
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(200)
  reason!: string;
}

@InputType({ description: 'A recusal that is taken back.' })
export class WithdrawRecusalInput {
  @Field(() => ID, { description: 'The recusal.' })
  @IsString()
  recusalId!: string;
}

@InputType({ description: 'That somebody who is there has spoken on the item.' })
export class StateViewInput extends OfSeat {
  @Pii('ORDINARY')
  @Field(() => String, { nullable: true, description: 'What was said, if that is kept.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  text?: string | null;
}

@InputType({ description: 'What somebody who is not there says in writing.' })
export class FileWrittenViewInput extends OfSeat {
  @Pii('ORDINARY')
  @Field({ description: 'What is said.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(2_000)
  text!: string;
}

@InputType({ description: 'A vote that opens.' })
export class OpenVoteInput extends VersionOfItem {
  @Field(() => SessionBody, { description: 'Who votes.' })
  @IsEnum(SessionBody)
  body!: SessionBody;
}

@InputType({ description: 'The opinion on a matter, or the end of an item that was only heard.' })
export class ConcludeSessionItemInput extends VersionOfItem {
  @Field(() => OpinionKind, { nullable: true, description: 'The opinion on a matter; null: it was only heard.' })
  @IsOptional()
  @IsEnum(OpinionKind)
  opinion?: OpinionKind | null;

  @Field({ description: 'What the opinion says, or what came of hearing it.' })
  @IsString()
  @MaxLength(4_000)
  opinionText!: string;
}
