import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEnum,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { VoteChoice } from '../session.enums';

@InputType({ isAbstract: true })
class OfVote {
  @Field(() => ID, { description: 'The vote.' })
  @IsString()
  voteId!: string;
}

@InputType({ description: 'What a device blinded, to be signed for one secret vote (RFC 9474).' })
export class TakeCredentialInput extends OfVote {
  @Field({ description: 'The blinded message, base64url.' })
  @IsString()
  @MaxLength(1_000)
  blinded!: string;
}

@InputType({ description: 'A secret vote whose credentials are given out.' })
export class BeginCastingInput extends OfVote {}

@InputType({ description: 'Your own vote by name.' })
export class CastNamedVoteInput extends OfVote {
  @Field(() => VoteChoice, { description: 'The vote.' })
  @IsEnum(VoteChoice)
  choice!: VoteChoice;
}

@InputType({ description: 'How somebody voted openly.' })
export class NamedVoteInput {
  @Field(() => ID, { description: 'Whose seat.' })
  @IsString()
  seatId!: string;

  @Field(() => VoteChoice, { description: 'The vote.' })
  @IsEnum(VoteChoice)
  choice!: VoteChoice;
}

@InputType({ description: 'Votes by show of hands.' })
export class RecordNamedVotesInput extends OfVote {
  @Field(() => [NamedVoteInput], { description: 'All of them or none.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => NamedVoteInput)
  votes!: NamedVoteInput[];
}

@InputType({ description: 'A vote that is over.' })
export class CountVoteInput extends OfVote {}

@InputType({ description: 'A vote that is given up uncounted, to be repeated.' })
export class VoidVoteInput extends OfVote {
  @Field({ description: 'Why.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  reason!: string;
}
