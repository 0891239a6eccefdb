import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OpinionKind } from '../../matter/matter.enums';
import {
  BallotKind,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
  SpeakingOrder,
} from '../../review-rule/review-rule.enums';
import { RecusalSource, SeatAttendance, SessionBody, SessionItemState, SessionState, ViewKind } from '../session.enums';
import { RoomVote } from './room-vote.type';

@ObjectType({ description: 'Somebody who is entitled to sit.' })
export class RoomSeat {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Pii('ORDINARY', { zh: '会议名单上的姓名', en: 'the name on the roster of a session' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field({ description: 'The post, such as secretary; empty when none is known.' })
  post!: string;

  @Field({ description: 'Whether this is who chairs.' })
  chair!: boolean;

  @Field(() => SeatAttendance, { description: 'Whether they are there.' })
  attendance!: SeatAttendance;

  @Field({ description: 'Whether it is you.' })
  mine!: boolean;

  @Field({ description: 'Whether they can vote by device; else their votes are recorded by name.' })
  hasAccount!: boolean;
}

@ObjectType({ description: 'The roster of one body.' })
export class RoomRoster {
  @Field(() => SessionBody, { description: 'Whose roster it is.' })
  body!: SessionBody;

  @Field(() => Int, { description: 'How many are entitled to sit (应到).' })
  entitled!: number;

  @Field(() => Int, { description: 'How many are there, in the room or from elsewhere (实到).' })
  present!: number;

  @Field(() => [RoomSeat], { description: 'In the order of the roster.' })
  seats!: RoomSeat[];
}

@ObjectType({ description: 'An item of the agenda, in short.' })
export class RoomItem {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Its place on the agenda.' })
  no!: number;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'How many minutes it is given.' })
  minutes!: number;

  @Field(() => SessionItemState, { description: 'Where it stands.' })
  state!: SessionItemState;

  @Field(() => ID, { nullable: true, description: 'The matter; null: something that is only heard.' })
  matterId!: string | null;

  @Field(() => MatterCategory, { nullable: true, description: 'The category of the matter.' })
  category!: MatterCategory | null;

  @Field(() => String, { nullable: true, description: 'The number of the matter.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'Its amount in fen, as decimal text.' })
  amountFen!: string | null;

  @Field(() => OpinionKind, { nullable: true, description: 'The opinion, when it was concluded.' })
  opinion!: OpinionKind | null;

  @Field({ description: 'What the opinion says; empty until then.' })
  opinionText!: string;

  @Field(() => Int, { nullable: true, description: 'Votes in favour of the party body, when it was voted on.' })
  inFavour!: number | null;
}

@ObjectType({ description: 'How one body stands to the item: whether it can vote, and how many votes it takes.' })
export class RoomStanding {
  @Field(() => SessionBody, { description: 'Which body.' })
  body!: SessionBody;

  @Field(() => Int, { description: 'Entitled to vote on it, without those recused (应到).' })
  entitled!: number;

  @Field(() => Int, { description: 'Of those, how many are there (实到).' })
  present!: number;

  @Field(() => Int, { description: 'How many are recused (回避): counted neither as entitled nor as present.' })
  recused!: number;

  @Field({ description: 'The share that must be present, such as >= 1/2; each body has a rule of its own.' })
  presence!: string;

  @Field(() => Int, { description: 'How many must be there.' })
  presenceNeeded!: number;

  @Field({ description: 'Whether so many are (可以表决).' })
  canVote!: boolean;

  @Field({ description: 'The share that must be in favour, such as > 1/2.' })
  majority!: string;

  @Field(() => MajorityBase, { description: 'Of whom the majority is asked.' })
  majorityBase!: MajorityBase;

  @Field(() => Int, { description: 'Of how many the majority is asked.' })
  base!: number;

  @Field(() => Int, { description: 'How many votes in favour are enough.' })
  needed!: number;
}

@ObjectType({ description: 'Somebody who takes no part in the item.' })
export class RoomRecusal {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ID, { description: 'Whose seat.' })
  seatId!: string;

  @Field(() => RecusalSource, { description: 'How it came about.' })
  source!: RecusalSource;

  @Field({ description: 'Why.' })
  reason!: string;
}

@ObjectType({ description: 'A tie that the system found: whoever conducts the session decides.' })
export class RoomRecusalHint {
  @Field(() => ID, { description: 'Whose seat.' })
  seatId!: string;

  @Field({ description: 'What ties them to the matter, in the language of the request.' })
  reason!: string;
}

@ObjectType({ description: 'A view on the item.' })
export class RoomView {
  @Field(() => ID, { description: 'Whose seat.' })
  seatId!: string;

  @Field(() => ViewKind, { description: 'How it was stated.' })
  kind!: ViewKind;

  @Field({ description: 'What was said; empty when only that somebody spoke is kept.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'What the review rule of the item asks for.' })
export class RoomRule {
  @Field({ description: 'The share that must be present, such as >= 1/2.' })
  presence!: string;

  @Field({ description: 'The share that must be in favour, such as > 1/2.' })
  majority!: string;

  @Field(() => MajorityBase, { description: 'Of whom the majority is asked.' })
  majorityBase!: MajorityBase;

  @Field(() => BallotKind, { description: 'How the reviewing body votes.' })
  ballot!: BallotKind;

  @Field(() => BallotKind, { description: 'How the standing council votes.' })
  councilBallot!: BallotKind;

  @Field(() => SpeakingOrder, { description: 'In which order members speak.' })
  speakingOrder!: SpeakingOrder;

  @Field({ description: 'What the rule rests on, in the language of the request.' })
  basis!: string;
}

@ObjectType({ description: 'The item that is being dealt with.' })
export class RoomCurrent {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: 'The version of the item, for the next change.' })
  version!: number;

  @Field({ description: 'Background and reasons of the matter; empty when there are none.' })
  background!: string;

  @Field({ description: 'What is proposed; empty when nothing is.' })
  options!: string;

  @Field(() => RoomRule, { nullable: true, description: 'Its rule; null: it is only heard.' })
  rule!: RoomRule | null;

  @Field(() => [RoomStanding], { description: 'How each body stands to it; of what is only heard none.' })
  standings!: RoomStanding[];

  @Field(() => [RoomRecusal], { description: 'Who takes no part.' })
  recusals!: RoomRecusal[];

  @Field(() => [RoomRecusalHint], { description: 'Who might have to be recused, for those who conduct the session.' })
  hints!: RoomRecusalHint[];

  @Field(() => [RoomView], { description: 'Who has stated a view, in that order.' })
  views!: RoomView[];

  @Field(() => ID, {
    nullable: true,
    description: 'Whose turn it is to speak where everybody states a view; null: everybody has, or nobody must.',
  })
  nextSpeaker!: string | null;

  @Field(() => [RoomVote], { description: 'Its votes, the latest of each body; the party body first.' })
  votes!: RoomVote[];
}

@ObjectType({ description: 'What you may do in the room.' })
export class RoomAbilities {
  @Field({ description: 'Conduct the session: open it, call items, open and count votes, conclude.' })
  conduct!: boolean;

  @Field({ description: 'Sit in it: sign in, speak, vote.' })
  attend!: boolean;
}

@ObjectType({
  description:
    'A session as its room shows it, for a screen on the wall and for the phones of its members. Read it again when an event of the kind `session` comes, and when the line was broken.',
})
export class SessionRoom {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field(() => Int, { description: 'The version of the session, for the next change.' })
  version!: number;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => SessionState, { description: 'Where it stands.' })
  state!: SessionState;

  @Field(() => ReviewingBody, { description: 'Which body reviews.' })
  reviewingBody!: ReviewingBody;

  @Field({ description: 'Whether the standing council sits together with it.' })
  joint!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field({ description: 'Where.' })
  place!: string;

  @Field(() => DateTimeScalar, { description: 'The clock of the server.' })
  now!: Date;

  @Field(() => [RoomRoster], { description: 'One for each body, the party body first.' })
  rosters!: RoomRoster[];

  @Field(() => [RoomItem], { description: 'The agenda.' })
  items!: RoomItem[];

  @Field(() => RoomCurrent, { nullable: true, description: 'What is being dealt with; null: nothing.' })
  current!: RoomCurrent | null;

  @Field(() => RoomAbilities, { description: 'What you may do here.' })
  viewerCan!: RoomAbilities;
}
