import { Access, type Viewer } from '@dangwu/access';
import { HolidayYears, statutoryDays, type WorkCalendar } from '@dangwu/calendar';
import { Clock, daysBetween } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ManyActivities } from '../activity/many-activities';
import type { DayOffActivity } from './day-off-activity.type';

/** As many as are told at once; nobody moves more in a sitting. */
const most = 200;
const dayLong = 86_400_000;

/** An activity on a day that a notice took, and when it is proposed to be instead. */
export interface OffDay extends Found {
  readonly proposedOn: string;
  readonly proposedStartsAt: Date;
  readonly proposedEndsAt: Date;
}

interface Found {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly venueId: string | null;
  readonly heldOn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly shiftsBefore: boolean;
}

interface Asked {
  /** only of the organizations below it; all when left out */
  readonly path?: string;
  readonly year?: number | null;
  readonly ids?: readonly string[];
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
    private readonly many: ManyActivities,
  ) {}

  /** Those the viewer may change, the soonest first. */
  async of(
    viewer: Viewer,
    { within, year }: { within?: string | null; year?: number | null },
  ): Promise<DayOffActivity[]> {
    const place = within ? await this.access.place(null, viewer, localId('PartyOrganization', within)) : null;
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const calendar = await this.holidays.calendar(tx, viewer.association.id);
      const rows = await this.rows(tx, calendar, { path: place?.path ?? '', year: year ?? null });
      const taken = new Set((await this.many.taken(tx, wishesOf(rows))).map(({ key }) => key));
      return rows.map((one) => told(one, calendar, taken.has(one.id)));
    });
  }

  /** What of the association's days lies on a day that was taken, as far as the transaction reaches. */
  async rows(tx: EntityManager, calendar: WorkCalendar, asked: Asked): Promise<OffDay[]> {
    const found = await this.found(tx, asked);
    return found
      .filter(({ heldOn }) => !calendar.isWorkingDay(heldOn) && !isStatutory(heldOn))
      .slice(0, most)
      .map((one) => withProposal(one, calendar));
  }

  /**
   * By what the register of days said when somebody last set the activity's time: a day off then is no surprise, and a
   * weekend is one only where it was to be worked.
   */
  private found(tx: EntityManager, { path = '', year = null, ids }: Asked): Promise<Found[]> {
    return tx.query<Found[]>(
      `select a.id, a.version, a.title, a.organization_id as "organizationId",
         o.name as "organizationName", a.venue_id as "venueId", a.held_on::text as "heldOn",
         a.starts_at as "startsAt", a.ends_at as "endsAt", coalesce(s.holiday_policy = 'SHIFT_BEFORE', false) as "shiftsBefore"
       from activity a join party_organization o on o.id = a.organization_id
       left join activity_series s on s.id = a.series_id
       cross join lateral (select coalesce(max(p.created_at), a.created_at) as at from activity_step p
         where p.activity_id = a.id and p.kind in ('PLANNED', 'SCHEDULED', 'CHANGED', 'KEPT')) told
       where a.state in ('DRAFT', 'SCHEDULED') and a.deleted_at is null and a.held_on >= $1 and starts_with(o.path, $2)
         and ($3::int is null or extract(year from a.held_on) = $3) and ($4::uuid[] is null or a.id = any($4))
         and exists (select from holiday_day d where d.association_id = a.association_id and d.date = a.held_on and (
           d.kind = 'OFF' and d.deleted_at is null and d.created_at > told.at
           or d.kind = 'WORK' and d.deleted_at > told.at))
         and not exists (select from holiday_day d where d.association_id = a.association_id and d.date = a.held_on
           and d.kind = 'OFF' and d.created_at <= told.at and (d.deleted_at is null or d.deleted_at > told.at))
       order by a.held_on, a.starts_at, a.id limit 1000`,
      [this.clock.today(), path, year, ids ?? null],
    );
  }
}

/** Off by law in any year: no notice is needed to know it. */
const isStatutory = (day: string): boolean =>
  statutoryDays(Number(day.slice(0, 4)))?.some(({ date }) => date === day) ?? false;

function withProposal(one: Found, calendar: WorkCalendar): OffDay {
  const proposedOn = proposed(one, calendar);
  const by = daysBetween(one.heldOn, proposedOn) * dayLong;
  const moved = (at: Date): Date => new Date(at.getTime() + by);
  return { ...one, proposedOn, proposedStartsAt: moved(one.startsAt), proposedEndsAt: moved(one.endsAt) };
}

/** The venues that they would take. */
export const wishesOf = (rows: readonly OffDay[]) =>
  rows.flatMap(({ id: key, venueId, proposedStartsAt: startsAt, proposedEndsAt: endsAt }) =>
    venueId ? [{ key, venueId, startsAt, endsAt }] : [],
  );

function told(one: OffDay, calendar: WorkCalendar, venueTaken: boolean): DayOffActivity {
  const { id, version, title, organizationName, heldOn, proposedOn, proposedStartsAt, proposedEndsAt } = one;
  const { holiday } = calendar.dayOf(heldOn);
  return {
    activityId: globalId('Activity', id),
    version,
    title,
    organizationName,
    heldOn,
    holiday,
    proposedOn,
    proposedStartsAt,
    proposedEndsAt,
    venueTaken,
  };
}

/** As its series says; else the next working day, unless that lies in another month. */
function proposed({ heldOn, shiftsBefore }: Found, calendar: WorkCalendar): string {
  const [next, before] = [calendar.nextWorkingDay(heldOn), calendar.previousWorkingDay(heldOn)];
  return shiftsBefore || next.slice(0, 7) !== heldOn.slice(0, 7) ? before : next;
}
