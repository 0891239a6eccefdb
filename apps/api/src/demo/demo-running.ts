import { ActivityEntity, ActivityState, ActivityStepEntity, ActivityStepKind, Rosters } from '@dangwu/activities';
import type { Actor } from '@dangwu/organization';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoTree } from './demo-tree';

const minute = 60_000;
const begun = 20;
const lasts = 120;

/**
 * A meeting that runs while the demo is loaded, of the branch that the member among the accounts belongs to: two are on
 * leave, most have signed in, some late, some are missing yet, the member among them. So the screen of the room has something to show.
 */
export async function addRunningMeeting(
  tx: EntityManager,
  app: INestApplicationContext,
  { associationId, name }: Actor,
  tree: DemoTree,
): Promise<void> {
  const now = app.get(Clock).now();
  const startsAt = new Date(now.getTime() - begun * minute);
  const organizationId = tree.id('DZ0003');
  const heldOn = dateIn(associationZone, startsAt);
  const [type] = await tx.query<{ id: string }[]>(
    `select id from activity_type where association_id = $1 and key = 'BRANCH_ASSEMBLY'`,
    [associationId],
  );
  const id = newId(startsAt.getTime());
  await tx.insert(ActivityEntity, {
    id,
    associationId,
    organizationId,
    activityTypeId: type!.id,
    title: '党员大会：讨论预备党员转正',
    state: ActivityState.SCHEDULED,
    startsAt,
    endsAt: new Date(startsAt.getTime() + lasts * minute),
    heldOn,
    countsOn: heldOn,
    place: '五层多功能厅',
    topicIds: [],
    agenda: ['宣读转正申请', '讨论', '表决'].map((title) => ({ owner: null, title, minutes: 30 })),
  });
  const planned = new Date(startsAt.getTime() - 7 * 1440 * minute);
  await tx.insert(ActivityStepEntity, {
    id: newId(planned.getTime()),
    associationId,
    activityId: id,
    organizationId,
    kind: ActivityStepKind.SCHEDULED,
    actorName: name,
    at: planned,
  });
  await excuse(tx, associationId, id, name);
  await app.get(Rosters).freeze(tx, associationId, [id]);
  await signIn(tx, id, now);
}

/** Two had asked for leave the day before. */
async function excuse(tx: EntityManager, associationId: string, activityId: string, by: string | null): Promise<void> {
  await tx.query(
    `insert into leave_request (id, association_id, activity_id, organization_id, member_id, reason, state, asked_at,
       decided_at, decided_by)
     select uuidv7(), $1, a.id, a.organization_id, m.id, (array['外地出差', '参加培训'])[m.n], 'APPROVED',
       a.starts_at - interval '1 day', a.starts_at - interval '20 hours', $3
     from activity a cross join lateral (
       select m.id, row_number() over (order by m.pinyin desc, m.id)::int as n from member m
       where m.organization_id = a.organization_id and m.status = 'FULL' and m.left_on is null and m.name <> '唐晓'
       order by m.pinyin desc, m.id limit 2) m
     where a.id = $2`,
    [associationId, activityId, by ?? '系统'],
  );
}

/** By a number that stands fast for each person: of ten seven in time, one late, two not yet there. */
async function signIn(tx: EntityManager, activityId: string, now: Date): Promise<void> {
  await tx.query(
    `update attendance t set state = s.state, method = 'QR', marked_by = s.name,
       marked_at = a.starts_at + make_interval(mins => case s.state when 'LATE' then 11 + s.n % 8 else s.n % 18 - 10 end)
     from (
       select t.id, m.name, n, case when n % 10 < 7 then 'PRESENT' when n % 10 < 8 then 'LATE' end as state
       from attendance t join member m on m.id = t.member_id and m.name <> '唐晓'
       cross join lateral (select t.sort * 7 as n) numbered
       where t.activity_id = $1 and t.state = 'ENTITLED') s, activity a
     where t.id = s.id and s.state is not null and a.id = t.activity_id`,
    [activityId],
  );
  await tx.query(
    `update roster r set frozen_at = least(a.starts_at - interval '10 minutes', $2) from activity a
     where a.id = r.activity_id and a.id = $1`,
    [activityId, now],
  );
}
