import { DateScalar, DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MatterCategory } from '../review-rule/review-rule.enums';
import { SessionState } from './session.enums';

export enum SessionGapKind {
  DAYS_AHEAD = 'DAYS_AHEAD',
  URGENT = 'URGENT',
  OTHER_BODY = 'OTHER_BODY',
  EXPERT_OPINION = 'EXPERT_OPINION',
  LEGAL_CHECK = 'LEGAL_CHECK',
}
registerEnumType(SessionGapKind, {
  name: 'SessionGapKind',
  description: 'What is to be noticed of a matter before a session deals with it.',
  valuesMap: {
    DAYS_AHEAD: { description: 'Its papers came later than the rule wants them before the session (提前天数不够).' },
    URGENT: { description: 'So they did, and it passes for being urgent (紧急事项).' },
    EXPERT_OPINION: { description: 'Its rule asks for an expert opinion, and none was given (缺专家意见).' },
    LEGAL_CHECK: { description: 'Its rule asks for a legal check, and none was given (缺法律审查).' },
    OTHER_BODY: { description: 'Its rule names another reviewing body (应由另一机构审议).' },
  },
});

@ObjectType({ description: 'Something to be noticed of a matter before a session deals with it.' })
export class SessionGap {
  @Field(() => SessionGapKind, { description: 'What it is.' })
  kind!: SessionGapKind;

  @Field({ description: 'Whether it keeps the matter off this session.' })
  blocks!: boolean;

  @Field(() => LocalText, { description: 'In words, with the rule.' })
  message!: LocalText;
}

@ObjectType({ description: 'An accepted matter that waits for a session (待排会事项).' })
export class WaitingMatter {
  @Field(() => ID, { description: 'The matter.' })
  id!: string;

  @Field(() => Int, { description: 'Its version, for scheduling it.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number!: string | null;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => MatterCategory, { description: 'Of which category it is.' })
  category!: MatterCategory;

  @Field(() => String, { nullable: true, description: 'Its amount in fen, as decimal text.' })
  amountFen!: string | null;

  @Field(() => String, { nullable: true, description: 'Which organization proposes it.' })
  organizationName!: string | null;

  @Field({ description: 'Whether it is urgent.' })
  urgent!: boolean;

  @Field(() => DateScalar, { description: 'The first day on which a session may deal with it by its rule.' })
  earliestOn!: string;

  @Field(() => [SessionGap], { description: 'What is to be noticed for this session; none: it can be put on it.' })
  gaps!: SessionGap[];
}

@ObjectType({ description: 'What is to be noticed of an item.' })
export class ItemGaps {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => [SessionGap], { description: 'What it is.' })
  gaps!: SessionGap[];
}

@ObjectType({ description: 'By which account somebody on the roster is told and votes.' })
export class SeatAccount {
  @Field(() => ID, { description: 'The seat.' })
  memberId!: string;

  @Pii('ORDINARY', { zh: '会议名单上的用户名', en: 'the user name on the roster of a session' })
  @Field({ description: 'The user name of the account.' })
  username!: string;
}

@ObjectType({ description: 'How far the agenda of a session is prepared.' })
export class SessionPreparation {
  @Field(() => [ItemGaps], { description: 'Items of which something is to be noticed.' })
  items!: ItemGaps[];

  @Field(() => [WaitingMatter], { description: 'Accepted matters that wait, the longest first; at most 100.' })
  waiting!: WaitingMatter[];

  @Field(() => [SeatAccount], { description: 'The accounts on its rosters, to be checked before the notice.' })
  accounts!: SeatAccount[];
}

@ObjectType({ description: 'The session on whose agenda a matter is, or was last.' })
export class MatterSession {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field({ description: 'Where; empty: not said yet.' })
  place!: string;

  @Field(() => SessionState, { description: 'Where it stands.' })
  state!: SessionState;

  @Field(() => Int, { description: 'Its place on the agenda, from 1.' })
  no!: number;
}

@ObjectType({ description: 'A session in which one is entitled to sit oneself (我的会议).' })
export class OwnSession {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field({ description: 'Where; empty: not said yet.' })
  place!: string;

  @Field(() => SessionState, { description: 'Where it stands.' })
  state!: SessionState;

  @Field(() => Int, { description: 'How many items are on its agenda.' })
  itemCount!: number;

  @Field({ description: 'Whether one chairs it.' })
  chair!: boolean;
}

@ObjectType({ description: 'Somebody whom the roster of a session may name.' })
export class RosterCandidate {
  @Field(() => ID, { description: 'Of the member; of the account when the person is none.' })
  id!: string;

  @Pii('ORDINARY', { zh: '会议名单的候选人', en: 'whom a roster may name' })
  @Field({ description: 'The name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The organization, which tells people of one name apart.',
  })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'The post in the organization whose body sits.' })
  post!: string | null;

  @Field(() => ID, { nullable: true, description: 'The member, for `memberId` of a seat; null: no member.' })
  memberId!: string | null;

  @Pii('ORDINARY', { zh: '会议名单候选人的用户名', en: 'the user name of whom a roster may name' })
  @Field(() => String, { nullable: true, description: 'The user name; null: without an account.' })
  username!: string | null;
}
