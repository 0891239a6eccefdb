import type { Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { faultsOf } from './holiday-checks';
import type { CalendarDate, CalendarYear } from './holiday-day';
import { daysInWords, holidayName } from './holiday-words';
import { HolidayDayEntity, HolidayYearEntity } from './holiday-year.entity';
import { calendarErrors } from './holiday-year.errors';
import type { SetHolidayYearInput } from './holiday-year.inputs';
import { daysOf } from './holiday-years.service';

/** Sets the holidays of a year as a whole, as a notice arranges them. */
@Injectable()
export class SetHolidayYear {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns the year's id
   * @throws STALE_VERSION, NOTICE_NEEDS_DATE, HOLIDAY_OUT_OF_YEAR, HOLIDAY_TWICE, WORK_ON_WEEKDAY, STATUTORY_NOT_OFF,
   * HOLIDAY_OF_OTHER_YEAR
   */
  async set(viewer: Viewer, input: SetHolidayYearInput): Promise<string> {
    const { year, status } = input;
    const days = input.days.map(({ date, kind, name, nameEn }) => ({
      date,
      kind,
      name: { ...holidayName(name.trim()), ...(nameEn && { en: nameEn.trim() }) },
    }));
    if (status === 'NOTICED' && !input.noticedOn) throw calendarErrors.NOTICE_NEEDS_DATE();
    const [fault] = faultsOf({ year, status, days });
    if (fault) throw fault;
    return this.database.transaction(viewer.scope('calendar.maintain'), (tx) => this.write(tx, viewer, input, days));
  }

  private async write(
    tx: EntityManager,
    viewer: Viewer,
    input: SetHolidayYearInput,
    days: readonly CalendarDate[],
  ): Promise<string> {
    const associationId = viewer.association.id;
    // one change of the calendar at a time: two new rows of the same year would otherwise meet at the index
    await tx.query(`select pg_advisory_xact_lock(hashtext('calendar'), hashtext($1))`, [associationId]);
    const { year } = input;
    const known = await tx.findOneBy(HolidayYearEntity, { associationId, year });
    if ((known?.version ?? null) !== (input.version ?? null))
      throw platformErrors.STALE_VERSION({ current: known?.version ?? 0 });
    const present = await tx.find(HolidayDayEntity, { where: { associationId } });
    const id = known?.id ?? newId();
    await this.refuseOthers(tx, present, id, days);

    const was = known ? daysOf(present, id) : [];
    const [gone, come] = [without(was, days), without(days, was)];
    const facts = { status: input.status, basis: input.basis.trim(), noticedOn: input.noticedOn ?? null };
    const before = known && { status: known.status, basis: known.basis, noticedOn: known.noticedOn };
    if (before && gone.length + come.length === 0 && JSON.stringify(before) === JSON.stringify(facts)) {
      leavesNothing('the year is so already');
      return id;
    }

    if (known) await tx.update(HolidayYearEntity, { id }, facts);
    else await tx.insert(HolidayYearEntity, { id, associationId, year, ...facts });
    if (gone.length) await tx.softDelete(HolidayDayEntity, { yearId: id, date: In(gone.map(({ date }) => date)) });
    await tx.insert(
      HolidayDayEntity,
      come.map(({ date, kind, name }) => {
        const names = { nameZh: name.zh, nameEn: name.en };
        return { id: newId(), associationId, yearId: id, date, kind, ...names };
      }),
    );
    await this.audit.record(tx, {
      action: 'setHolidayYear',
      subjectType: 'HolidayYear',
      subjectId: id,
      subjectName: String(year),
      before: before && { ...before, days: daysInWords(gone)?.zh ?? null },
      after: { ...facts, days: daysInWords(come)?.zh ?? null },
      associationId,
      accountId: viewer.account.id,
    });
    return id;
  }

  private async refuseOthers(
    tx: EntityManager,
    present: readonly HolidayDayEntity[],
    id: string,
    days: readonly CalendarDate[],
  ): Promise<void> {
    const wanted = new Set(days.map(({ date }) => date));
    const taken = present.filter((day) => day.yearId !== id && wanted.has(day.date));
    if (!taken[0]) return;
    const { year } = await tx.findOneByOrFail(HolidayYearEntity, { id: taken[0].yearId });
    throw calendarErrors.HOLIDAY_OF_OTHER_YEAR({ dates: taken.map(({ date }) => date), other: year });
  }
}

/** The days of one list that the other does not have as they are. */
function without(days: CalendarYear['days'], others: CalendarYear['days']): CalendarDate[] {
  const key = ({ date, kind, name }: CalendarDate): string => `${date} ${kind} ${name.zh} ${name.en}`;
  const known = new Set(others.map(key));
  return days.filter((day) => !known.has(key(day)));
}
