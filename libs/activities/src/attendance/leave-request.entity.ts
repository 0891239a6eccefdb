import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { LeaveState } from './attendance.enums';

/** A member asks to be excused from an activity, before it begins. */
@Entity('leave_request')
export class LeaveRequestEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  /** the organizer of the activity: the place of the request */
  @Column('uuid') organizationId!: string;
  @Column('uuid') memberId!: string;
  @Column('text') reason!: string;
  @Column('text') state!: LeaveState;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
}
