import { VotePhase } from '@dangwu/ballots';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BallotKind } from '../../review-rule/review-rule.enums';
import { SessionBody, VoteChoice } from '../session.enums';

@ObjectType({ description: 'Your own part in a vote.' })
export class RoomOwnVote {
  @Field({ description: 'The group of voters you are in.' })
  group!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a secret vote: what your device has its credential signed with (RSA, SPKI, base64url).',
  })
  publicKey!: string | null;

  @Field({
    description: 'Of a secret vote: whether a credential was given to you. Of an open one: whether you have voted.',
  })
  done!: boolean;

  @Field(() => VoteChoice, { nullable: true, description: 'Of an open vote: what you voted.' })
  choice!: VoteChoice | null;
}

@ObjectType({ description: 'Somebody in an open vote.' })
export class RoomNamedVote {
  @Field(() => ID, { description: 'Whose seat.' })
  seatId!: string;

  @Field(() => VoteChoice, { nullable: true, description: 'The vote; null: not yet.' })
  choice!: VoteChoice | null;
}

@ObjectType({ description: 'A vote of one body on the item.' })
export class RoomVote {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => SessionBody, { description: 'Who votes.' })
  body!: SessionBody;

  @Field(() => BallotKind, { description: 'Openly or secretly.' })
  secrecy!: BallotKind;

  @Field(() => VotePhase, { description: 'How far it has come.' })
  phase!: VotePhase;

  @Field(() => ID, { description: 'The ballot, to which papers of a secret vote are sent: a bare UUID.' })
  ballotId!: string;

  @Field(() => Int, { description: 'Entitled when it was opened.' })
  entitled!: number;

  @Field(() => Int, { description: 'Present when it was opened: so many may vote.' })
  present!: number;

  @Field(() => Int, { description: 'Recused when it was opened.' })
  recused!: number;

  @Field(() => Int, { description: 'Of how many the majority is asked.' })
  base!: number;

  @Field(() => Int, { description: 'How many votes in favour are enough.' })
  needed!: number;

  @Field(() => Int, { description: 'How many credentials were given out; of an open vote how many may vote.' })
  issued!: number;

  @Field(() => Int, { description: 'How many votes are in.' })
  cast!: number;

  @Field(() => [RoomNamedVote], { description: 'Of an open vote, everybody by name; of a secret one nobody.' })
  named!: RoomNamedVote[];

  @Field(() => Int, { nullable: true, description: 'In favour; null until it is counted.' })
  inFavour!: number | null;

  @Field(() => Int, { nullable: true, description: 'Against; null until it is counted.' })
  against!: number | null;

  @Field(() => Int, { nullable: true, description: 'Abstained; null until it is counted.' })
  abstained!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was passed; null until it is counted.' })
  passed!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the published list of a secret vote that was counted.',
  })
  publishedHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the published list is downloaded, to be recounted by anybody.',
  })
  publishedUrl!: string | null;

  @Field(() => RoomOwnVote, { nullable: true, description: 'Your part; null: you have no vote here.' })
  mine!: RoomOwnVote | null;
}
