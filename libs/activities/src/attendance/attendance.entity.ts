import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { AttendanceMethod, AttendanceState } from './attendance.enums';

/** That the roster of an activity was set down, when it began. */
@Entity('roster')
export class RosterEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz') frozenAt!: Date;
}

/** Whether a member attended an activity: one row for each of the roster. Written by `AttendanceRows` alone. */
@Entity('attendance')
export class AttendanceEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  /** the organizer of the activity: the place of the row */
  @Column('uuid') organizationId!: string;
  @Column('uuid') memberId!: string;
  /** where the member belonged when the roster was set down */
  @Column('uuid') memberOrganizationId!: string;
  /** beside those entitled (列席): counts for no quorum and no rate */
  @Column('boolean', { default: false }) guest!: boolean;
  /** where the roster has the member: by pinyin, whoever came later behind */
  @Column('integer') sort!: number;
  @Column('text') state!: AttendanceState;
  @Column('text', { nullable: true }) method!: AttendanceMethod | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { nullable: true }) markedAt!: Date | null;
  /** as the account was called then */
  @Column('text', { nullable: true }) markedBy!: string | null;
}
