import { Clock, daysBetween, plusDays } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityState } from '../activity/activity.enums';
import type { Reminder, Stage } from './reminder-kinds';
import { activityLine, type ActivityWords } from './reminder-words';

interface Row extends ActivityWords {
  readonly id: string;
  readonly organizationId: string;
  readonly state: ActivityState;
  readonly beforeFirst: number | null;
  readonly beforeLast: number | null;
  readonly recordFirst: number | null;
  readonly recordAgain: number | null;
}

/** How long after its day people are told that an activity was not held: over a long holiday. */
const putOffDays = 10;

/** A reminder of an activity before it is known who was told what of it. */
export interface DueActivity {
  readonly reminder: Omit<Reminder, 'moment'>;
  readonly time: string;
  readonly stage: Stage;
}

/** The number that a rule sets for the organization `o` on the day $2; null: no rule is in force. */
export const ruleNumber = (key: string): string => `(
  select substring(r.value from '\\d+')::int from rule r left join party_organization m on m.id = r.organization_id
  where r.association_id = $1 and r.key = '${key}' and r.deleted_at is null and r.effective_from <= $2::date
    and (r.effective_to is null or $2::date < r.effective_to)
    and (r.organization_id is null or starts_with(o.leads_path, m.leads_path))
  order by array_position(array['ORGANIZATION', 'ASSOCIATION', 'REGULATION'], r.layer), length(m.leads_path) desc
  limit 1)`;

const columns = `a.id, a.title, a.state, a.organization_id as "organizationId", o.name as organization,
  a.starts_at as "startsAt", a.held_on::text as day, a.make_up_by::text as "makeUpBy", a.reason`;

/** Activities that somebody is to be told of today: those that come, and those whose record is missing. */
@Injectable()
export class DueActivities {
  constructor(private readonly clock: Clock) {}

  async find(tx: EntityManager, associationId: string): Promise<DueActivity[]> {
    const today = this.clock.today();
    const [reach] = await tx.query<{ days: number | null }[]>(
      `select max(substring(value from '\\d+')::int) as days from rule
       where association_id = $1 and key like 'reminder.%' and deleted_at is null`,
      [associationId],
    );
    const days = reach?.days ?? 0;
    const rows = await tx.query<Row[]>(
      `select ${columns}, ${ruleNumber('reminder.before.first')} as "beforeFirst",
         ${ruleNumber('reminder.before.last')} as "beforeLast",
         ${ruleNumber('reminder.record.first')} as "recordFirst",
         ${ruleNumber('reminder.record.again')} as "recordAgain"
       from activity a join party_organization o on o.id = a.organization_id
       where a.association_id = $1 and a.deleted_at is null and (
         (a.state = 'SCHEDULED' and a.held_on between $2::date and $4::date and a.starts_at > $5)
         or (a.state = 'HELD' and a.held_on between $3::date and $2::date))
       order by a.starts_at, a.id`,
      [associationId, today, plusDays(today, -days), plusDays(today, days), this.clock.now()],
    );
    return rows.flatMap((row) => due(row, today));
  }

  /** Activities that are not held although somebody was told of them, by those who were and do not know it yet. */
  async putOff(tx: EntityManager, associationId: string): Promise<{ accountId: string; reminder: Reminder }[]> {
    const rows = await tx.query<(Row & { accountId: string })[]>(
      `select ${columns}, t.account_id as "accountId"
       from activity a join party_organization o on o.id = a.organization_id
       cross join lateral (select distinct account_id from reminder where thing_id = a.id and kind = 'BEFORE') t
       where a.association_id = $1 and a.held_on >= $2 and a.state in ('POSTPONED', 'CANCELLED') and a.deleted_at is null
         and not exists (select from reminder p
           where p.thing_id = a.id and p.account_id = t.account_id and p.kind = 'PUT_OFF')
       order by a.starts_at, a.id`,
      // what is put off long after its day is news to nobody
      [associationId, plusDays(this.clock.today(), -putOffDays)],
    );
    return rows.map(({ accountId, ...row }) => ({
      accountId,
      reminder: {
        kind: 'PUT_OFF',
        moment: row.state,
        line: activityLine(row.state === 'POSTPONED' ? 'POSTPONED' : 'CANCELLED', row),
        ...placeOf(row),
      },
    }));
  }
}

const placeOf = ({ id, organizationId }: Row) => ({
  thingId: id,
  organizationId,
  link: `/activities/${globalId('Activity', id)}`,
});

/** Of two reminders that are due the more pressing alone. */
function due(row: Row, today: string): DueActivity[] {
  const planned = row.state === 'SCHEDULED';
  const away = planned ? daysBetween(today, row.day) : daysBetween(row.day, today);
  const [first, second] = planned ? [row.beforeFirst, row.beforeLast] : [row.recordFirst, row.recordAgain];
  const reached = (days: number | null): boolean => days !== null && (planned ? away <= days : away >= days);
  if (!reached(first) && !reached(second)) return [];
  const kind = planned ? 'BEFORE' : 'RECORD_MISSING';
  const time = planned ? row.startsAt.toISOString() : row.day;
  return [{ reminder: { kind, line: activityLine(kind, row), ...placeOf(row) }, time, stage: reached(second) ? 2 : 1 }];
}
