import {
  ActivitySeriesEntity,
  PublishPlan,
  WriteOccurrences,
  WritePlan,
  YearPlanEntity,
  usualSettings,
} from '@dangwu/activities';
import type { Actor } from '@dangwu/organization';
import { plusDays, weekdayOf } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';

interface Held {
  readonly type: string;
  readonly title: string;
  readonly rule: string;
  readonly atTime: string;
  readonly minutes: number;
  readonly holidayPolicy: 'SHIFT_AFTER' | 'SKIP';
  readonly place: string;
  /** which organizations of the secretariat */
  readonly of: string;
}

/** What recurs: the theme day of every Friday, the party school on two evenings, a look back at the end of quarters. */
const recurring: readonly Held[] = [
  {
    type: 'THEME_DAY',
    title: '周五主题党日',
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    atTime: '14:30',
    minutes: 90,
    holidayPolicy: 'SHIFT_AFTER',
    place: '三层党员活动室',
    of: `o.type in ('BRANCH', 'JOINT_BRANCH')`,
  },
  {
    type: 'PARTY_SCHOOL',
    title: '业余党校',
    rule: 'FREQ=WEEKLY;BYDAY=TU,TH',
    atTime: '18:30',
    minutes: 90,
    holidayPolicy: 'SKIP',
    place: '协会大楼五层讲堂',
    of: `o.type = 'GENERAL_BRANCH'`,
  },
];

/** Series of the secretariat, and next year's plan of its general branch, of which the first quarter is published. */
export async function addPlans(
  tx: EntityManager,
  app: INestApplicationContext,
  actor: Actor,
  days: Days,
): Promise<void> {
  await addSeries(tx, app, actor, days);
  await addPlan(tx, app, actor, days);
}

async function addSeries(
  tx: EntityManager,
  app: INestApplicationContext,
  { associationId, name }: Actor,
  days: Days,
): Promise<void> {
  // from the first Monday on that nothing of the same was planned for yet
  const monday = plusDays(days.today, 15 - weekdayOf(days.today));
  for (const { type, of, ...held } of recurring) {
    const holders = await tx.query<{ id: string; typeId: string }[]>(
      `select o.id, t.id as "typeId" from party_organization o
       join activity_type t on t.association_id = o.association_id and t.key = $2
       where o.association_id = $1 and o.tier = 'SECRETARIAT' and o.status = 'ACTIVE' and ${of} order by o.code limit 3`,
      [associationId, type],
    );
    for (const { id: organizationId, typeId } of holders) {
      const series = tx.create(ActivitySeriesEntity, {
        ...held,
        id: newId(),
        associationId,
        organizationId,
        activityTypeId: typeId,
        startsOn: monday,
        // what was planned by itself already
        exceptions: await plannedDays(tx, organizationId, typeId, monday),
        additions: [],
        venueId: null,
        link: null,
      });
      await tx.insert(ActivitySeriesEntity, series);
      await app.get(WriteOccurrences).extend(tx, { associationId, name }, series, monday);
    }
  }
}

async function plannedDays(
  tx: EntityManager,
  organizationId: string,
  activityTypeId: string,
  since: string,
): Promise<string[]> {
  const rows = await tx.query<{ day: string }[]>(
    `select distinct held_on::text as day from activity
     where organization_id = $1 and activity_type_id = $2 and held_on >= $3 and deleted_at is null order by 1`,
    [organizationId, activityTypeId, since],
  );
  return rows.map(({ day }) => day);
}

async function addPlan(tx: EntityManager, app: INestApplicationContext, actor: Actor, days: Days): Promise<void> {
  const { associationId, name } = actor;
  const [top] = await tx.query<{ id: string }[]>(
    `select o.id from party_organization o where o.association_id = $1 and o.status = 'ACTIVE'
       and o.tier = 'ENTERPRISE' and o.type in ('COMMITTEE', 'GENERAL_BRANCH') order by o.code limit 1`,
    [associationId],
  );
  if (!top) return;
  const year = Number(days.today.slice(0, 4)) + 1;
  const plan = tx.create(YearPlanEntity, {
    id: newId(),
    associationId,
    organizationId: top.id,
    year,
    settings: await usualSettings(tx, associationId),
    proposedAt: new Date(`${days.at(-3)}T10:12:00+08:00`),
  });
  await tx.save(plan);
  const plans = app.get(WritePlan);
  await plans.write(tx, plan, await plans.foresee(tx, plan), () => Promise.resolve());
  await app.get(PublishPlan).publish(tx, plan, { writer: { associationId, name }, until: `${year}-03-31` });
}
