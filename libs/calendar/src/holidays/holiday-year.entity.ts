import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { HolidayKind } from './holiday-day';

/** A year's holidays as one association has them, with the notice they rest on. */
@Entity('holiday_year')
export class HolidayYearEntity extends PublicRow {
  @Column('integer') year!: number;
  @Column('text') status!: 'NOTICED' | 'PROVISIONAL';
  @Column('text') basis!: string;
  /** when the notice was given */
  @Column('date', { nullable: true }) noticedOn!: string | null;
}

/** A day that is not what its weekday says. */
@Entity('holiday_day')
export class HolidayDayEntity extends PublicRow {
  @Column('uuid') yearId!: string;
  @Column('date') date!: string;
  @Column('text') kind!: HolidayKind;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
}
