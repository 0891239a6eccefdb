import { connectionOf, DateTimeScalar, Node } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OpinionKind } from '../matter/matter.enums';
import { Matter } from '../matter/matter.type';
import { ReviewingBody } from '../review-rule/review-rule.enums';
import { ReviewRule } from '../review-rule/review-rule.type';
import { SeatAttendance, SessionBody, SessionItemState, SessionState } from './session.enums';

@ObjectType({ description: 'Somebody who is entitled to sit in a session (参会人员).' })
export class SessionMember {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => SessionBody, { description: 'On whose roster: who belongs to both bodies stands there twice.' })
  body!: SessionBody;

  @Pii('ORDINARY', { zh: '会议名单上的姓名', en: 'the name on the roster of a session' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field({ description: 'The post, such as secretary; empty when none is known.' })
  post!: string;

  @Field({ description: 'Whether this is who chairs.' })
  chair!: boolean;

  @Field(() => Int, { description: 'The place on the roster, from 1.' })
  seat!: number;

  @Field(() => SeatAttendance, { description: 'Whether they are there.' })
  attendance!: SeatAttendance;

  @Field(() => ID, { nullable: true, description: 'Who it is in the register of members; null: nobody there.' })
  memberId!: string | null;

  @Field({ description: 'Whether they get the notice and vote by device; else votes are recorded by name.' })
  hasAccount!: boolean;
}

@ObjectType({ description: 'An item of the agenda: a matter under its rule, or something that is only heard (议题).' })
export class SessionItem {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Its place on the agenda, from 1.' })
  no!: number;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'How many minutes it is given.' })
  minutes!: number;

  @Field(() => SessionItemState, { description: 'Where it stands.' })
  state!: SessionItemState;

  @Field(() => Matter, { nullable: true, description: 'The matter; null: it is only heard.' })
  matter!: Matter | null;

  @Field(() => ReviewRule, { nullable: true, description: 'The rule it is reviewed by.' })
  rule!: ReviewRule | null;

  @Field(() => OpinionKind, { nullable: true, description: 'The opinion, when it was concluded.' })
  opinion!: OpinionKind | null;

  @Field({ description: 'What the opinion says; empty until then.' })
  opinionText!: string;
}

@ObjectType({ description: 'What you may do with a session today.' })
export class SessionAbilities {
  @Field({ description: 'Plan and keep it, as its state allows.' })
  conduct!: boolean;
}

@ObjectType({ implements: () => [Node], description: 'A sitting of the body that reviews matters (审议会议).' })
export class ReviewSession implements Node {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change; changes are sent with the one read last.' })
  version!: number;

  @Field(() => ReviewingBody, { description: 'Which body reviews.' })
  reviewingBody!: ReviewingBody;

  @Field({ description: 'Whether it is held together with the standing council: two rosters, quorums and votes.' })
  joint!: boolean;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'The year it is counted in.' })
  year!: number;

  @Field(() => Int, { description: 'Which sitting of that body and year it is.' })
  no!: number;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field({ description: 'Where; empty: not said yet.' })
  place!: string;

  @Field(() => SessionState, { description: 'Where it stands.' })
  state!: SessionState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its members were called.' })
  notifiedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it really began.' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  reason!: string | null;

  @Pii('ORDINARY', { zh: '会议由谁召集', en: 'who called a session' })
  @Field({ description: 'Who called it.' })
  calledBy!: string;

  @Field(() => Int, { description: 'How many items are on its agenda.' })
  itemCount!: number;

  @Field(() => [SessionItem], { description: 'Its agenda in order, without what was taken off; at most 60.' })
  items!: SessionItem[];

  @Field(() => [SessionMember], { description: 'Who sits: the party body first, each in its order; at most 400.' })
  members!: SessionMember[];

  @Field(() => SessionAbilities, { description: 'What you may do here today.' })
  viewerCan!: SessionAbilities;

  @Field(() => DateTimeScalar, { description: 'When it was called into being.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'A page of sessions.' })
export class ReviewSessionConnection extends connectionOf(ReviewSession) {}
