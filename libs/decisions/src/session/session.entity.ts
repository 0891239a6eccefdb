import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { OpinionKind } from '../matter/matter.enums';
import type { MajorityBase, ReviewingBody } from '../review-rule/review-rule.enums';
import type {
  RecusalSource,
  SeatAttendance,
  SessionBody,
  SessionItemState,
  SessionState,
  ViewKind,
} from './session.enums';

/** A sitting of the body that reviews matters (党委会), held together with the standing council or not. */
@Entity('review_session')
export class ReviewSessionEntity extends PublicRow {
  /** whose body sits, which is also its place */
  @Column('uuid') organizationId!: string;
  @Column('text') reviewingBody!: ReviewingBody;
  /** together with the standing council: two rosters, quorums and votes (党委会和常务理事会一并召开) */
  @Column('boolean') joint!: boolean;
  @Column('text') title!: string;
  @Column('smallint') year!: number;
  /** which sitting of the year */
  @Column('smallint') no!: number;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('text', { default: '' }) place!: string;
  @Column('text') state!: SessionState;
  /** what is being dealt with */
  @Column('uuid', { nullable: true }) currentItemId!: string | null;
  @Column('timestamptz', { nullable: true }) notifiedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  /** why it was cancelled */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') calledBy!: string;
  /** title and place in lower case, made by the database: what a search looks through */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}

/** Somebody who is entitled to sit in one of the bodies. */
@Entity('session_member')
export class SessionMemberEntity extends PublicRow {
  @Column('uuid') sessionId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') body!: SessionBody;
  /** in the register of members; the council has others, too */
  @Column('uuid', { nullable: true }) memberId!: string | null;
  /** votes by device; null: the vote is recorded by name */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text') name!: string;
  @Column('text', { default: '' }) post!: string;
  @Column('boolean', { default: false }) chair!: boolean;
  /** the order of the roster */
  @Column('smallint') seat!: number;
  @Column('text', { default: 'EXPECTED' }) attendance!: SeatAttendance;
  @Column('timestamptz', { nullable: true }) markedAt!: Date | null;
  @Column('text', { nullable: true }) markedBy!: string | null;
}

/** What is on the agenda: a matter under its rule, or something that is only heard. */
@Entity('session_item')
export class SessionItemEntity extends PublicRow {
  @Column('uuid') sessionId!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid', { nullable: true }) matterId!: string | null;
  @Column('uuid', { nullable: true }) reviewRuleId!: string | null;
  @Column('smallint') no!: number;
  @Column('text') title!: string;
  /** how long it is given */
  @Column('smallint') minutes!: number;
  @Column('text') state!: SessionItemState;
  @Column('text', { nullable: true }) opinion!: OpinionKind | null;
  @Column('text', { default: '' }) opinionText!: string;
  @Column('timestamptz', { nullable: true }) beganAt!: Date | null;
  @Column('timestamptz', { nullable: true }) concludedAt!: Date | null;
}

/** Who takes no part in an item, and why (回避). */
@Entity('session_recusal')
export class SessionRecusalEntity extends PublicRow {
  @Column('uuid') itemId!: string;
  @Column('uuid') sessionMemberId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') source!: RecusalSource;
  @Column('text') reason!: string;
  @Column('text') recordedBy!: string;
}

/** Who has spoken on an item, or said something in writing being absent. */
@Entity('session_view')
export class SessionViewEntity extends PublicRow {
  @Column('uuid') itemId!: string;
  @Column('uuid') sessionMemberId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: ViewKind;
  @Column('text', { default: '' }) text!: string;
  @Column('timestamptz') at!: Date;
}

/** A vote of one body on one item; how many it takes is frozen when it opens. */
@Entity('session_vote')
export class SessionVoteEntity extends PublicRow {
  @Column('uuid') itemId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') body!: SessionBody;
  @Column('uuid') ballotId!: string;
  @Column('text') secrecy!: 'SECRET' | 'OPEN';
  /** without those recused */
  @Column('smallint') entitled!: number;
  @Column('smallint') present!: number;
  @Column('smallint') recused!: number;
  /** the share asked of presence, as rules are written */
  @Column('text') presence!: string;
  @Column('text') majorityBase!: MajorityBase;
  @Column('text') majority!: string;
  /** of how many the majority is asked */
  @Column('smallint') base!: number;
  /** how many votes in favour are enough */
  @Column('smallint') needed!: number;
  @Column('smallint', { nullable: true }) inFavour!: number | null;
  @Column('smallint', { nullable: true }) against!: number | null;
  @Column('smallint', { nullable: true }) abstained!: number | null;
  /** made by the database; null while it is open */
  @Column({ type: 'boolean', insert: false, update: false, nullable: true }) passed!: boolean | null;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) voidReason!: string | null;
}
