import { HolidayYears, type WorkCalendar } from '@dangwu/calendar';
import { associationZone, Clock, plusDays } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hoursOf, minutesOf, timesOf, venuesOf } from './plan-settings';
import { planErrors } from './plan.errors';
import type { Busy, Counted, Duty, Present, Question } from './propose-plan';
import type { YearPlanEntity } from './year-plan.entity';

/** More would be written in one transaction than people wait for. */
const mostOrganizations = 5000;

const counting = `a.deleted_at is null and a.state in ('SCHEDULED', 'HELD', 'RECORDED')`;

type PresentRow = Omit<Present, 'from' | 'to'> & { readonly begins: string | null; readonly ends: string | null };
interface Span {
  readonly organizationId: string;
  readonly venueId: string | null;
  readonly first: string;
  readonly last: string;
  readonly begins: string;
  readonly ends: string;
}

export interface PlanQuestion extends Question {
  readonly organizations: readonly string[];
  readonly calendar: WorkCalendar;
}

/** What a plan is proposed from, read from the association as it is now. */
@Injectable()
export class PlanQuestions {
  constructor(
    private readonly clock: Clock,
    private readonly holidays: HolidayYears,
  ) {}

  /**
   * @param tx one that sees the whole association: who leads an organization may be busy anywhere
   * @param keeps false: the times changed, so what the plan proposed before is proposed anew
   * @throws PLAN_TOO_LARGE
   */
  async of(tx: EntityManager, plan: YearPlanEntity, keeps = true): Promise<PlanQuestion> {
    const { settings, year, associationId } = plan;
    const organizations = await this.organizations(tx, plan);
    const tomorrow = plusDays(this.clock.today(), 1);
    const begins = `${year}-01-01`;
    // a week of the year may begin in December
    const first = plusDays(begins, -6) > tomorrow ? plusDays(begins, -6) : tomorrow;
    const last = `${year}-12-31`;
    const leaders = await this.leaders(tx, organizations);
    const present = (await this.present(tx, plan.id)).filter((item) => keeps || item.fixed);
    return {
      organizations,
      calendar: await this.holidays.calendar(tx, associationId),
      first,
      last,
      open: hoursOf(settings),
      timeOf: timesOf(settings),
      duties: await this.duties(tx, organizations, first, last),
      counted: await this.counted(tx, organizations, year),
      busy: await this.busy(tx, [...leaders.keys(), ...organizations], venuesOf(settings), first, last),
      present,
      leaders,
    };
  }

  /** The organization and those it leads, as they are led today. */
  private async organizations(tx: EntityManager, { organizationId }: YearPlanEntity): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select o.id from party_organization o join party_organization top on top.id = $1
       where o.association_id = top.association_id and starts_with(o.leads_path, top.leads_path)
         and o.status = 'ACTIVE' and o.deleted_at is null order by o.path`,
      [organizationId],
    );
    if (rows.length > mostOrganizations)
      throw planErrors.PLAN_TOO_LARGE({ count: rows.length, most: mostOrganizations });
    return rows.map(({ id }) => id);
  }

  private duties(tx: EntityManager, organizations: readonly string[], first: string, last: string): Promise<Duty[]> {
    return tx.query<Duty[]>(
      `select o.id, o.organization_id as "organizationId", o.activity_type_id as "activityTypeId",
         o.due_from::text as "from", o.ends_on::text as "to", o.required, c.weekday
       from obligation o join cadence c on c.id = o.cadence_id
       join activity_type t on t.id = o.activity_type_id
       where o.organization_id = any($1) and o.ends_on between greatest($2::date, ($4 || '-01-01')::date) and $3
         and o.waived_at is null and o.deleted_at is null and (t.retired_on is null or t.retired_on > current_date)`,
      [organizations, first, last, last.slice(0, 4)],
    );
  }

  private counted(tx: EntityManager, organizations: readonly string[], year: number): Promise<Counted[]> {
    return tx.query<Counted[]>(
      `select a.organization_id as "organizationId", a.activity_type_id as "activityTypeId", a.counts_on::text as day
       from activity a where a.organization_id = any($1) and ${counting}
         and a.counts_on between $2::date - 6 and ($3)::date`,
      [organizations, `${year}-01-01`, `${year}-12-31`],
    );
  }

  /** What is held anywhere by whoever is planned for, or shares a leader or a venue with them. */
  private async busy(
    tx: EntityManager,
    organizations: readonly string[],
    venues: readonly string[],
    first: string,
    last: string,
  ): Promise<Busy[]> {
    const spans = await tx.query<Span[]>(
      `select s."organizationId", s."venueId", s.begin::date::text as first, s.until::date::text as last,
         to_char(s.begin, 'HH24:MI') as begins, to_char(s.until, 'HH24:MI') as ends
       from (select a.organization_id as "organizationId", a.venue_id as "venueId",
           a.starts_at at time zone $5 as begin, a.ends_at at time zone $5 as until
         from activity a where (a.organization_id = any($1) or a.venue_id = any($2)) and ${counting}
           and a.held_on between $3::date - 31 and $4::date) s
       where s.until::date >= $3::date`,
      [organizations, venues, first, last, associationZone],
    );
    return spans.flatMap(daysOf);
  }

  /** Secretaries and their deputies, of those who are planned for and of whoever has the same. */
  private async leaders(tx: EntityManager, organizations: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ organizationId: string; memberId: string }[]>(
      `with posts as (
         select p.organization_id, p.member_id from appointment p
         where p.post in ('SECRETARY', 'DEPUTY_SECRETARY') and p.deleted_at is null and p.since <= $2
           and (p.until is null or p.until > $2))
       select l.organization_id as "organizationId", l.member_id as "memberId" from posts l
       where l.member_id in (select member_id from posts where organization_id = any($1))
       order by 1, 2`,
      [organizations, this.clock.today()],
    );
    const leaders = new Map<string, string[]>();
    for (const { organizationId, memberId } of rows)
      leaders.set(organizationId, [...(leaders.get(organizationId) ?? []), memberId]);
    return leaders;
  }

  /** What was published counts as the activity that it is; its number is kept. */
  private async present(tx: EntityManager, planId: string): Promise<Present[]> {
    const rows = await tx.query<PresentRow[]>(
      `select i.organization_id as "organizationId", i.activity_type_id as "activityTypeId",
         i.obligation_id as "dutyId", i.ordinal, i.venue_id as "venueId",
         case when i.activity_id is null then i.held_on::text end as day,
         to_char(i.starts_at at time zone $2, 'HH24:MI') as begins, to_char(i.ends_at at time zone $2, 'HH24:MI') as ends,
         i.by_hand or i.left_out_reason is not null or i.activity_id is not null as fixed,
         i.left_out_reason is not null as "leftOut"
       from plan_item i where i.plan_id = $1 and i.deleted_at is null
       order by i.obligation_id, i.ordinal`,
      [planId, associationZone],
    );
    return rows.map(({ begins, ends, ...item }) => {
      const from = begins ? minutesOf(begins) : 0;
      const to = ends ? minutesOf(ends) : 0;
      return { ...item, from, to: to > from ? to : to + 24 * 60 };
    });
  }
}

/** A span of several days takes each of them. */
function daysOf({ organizationId, venueId, first, last, begins, ends }: Span): Busy[] {
  const days: Busy[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    const from = day === first ? minutesOf(begins) : 0;
    const to = day === last ? minutesOf(ends) : 24 * 60;
    if (to > from) days.push({ organizationId, venueId, day, from, to });
  }
  return days;
}
