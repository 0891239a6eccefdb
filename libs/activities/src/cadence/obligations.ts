import { HolidayYears, type WorkCalendar } from '@dangwu/calendar';
import { Clock } from '@dangwu/platform/clock';
import { LiveEvents } from '@dangwu/platform/events';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CadenceEntity } from './cadence.entity';
import { Cadences } from './cadences';
import { deriveObligations, type Derived, type TimesRule } from './derive-obligations';
import { ObligationCounts } from './obligation-counts';
import { OrganizationTimelines } from './organization-timelines';
import type { Days } from './periods';

/** What is stored of an obligation and follows from rules and history alone. */
interface Stored {
  readonly id: string;
  readonly organizationId: string;
  readonly cadenceId: string;
  readonly startsOn: string;
  readonly ruleId: string;
  readonly dueFrom: string;
  readonly required: number;
  readonly riskFrom: string;
  readonly gone: boolean;
}

interface Wanted extends Derived {
  readonly id: string;
  readonly organizationId: string;
}

/** Organizations looked at together. */
const chunk = 200;

/** Keeps the obligations equal to what rules and history ask for. Nobody types one. */
@Injectable()
export class Obligations {
  constructor(
    private readonly clock: Clock,
    private readonly cadences: Cadences,
    private readonly timelines: OrganizationTimelines,
    private readonly counts: ObligationCounts,
    private readonly holidays: HolidayYears,
    private readonly live: LiveEvents,
  ) {}

  /** Periods that end from the beginning of last year until the end of next year are kept. */
  horizon(): Days {
    const year = Number(this.clock.today().slice(0, 4));
    return { startsOn: `${year - 1}-01-01`, endsOn: `${year + 1}-12-31` };
  }

  /**
   * Derives the obligations of organizations anew and writes what differs. What is no longer asked for is taken out, with
   * its waiver; when it is asked for again, both come back.
   *
   * @param ids organizations, or ALL of the association
   * @param progress hears how many organizations are done, and how many there are
   * @returns how many obligations were written
   */
  async derive(
    tx: EntityManager,
    associationId: string,
    ids: readonly string[] | 'ALL',
    progress?: (done: number, of: number) => void,
  ): Promise<number> {
    const { cadences, rules } = await this.cadences.applied(tx, associationId);
    const all = await this.timelines.organizations(tx, associationId, ids);
    const calendar = await this.holidays.calendar(tx, associationId);
    let written = 0;
    progress?.(0, all.length);
    for (let at = 0; at < all.length; at += chunk) {
      written += await this.deriveSome(tx, associationId, all.slice(at, at + chunk), cadences, rules, calendar);
      progress?.(Math.min(at + chunk, all.length), all.length);
    }
    // one for all of them: open boards read anew what they show
    if (written) await this.live.publish(tx, { to: 'association', kind: 'obligation', id: '', associationId });
    return written;
  }

  private async deriveSome(
    tx: EntityManager,
    associationId: string,
    ids: readonly string[],
    cadences: readonly CadenceEntity[],
    rules: readonly TimesRule[],
    calendar: WorkCalendar,
  ): Promise<number> {
    const span = this.horizon();
    const histories = await this.timelines.histories(tx, ids, span);
    const stored = new Map((await this.stored(tx, ids, span)).map((row) => [keyOf(row, row.cadenceId), row]));
    const wanted: Wanted[] = [];
    for (const organizationId of ids) {
      const history = histories.get(organizationId);
      if (!history) continue;
      for (const derived of deriveObligations(history, cadences, rules, span, (day) => calendar.isWorkingDay(day))) {
        const key = keyOf({ organizationId, startsOn: derived.startsOn }, derived.cadence.id);
        const present = stored.get(key);
        stored.delete(key);
        if (!present || !isAs(present, derived))
          wanted.push({ ...derived, organizationId, id: present?.id ?? newId() });
      }
    }
    const gone = [...stored.values()].filter((row) => !row.gone).map(({ id }) => id);
    await this.write(tx, associationId, wanted);
    if (gone.length)
      await tx.query(`update obligation set deleted_at = $2, version = version + 1 where id = any($1)`, [
        gone,
        this.clock.now(),
      ]);
    await this.counts.recount(
      tx,
      wanted.map(({ id }) => id),
    );
    return wanted.length + gone.length;
  }

  private stored(tx: EntityManager, ids: readonly string[], { startsOn, endsOn }: Days): Promise<Stored[]> {
    return tx.query<Stored[]>(
      `select id, organization_id as "organizationId", cadence_id as "cadenceId", starts_on::text as "startsOn",
         rule_id as "ruleId", due_from::text as "dueFrom", required, risk_from::text as "riskFrom", deleted_at is not null as gone
       from obligation where organization_id = any($1) and ends_on between $2 and $3`,
      [ids, startsOn, endsOn],
    );
  }

  private async write(tx: EntityManager, associationId: string, wanted: readonly Wanted[]): Promise<void> {
    if (wanted.length === 0) return;
    const column = <T>(of: (one: Wanted) => T): T[] => wanted.map(of);
    await tx.query(
      `insert into obligation (id, association_id, organization_id, cadence_id, rule_id, activity_type_id, period,
         starts_on, ends_on, due_from, required, risk_from)
       select w.id, $1, w.organization_id, w.cadence_id, w.rule_id, w.activity_type_id, w.period, w.starts_on,
         w.ends_on, w.due_from, w.required, w.risk_from
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::date[],
           $10::date[], $11::smallint[], $12::date[])
         w (id, organization_id, cadence_id, rule_id, activity_type_id, period, starts_on, ends_on, due_from, required,
           risk_from)
       on conflict (organization_id, cadence_id, starts_on) do update set rule_id = excluded.rule_id,
         due_from = excluded.due_from, required = excluded.required, risk_from = excluded.risk_from,
         deleted_at = null, version = obligation.version + 1`,
      [
        associationId,
        column(({ id }) => id),
        column(({ organizationId }) => organizationId),
        column(({ cadence }) => cadence.id),
        column(({ ruleId }) => ruleId),
        column(({ cadence }) => cadence.activityTypeId),
        column(({ cadence }) => cadence.period),
        column(({ startsOn }) => startsOn),
        column(({ endsOn }) => endsOn),
        column(({ dueFrom }) => dueFrom),
        column(({ required }) => required),
        column(({ riskFrom }) => riskFrom),
      ],
    );
  }
}

const keyOf = ({ organizationId, startsOn }: Pick<Stored, 'organizationId' | 'startsOn'>, cadenceId: string): string =>
  `${organizationId} ${cadenceId} ${startsOn}`;

const isAs = (row: Stored, { ruleId, dueFrom, required, riskFrom }: Derived): boolean =>
  !row.gone &&
  row.ruleId === ruleId &&
  row.dueFrom === dueFrom &&
  row.required === required &&
  row.riskFrom === riskFrom;
