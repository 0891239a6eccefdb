import { PublicRow } from '@dangwu/platform/database';
import type { HolidayPolicy } from '@dangwu/calendar';
import { Column, Entity } from 'typeorm';

/** Activities that recur (系列活动). Each occurrence is an activity like any other, with the id of its series. */
@Entity('activity_series')
export class ActivitySeriesEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('uuid') activityTypeId!: string;
  @Column('text') title!: string;
  /** RFC 5545, or the last working day of a span */
  @Column('text') rule!: string;
  @Column('date') startsOn!: string;
  /** HH:MM in the association's zone */
  @Column('text') atTime!: string;
  @Column('integer') minutes!: number;
  @Column('text') holidayPolicy!: HolidayPolicy;
  /** days on which it was due and is left out (EXDATE) */
  @Column('text', { array: true, default: [] }) exceptions!: string[];
  /** days on which it is held once more, beside its rule (RDATE) */
  @Column('text', { array: true, default: [] }) additions!: string[];
  @Column('uuid', { nullable: true }) venueId!: string | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('text', { nullable: true }) link!: string | null;
  /** until this day its occurrences are there */
  @Column('date', { nullable: true }) expandedTo!: string | null;
  @Column('text', { nullable: true }) endedReason!: string | null;
}
