import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { ActivityStepKind } from './activity.enums';

/** What was done to an activity, for whoever reads it. Rows are only added; the values stand in the audit log. */
@Entity('activity_step')
export class ActivityStepEntity extends PublicRow {
  @Column('uuid') activityId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: ActivityStepKind;
  /** why it was postponed, cancelled, corrected or kept on a day off */
  @Column('text', { nullable: true }) reason!: string | null;
  /** as the account was called then; null: the system */
  @Column('text', { nullable: true }) actorName!: string | null;
  @Column('timestamptz') at!: Date;
}
