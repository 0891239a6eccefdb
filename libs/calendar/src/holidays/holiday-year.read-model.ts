import { asc, desc, many, readModel, sql } from '@dangwu/read-model';
import { HolidayDayEntity, HolidayYearEntity } from './holiday-year.entity';
import { HolidayDay, HolidayYear } from './holiday-year.type';

const ofAssociation = {
  place: 'association',
  associationColumn: 'associationId',
  read: 'calendar.read',
  deleted: 'deletedAt',
} as const;

export const HolidayDayModel = readModel<HolidayDay, HolidayDayEntity, Record<never, never>, 'DATE'>({
  type: HolidayDay,
  entity: HolidayDayEntity,
  ...ofAssociation,
  fields: { name: (day) => sql`json_build_object('zh', ${day.nameZh}, 'en', ${day.nameEn})` },
  orders: { DATE: [asc('date')] },
});

export const HolidayYearModel = readModel<HolidayYear, HolidayYearEntity, Record<never, never>, 'NEWEST'>({
  type: HolidayYear,
  entity: HolidayYearEntity,
  ...ofAssociation,
  fields: { days: many<HolidayDayEntity>('yearId', { order: 'DATE', boundedBy: 200 }) },
  boundedBy: 101,
  orders: { NEWEST: [desc('year')] },
});

/** What a domain shows. */
export const calendarModels = [HolidayYearModel, HolidayDayModel];
