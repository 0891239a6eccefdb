import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { Period } from './cadence.enums';

/**
 * What a rule asks of an organization in a period (义务), and how much of it is planned, held and recorded. Derived from
 * rules, history and activities; people only waive it. Its state follows from the day on which it is read.
 */
@Entity('obligation')
export class ObligationEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('uuid') cadenceId!: string;
  /** the rule in force when it began to apply */
  @Column('uuid') ruleId!: string;
  @Column('uuid') activityTypeId!: string;
  @Column('text') period!: Period;
  @Column('date') startsOn!: string;
  /** the last day of the period */
  @Column('date') endsOn!: string;
  /** from when within the period it applies: of an organization founded in it, later than its start */
  @Column('date') dueFrom!: string;
  @Column('smallint') required!: number;
  /** from this day it is at risk while nothing is planned */
  @Column('date') riskFrom!: string;
  /** activities in each state that count for it; a make-up counts for the period of what it makes up for */
  @Column('smallint', { default: 0 }) planned!: number;
  @Column('smallint', { default: 0 }) held!: number;
  @Column('smallint', { default: 0 }) recorded!: number;
  @Column('timestamptz', { nullable: true }) waivedAt!: Date | null;
  @Column('text', { nullable: true }) waivedBy!: string | null;
  @Column('text', { nullable: true }) waivedReason!: string | null;
  /** when its organization was last urged to act */
  @Column('date', { nullable: true }) nudgedOn!: string | null;
  @Column('timestamptz', { nullable: true }) nudgedAt!: Date | null;
  @Column('text', { nullable: true }) nudgedBy!: string | null;
}
