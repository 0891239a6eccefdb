import {
  ActivityEntity,
  ActivityState,
  ActivityStepEntity,
  ActivityStepKind,
  ObligationCounts,
  Obligations,
} from '@dangwu/activities';
import { HolidayYears, type WorkCalendar } from '@dangwu/calendar';
import type { Actor } from '@dangwu/organization';
import { daysBetween, plusDays } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import { addHouseCadence } from './demo-cadences';
import { workingDayNear } from './working-day';

/** An obligation of the past or of now for which too little was held or is planned. */
interface Missing {
  readonly organizationId: string;
  readonly members: number;
  readonly activityTypeId: string;
  readonly type: string;
  readonly name: string;
  readonly dueFrom: string;
  readonly endsOn: string;
  readonly missing: number;
  readonly weekly: boolean;
}

const titles: Readonly<Record<string, readonly string[]>> = {
  THEME_DAY: [
    '周五主题党日：学习党章',
    '周五主题党日：走访会员单位',
    '周五主题党日：读书分享',
    '周五主题党日：志愿服务',
  ],
  GROUP_MEETING: ['党小组会：学习讨论', '党小组会：讨论小组工作', '党小组会：交流思想'],
  PARTY_SCHOOL: ['业余党校：党的历史', '业余党校：党章党规', '业余党校：行业政策'],
  PARTY_LECTURE: ['微型党课', '专题党课', '先进典型党课'],
  WARNING_EDUCATION: ['警示教育：以案为鉴', '警示教育片观看'],
};

/**
 * What the rules ask of everybody, from the organizations and activities there are. Those the association leads keep up
 * with it as well as people do: now and then something was not held, or nobody has planned it yet; one is waived.
 */
export async function addObligations(
  tx: EntityManager,
  app: INestApplicationContext,
  actor: Actor,
  days: Days,
): Promise<void> {
  const { associationId, name } = actor;
  await addHouseCadence(tx, associationId, days);
  await app.get(Obligations).derive(tx, associationId, 'ALL');
  const calendar = await app.get(HolidayYears).calendar(tx, associationId);
  const activities = (await missing(tx, associationId, days)).flatMap((one, i) => held(one, i, actor, days, calendar));
  for (let at = 0; at < activities.length; at += 1000) await tx.insert(ActivityEntity, activities.slice(at, at + 1000));
  const steps = activities.flatMap((activity) => stepsOf(activity, actor));
  for (let at = 0; at < steps.length; at += 2000) await tx.insert(ActivityStepEntity, steps.slice(at, at + 2000));
  const all = await tx.query<{ id: string }[]>(`select id from obligation where association_id = $1`, [associationId]);
  await app.get(ObligationCounts).recount(
    tx,
    all.map(({ id }) => id),
  );
  await tx.query(
    `update obligation set waived_at = $2::date + time '09:30', waived_by = $3, waived_reason = '全体党员赴外地参加行业展会'
     where id = (select o.id from obligation o
       where o.association_id = $1 and o.ends_on < $4 and o.held + o.recorded = 0 and o.deleted_at is null
       order by o.ends_on desc, o.organization_id limit 1)`,
    [associationId, days.at(-5), name, days.today],
  );
}

function missing(tx: EntityManager, associationId: string, days: Days): Promise<Missing[]> {
  return tx.query<Missing[]>(
    `select o.organization_id as "organizationId", greatest(coalesce(p.reported_member_count, 9), 3) as members,
       o.activity_type_id as "activityTypeId", t.key as type, t.name_zh as name, o.due_from::text as "dueFrom",
       o.ends_on::text as "endsOn", o.required - o.recorded - o.held - o.planned as missing, o.period = 'WEEK' as weekly
     from obligation o join party_organization p on p.id = o.organization_id
     join activity_type t on t.id = o.activity_type_id
     where o.association_id = $1 and o.due_from <= $2 and o.required > o.recorded + o.held + o.planned
       and p.path = p.leads_path
     order by o.ends_on, o.organization_id, t.key`,
    [associationId, days.at(6)],
  );
}

/** One in forty was never held; what is due by the end of the year is mostly still to be planned. */
function held(
  one: Missing,
  i: number,
  { associationId, name }: Actor,
  days: Days,
  calendar: WorkCalendar,
): Partial<ActivityEntity>[] {
  const open = one.endsOn >= days.today;
  if (i % 40 === 7 || (open && i % 4 !== 0 && !one.weekly)) return [];
  return Array.from({ length: one.missing }, (_, n) => {
    const on = workingDayNear(calendar, dayOf(one, n, i, days), one.dueFrom, one.endsOn);
    const ahead = on >= days.today;
    const startsAt = new Date(`${on}T${one.type === 'PARTY_SCHOOL' ? '18:30' : '14:00'}:00+08:00`);
    const endsAt = new Date(startsAt.getTime() + 90 * 60_000);
    const absent = (i + n) % 4 === 0 ? 1 : 0;
    const names = titles[one.type] ?? [one.name];
    const unrecorded = !ahead && on > days.at(-12) && i % 9 === 4;
    const state = ahead ? ActivityState.SCHEDULED : unrecorded ? ActivityState.HELD : ActivityState.RECORDED;
    return {
      id: newId(startsAt.getTime()),
      associationId,
      organizationId: one.organizationId,
      activityTypeId: one.activityTypeId,
      title: names[(i + n) % names.length]!,
      state,
      startsAt,
      endsAt,
      heldOn: on,
      countsOn: on,
      place: one.type === 'PARTY_SCHOOL' ? '协会大楼五层讲堂' : '支部活动室',
      ...(state === ActivityState.RECORDED && {
        entitledCount: one.members,
        presentCount: one.members - absent,
        remoteCount: 0,
        leaveCount: absent,
        summary: '按计划开展，到会人员参加讨论。',
        recordedAt: endsAt,
        recordedBy: name,
      }),
    };
  });
}

/** Weekly ones on their days of the week; others spread over the days of the period up to today. */
function dayOf({ type, dueFrom, endsOn, weekly, missing: count }: Missing, n: number, i: number, days: Days): string {
  if (weekly) {
    const wanted = type === 'PARTY_SCHOOL' ? [2, 4][n % 2]! : 5;
    return plusDays(endsOn, wanted - 7);
  }
  const last = endsOn < days.today ? endsOn : days.at(9);
  const first = endsOn < days.today ? dueFrom : days.at(2);
  const span = Math.max(1, daysBetween(first, last));
  return plusDays(first, Math.floor((span * (n + 1)) / (count + 1) + (i % 5)) % (span + 1));
}

function stepsOf(
  { id, organizationId, associationId, startsAt, recordedAt }: Partial<ActivityEntity>,
  { name }: Actor,
): Partial<ActivityStepEntity>[] {
  const step = (kind: ActivityStepKind, at: Date): Partial<ActivityStepEntity> => ({
    id: newId(at.getTime()),
    associationId: associationId!,
    activityId: id!,
    organizationId: organizationId!,
    kind,
    actorName: name,
    at,
  });
  return [
    step(ActivityStepKind.SCHEDULED, new Date(startsAt!.getTime() - 9 * 86_400_000)),
    ...(recordedAt ? [step(ActivityStepKind.RECORDED, recordedAt)] : []),
  ];
}
