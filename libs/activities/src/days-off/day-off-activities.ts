import { Access, type Viewer } from '@dangwu/access';
import { HolidayYears, statutoryDays, type WorkCalendar } from '@dangwu/calendar';
import { Clock, daysBetween } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DayOffActivity } from './day-off-activity.type';

/** As many as are told at once; nobody moves more in a sitting. */
const most = 200;
const dayLong = 86_400_000;

interface Found {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly organizationName: string;
  readonly heldOn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly shiftsBefore: boolean;
}

/**
 * Activities that lie ahead on a day which a later notice took: it was worked when they were planned or last changed, and
 * is off now. Nobody moves them but people; what was planned for a holiday on purpose is not among them.
 */
@Injectable()
export class DayOffActivities {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly holidays: HolidayYears,
  ) {}

  /** Those the viewer may change, the soonest first. */
  async of(
    viewer: Viewer,
    { within, year }: { within?: string | null; year?: number | null },
  ): Promise<DayOffActivity[]> {
    const place = within ? await this.access.place(null, viewer, localId('PartyOrganization', within)) : null;
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const calendar = await this.holidays.calendar(tx, viewer.association.id);
      const found = await this.found(tx, place?.path ?? '', year ?? null);
      return found
        .filter(({ heldOn }) => !calendar.isWorkingDay(heldOn) && !isStatutory(heldOn))
        .slice(0, most)
        .map((one) => told(one, calendar));
    });
  }

  /**
   * By what the register of days said when somebody last set the activity's time: a day off then is no surprise, and a
   * weekend is one only where it was to be worked.
   */
  private found(tx: EntityManager, path: string, year: number | null): Promise<Found[]> {
    return tx.query<Found[]>(
      `select a.id, a.version, a.title, o.name as "organizationName", a.held_on::text as "heldOn",
         a.starts_at as "startsAt", a.ends_at as "endsAt", coalesce(s.holiday_policy = 'SHIFT_BEFORE', false) as "shiftsBefore"
       from activity a join party_organization o on o.id = a.organization_id
       left join activity_series s on s.id = a.series_id
       cross join lateral (select coalesce(max(p.created_at), a.created_at) as at from activity_step p
         where p.activity_id = a.id and p.kind in ('PLANNED', 'SCHEDULED', 'CHANGED')) told
       where a.state in ('DRAFT', 'SCHEDULED') and a.deleted_at is null and a.held_on >= $1 and starts_with(o.path, $2)
         and ($3::int is null or extract(year from a.held_on) = $3)
         and exists (select from holiday_day d where d.association_id = a.association_id and d.date = a.held_on and (
           d.kind = 'OFF' and d.deleted_at is null and d.created_at > told.at
           or d.kind = 'WORK' and d.deleted_at > told.at))
         and not exists (select from holiday_day d where d.association_id = a.association_id and d.date = a.held_on
           and d.kind = 'OFF' and d.created_at <= told.at and (d.deleted_at is null or d.deleted_at > told.at))
       order by a.held_on, a.starts_at, a.id limit 1000`,
      [this.clock.today(), path, year],
    );
  }
}

/** Off by law in any year: no notice is needed to know it. */
const isStatutory = (day: string): boolean =>
  statutoryDays(Number(day.slice(0, 4)))?.some(({ date }) => date === day) ?? false;

function told(one: Found, calendar: WorkCalendar): DayOffActivity {
  const { id, version, title, organizationName, heldOn, startsAt, endsAt } = one;
  const proposedOn = proposed(one, calendar);
  const by = daysBetween(heldOn, proposedOn) * dayLong;
  return {
    activityId: globalId('Activity', id),
    version,
    title,
    organizationName,
    heldOn,
    holiday: calendar.dayOf(heldOn).holiday,
    proposedOn,
    proposedStartsAt: new Date(startsAt.getTime() + by),
    proposedEndsAt: new Date(endsAt.getTime() + by),
  };
}

/** As its series says; else the next working day, unless that lies in another month. */
function proposed({ heldOn, shiftsBefore }: Found, calendar: WorkCalendar): string {
  const [next, before] = [calendar.nextWorkingDay(heldOn), calendar.previousWorkingDay(heldOn)];
  return shiftsBefore || next.slice(0, 7) !== heldOn.slice(0, 7) ? before : next;
}
