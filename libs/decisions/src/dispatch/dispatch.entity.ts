import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { DispatchKind, DispatchOutcome, DispatchSide, DispatchState, DispatchStepKind } from './dispatch.enums';

const made = { insert: false, update: false, nullable: true } as const;

/** A request or report to a superior (请示报告). */
@Entity('dispatch')
export class DispatchEntity extends PublicRow {
  /** who sends it, which is also its place */
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: DispatchKind;
  @Column('text') title!: string;
  @Column('text', { default: '' }) body!: string;
  @Column('uuid', { nullable: true }) matterId!: string | null;
  /** null: a body outside the tree */
  @Column('uuid', { nullable: true }) superiorOrganizationId!: string | null;
  /** as it was called when the dispatch was written last */
  @Column('text', { default: '' }) superiorName!: string;
  /** why it passes over who stands next */
  @Column('text', { nullable: true }) levelReason!: string | null;
  @Column('text', { array: true, default: [] }) copies!: string[];
  @Column('date', { nullable: true }) actOn!: string | null;
  @Column('text', { nullable: true }) urgentReason!: string | null;
  /** the limit that the superior set */
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text') state!: DispatchState;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('date', { nullable: true }) issuedOn!: string | null;
  @Column('date', { nullable: true }) receivedOn!: string | null;
  @Column('text', { nullable: true }) outcome!: DispatchOutcome | null;
  @Column('date', { nullable: true }) repliedOn!: string | null;
  @Column('text', { nullable: true }) replyNumber!: string | null;
  @Column('text', { nullable: true }) replyText!: string | null;
  @Column('boolean', { default: false }) followUpAsked!: boolean;
  @Column('date', { nullable: true }) followUpDueOn!: string | null;
  @Column('date', { nullable: true }) followedUpOn!: string | null;
  @Column('text', { nullable: true }) followUpText!: string | null;
  /** of the list of its attachments, in their order; null: it has none */
  @Column('text', { nullable: true }) attachmentsHash!: string | null;
  @Column('text') authorName!: string;
  // what the database makes of the columns above: for whom it waits, where, until when, and what a search looks through;
  // each with options of its own, since TypeORM writes the type of a column into them
  @Column('text', { ...made }) waitsFor!: DispatchSide | null;
  @Column('uuid', { ...made }) waitsAt!: string | null;
  @Column('uuid', { ...made }) answeredAt!: string | null;
  @Column('date', { ...made }) deadline!: string | null;
  @Column('text', { ...made }) searchText!: string;
}

/** What was done to a dispatch, for whoever reads it. Rows are only added. */
@Entity('dispatch_step')
export class DispatchStepEntity extends PublicRow {
  @Column('uuid') dispatchId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: DispatchStepKind;
  /** the day it happened, which may be earlier than when it was recorded */
  @Column('date') on!: string;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('text') actorName!: string;
  @Column('timestamptz') at!: Date;
}
