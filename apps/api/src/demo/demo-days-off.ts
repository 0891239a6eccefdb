import { plusDays } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';

/**
 * A day that the association itself took off after its branches had planned for it, as an office does around its annual
 * meeting: entered in its own table of holidays, and no notice of the State Council. What was planned for the day is told
 * on Today until somebody moves it. Of the days ahead in this year it is the one with the fewest activities, two at least,
 * and a working day behind it in the same month; where there is none, nothing is taken.
 */
export async function takeDayOff(tx: EntityManager, associationId: string, days: Days): Promise<void> {
  const [found] = await tx.query<{ day: string }[]>(
    `select a.held_on::text as day from activity a
     where a.association_id = $1 and a.state = 'SCHEDULED' and a.held_on between $2 and $3
       and extract(year from a.held_on) = extract(year from $4::date)
       and extract(isodow from a.held_on) < 5 and extract(month from a.held_on + 1) = extract(month from a.held_on)
       and not exists (select from holiday_day d where d.association_id = $1 and d.date in (a.held_on, a.held_on + 1))
       and exists (select from holiday_year y where y.association_id = $1 and y.year = extract(year from a.held_on))
     group by a.held_on having count(*) between 2 and 15 order by count(*), a.held_on limit 1`,
    [associationId, plusDays(days.today, 7), plusDays(days.today, 75), days.today],
  );
  if (!found) return;
  await tx.query(
    `insert into holiday_day (id, association_id, year_id, date, kind, name_zh, name_en)
     select $1, $2, id, $3::date, 'OFF', '协会统一调休', 'Day off of the association' from holiday_year
     where association_id = $2 and year = extract(year from $3::date) and deleted_at is null`,
    [newId(), associationId, found.day],
  );
  // they were planned before the day was taken: the whole demo is written at one moment
  await tx.query(
    `update activity_step p set created_at = p.at from activity a
     where a.id = p.activity_id and a.association_id = $1 and a.held_on = $2 and p.at < p.created_at`,
    [associationId, found.day],
  );
}
