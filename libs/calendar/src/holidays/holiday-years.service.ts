import { Audit } from '@dangwu/platform/audit';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { WorkCalendar } from '../work-calendar';
import type { CalendarYear } from './holiday-day';
import { HolidayDayEntity, HolidayYearEntity } from './holiday-year.entity';
import { shippedHolidayYears, type ShippedYear } from './shipped-holidays';

/** The holiday years of an association: what every domain that plans by working days asks. */
@Injectable()
export class HolidayYears {
  constructor(private readonly audit: Audit) {}

  /** Which days are worked in an association. Read it once and ask it often. */
  async calendar(tx: EntityManager, associationId: string): Promise<WorkCalendar> {
    return new WorkCalendar(await this.all(tx, associationId));
  }

  /** Its years, the latest first, each with its days. */
  async all(tx: EntityManager, associationId: string): Promise<CalendarYear[]> {
    const years = await tx.find(HolidayYearEntity, { where: { associationId }, order: { year: 'DESC' } });
    const days = await tx.find(HolidayDayEntity, { where: { associationId }, order: { date: 'ASC' } });
    return years.map(({ id, year, status }) => ({ year, status, days: daysOf(days, id) }));
  }

  /**
   * Gives an association the shipped years it has not had. A year that is still provisional gets its notice with the
   * release that knows it; what people entered from a notice stays as it is.
   */
  async ship(tx: EntityManager, associationId: string): Promise<void> {
    const present = await tx.find(HolidayYearEntity, { where: { associationId }, withDeleted: true });
    const of = (year: number): HolidayYearEntity | undefined => present.find((row) => row.year === year);
    const missing = shippedHolidayYears.filter(({ year }) => !of(year));
    const announced = shippedHolidayYears.filter(
      ({ year, status }) => status === 'NOTICED' && of(year)?.status === 'PROVISIONAL' && !of(year)?.deletedAt,
    );
    for (const { days: _, ...row } of missing)
      await tx.insert(HolidayYearEntity, { ...row, id: newId(), associationId });
    for (const { days: _, ...row } of announced)
      await tx.update(HolidayYearEntity, { associationId, year: row.year }, row);
    const shipped = [...missing, ...announced];
    if (shipped.length === 0) return;
    await this.shipDays(tx, associationId, shipped);
    await this.audit.record(tx, {
      action: 'shipHolidayYears',
      subjectType: 'Association',
      subjectId: associationId,
      after: { years: shipped.map(({ year }) => year).join('、') },
      associationId,
    });
  }

  private async shipDays(tx: EntityManager, associationId: string, shipped: readonly ShippedYear[]): Promise<void> {
    const rows = await tx.findBy(HolidayYearEntity, { associationId, year: In(shipped.map(({ year }) => year)) });
    await tx.softDelete(HolidayDayEntity, { yearId: In(rows.map(({ id }) => id)) });
    await tx.insert(
      HolidayDayEntity,
      shipped.flatMap(({ year, days }) => {
        const yearId = rows.find((row) => row.year === year)!.id;
        return days.map(({ date, kind, name }) => {
          const names = { nameZh: name.zh, nameEn: name.en };
          return { id: newId(), associationId, yearId, date, kind, ...names };
        });
      }),
    );
  }
}

/** The days of one year among those of all. */
export const daysOf = (days: readonly HolidayDayEntity[], yearId: string): CalendarYear['days'] =>
  days
    .filter((day) => day.yearId === yearId)
    .map(({ date, kind, nameZh, nameEn }) => ({ date, kind, name: { zh: nameZh, en: nameEn } }));
