import { PublicRow } from '@dangwu/platform/database';
import type { LocalText } from '@dangwu/platform/text';
import { Column, Entity } from 'typeorm';

/** When activities of one type are held. Ids are global, times `HH:MM`. */
export interface PlanTypeSettings {
  readonly activityTypeId: string;
  readonly weekday: number | null;
  readonly from: string;
  readonly minutes: number;
  readonly venueId: string | null;
}

export interface PlanSettings {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly types: readonly PlanTypeSettings[];
}

/** What an organization and all it leads are to hold in a year (年度计划). */
@Entity('year_plan')
export class YearPlanEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('smallint') year!: number;
  @Column('jsonb') settings!: PlanSettings;
  /** the work that proposes or publishes it, or did last */
  @Column('uuid', { nullable: true }) jobId!: string | null;
  @Column('timestamptz', { nullable: true }) proposedAt!: Date | null;
  /** when it was published last */
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}

/** One activity that a plan proposes (计划项). */
@Entity('plan_item')
export class PlanItemEntity extends PublicRow {
  @Column('uuid') planId!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') activityTypeId!: string;
  /** the gap that led to it */
  @Column('uuid') obligationId!: string;
  @Column('smallint') ordinal!: number;
  @Column('date') periodFrom!: string;
  @Column('date') periodTo!: string;
  /** null: it has no time yet */
  @Column('date', { nullable: true }) heldOn!: string | null;
  @Column('timestamptz', { nullable: true }) startsAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endsAt!: Date | null;
  @Column('uuid', { nullable: true }) venueId!: string | null;
  /** moved by a person: planning anew leaves it where it is */
  @Column('boolean', { default: false }) byHand!: boolean;
  @Column('text', { nullable: true }) leftOutReason!: string | null;
  /** why it has no time, or why it cannot be published */
  @Column('jsonb', { nullable: true }) fault!: LocalText | null;
  @Column('uuid', { nullable: true }) activityId!: string | null;
}
