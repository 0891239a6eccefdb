import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { ActivityState } from './activity.enums';

/** One point of an agenda. */
export interface AgendaItem {
  readonly title: string;
  readonly minutes: number | null;
  /** who brings it, by name */
  readonly owner: string | null;
}

/** An activity (活动): planned, held, recorded. */
@Entity('activity')
export class ActivityEntity extends PublicRow {
  /** the organizer, which is also its place: who sees the organization's things sees the activity */
  @Column('uuid') organizationId!: string;
  @Column('uuid') activityTypeId!: string;
  @Column('text') title!: string;
  @Column('text') state!: ActivityState;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  /** the day it begins, in the association's zone */
  @Column('date') heldOn!: string;
  /** the day that says for which period it counts: of a make-up, the original's */
  @Column('date') countsOn!: string;
  @Column('uuid', { nullable: true }) venueId!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('uuid', { nullable: true }) lineId!: string | null;
  @Column('uuid', { nullable: true }) formId!: string | null;
  @Column('uuid', { array: true, default: [] }) topicIds!: string[];
  @Column('jsonb', { default: [] }) agenda!: readonly AgendaItem[];
  /** why it was postponed or cancelled */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) makeUpOfId!: string | null;
  @Column('date', { nullable: true }) makeUpBy!: string | null;
  @Column('integer', { nullable: true }) entitledCount!: number | null;
  @Column('integer', { nullable: true }) presentCount!: number | null;
  /** of the present, by a line of sound and picture */
  @Column('integer', { nullable: true }) remoteCount!: number | null;
  @Column('integer', { nullable: true }) leaveCount!: number | null;
  @Column('text', { nullable: true }) summary!: string | null;
  /** the rule on presence that held on the day, and whether it was met: set when it is recorded */
  @Column('uuid', { nullable: true }) quorumRuleId!: string | null;
  @Column('boolean', { nullable: true }) quorumMet!: boolean | null;
  @Column('timestamptz', { nullable: true }) recordedAt!: Date | null;
  @Column('text', { nullable: true }) recordedBy!: string | null;
  @Column('uuid', { nullable: true }) seriesId!: string | null;
  /** the day it was due by the rule of its series, which names it there */
  @Column('date', { nullable: true }) occursOn!: string | null;
  /** changed by itself: a change of the whole series leaves it alone */
  @Column('boolean', { default: false }) seriesChanged!: boolean;
  /** title and place in lower case, made by the database: what a search looks through */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}
