import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Spot, Stage } from './stage';

/** A plan with an item and one that was left out, and a series, at every organization. */
export async function plans(stage: Stage): Promise<void> {
  for (const spot of stage.spots.values()) {
    await plan(spot);
    await series(spot);
    await dayOff(spot);
  }
}

/** As rows: making one by its job takes a worker. */
async function plan({ world, id, name, things }: Spot): Promise<void> {
  const [planId, item, out] = [newId(), newId(), newId()];
  const organizationId = localId('PartyOrganization', id);
  await world.write(async (tx) => {
    await tx.query(
      `insert into year_plan (id, association_id, organization_id, year, settings, proposed_at)
       values ($1, $2, $3, 2027, '{"opensAt": "09:00", "closesAt": "17:30", "types": []}', now())`,
      [planId, world.associationId, organizationId],
    );
    await tx.query(
      `insert into plan_item (id, association_id, plan_id, organization_id, activity_type_id, obligation_id, ordinal,
         period_from, period_to, held_on, starts_at, ends_at, left_out_reason)
       select w.id, $1, $2, $3, o.activity_type_id, o.id, w.ordinal, '2027-01-01', '2027-03-31', '2027-02-23',
         '2027-02-23 06:00Z', '2027-02-23 07:00Z', w.reason
       from (select * from obligation where organization_id = $3 order by starts_on limit 1) o
       cross join (values ($4::uuid, 1, null), ($5, 2, '全员驻外')) w (id, ordinal, reason)`,
      [world.associationId, planId, organizationId, item, out],
    );
  });
  things.set('year plan', { id: globalId('YearPlan', planId), version: 1, name });
  things.set('plan item', { id: globalId('PlanItem', item), version: 1, name });
  things.set('plan item left out', { id: globalId('PlanItem', out), version: 1, name });
}

async function series({ world, id, name, things }: Spot): Promise<void> {
  const [seriesId, occurrence] = [newId(), newId()];
  const organizationId = localId('PartyOrganization', id);
  await world.write(async (tx) => {
    const type = `(select id from activity_type where association_id = $2 and key = 'OTHER')`;
    await tx.query(
      `insert into activity_series (id, association_id, organization_id, activity_type_id, title, rule, starts_on,
         at_time, minutes, holiday_policy, expanded_to)
       values ($1, $2, $3, ${type}, '例会', 'FREQ=WEEKLY;BYDAY=WE;COUNT=1', '2026-11-11', '16:00', 60, 'SKIP', '2027-09-01')`,
      [seriesId, world.associationId, organizationId],
    );
    await tx.query(
      `insert into activity (id, association_id, organization_id, activity_type_id, title, state, starts_at, ends_at,
         held_on, counts_on, series_id, occurs_on)
       values ($1, $2, $3, ${type}, '例会', 'SCHEDULED', '2026-11-11 08:00Z', '2026-11-11 09:00Z', '2026-11-11',
         '2026-11-11', $4, '2026-11-11')`,
      [occurrence, world.associationId, organizationId, seriesId],
    );
  });
  things.set('series', { id: globalId('ActivitySeries', seriesId), version: 1, name });
  things.set('occurrence', { id: globalId('Activity', occurrence), version: 1, name });
}

/** Planned for a working day, which was taken afterwards. */
async function dayOff({ world, id, name, things }: Spot): Promise<void> {
  const activity = newId();
  await world.write(async (tx) => {
    await tx.query(
      `insert into activity (id, association_id, organization_id, activity_type_id, title, state, starts_at, ends_at,
         held_on, counts_on, created_at)
       values ($1, $2, $3, (select id from activity_type where association_id = $2 and key = 'OTHER'), '学习会',
         'SCHEDULED', '2026-12-10 08:00Z', '2026-12-10 09:00Z', '2026-12-10', '2026-12-10', now() - interval '1 day')`,
      [activity, world.associationId, localId('PartyOrganization', id)],
    );
    await tx.query(takenDay, [newId(), world.associationId, '2026-12-10']);
  });
  things.set('activity on a day off', { id: globalId('Activity', activity), version: 1, name });
}

/** One more day off of a year that is there. */
export const takenDay = `
  insert into holiday_day (id, association_id, year_id, date, kind, name_zh, name_en)
  select $1, $2, id, $3::date, 'OFF', '调休', 'Day off' from holiday_year where association_id = $2 and year = extract(year from $3::date)
  on conflict do nothing`;
