import { Rosters } from '@dangwu/activities';
import type { Actor } from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';

/** How far back attendance is known by name; of what lies before there are counts alone. */
const since = -60;

/**
 * Who attended what the secretariat's branches held lately, by name: most people, nearly always. What is recorded of an
 * activity in numbers follows from it. In statements over all of them, as thousands of rows one by one would take minutes.
 */
export async function addAttendance(
  tx: EntityManager,
  app: INestApplicationContext,
  { associationId, name }: Actor,
  days: Days,
): Promise<void> {
  const held = await tx.query<{ id: string }[]>(
    `select a.id from activity a join party_organization o on o.id = a.organization_id
     where a.association_id = $1 and a.state = 'RECORDED' and a.held_on between $2 and $3
       and o.tier = 'SECRETARIAT' and o.type in ('GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH')
       and exists (select from affiliation f where f.organization_id = o.id and f.since <= a.held_on)
     order by a.held_on, a.id`,
    [associationId, days.at(since), days.today],
  );
  const ids = held.map(({ id }) => id);
  await app.get(Rosters).freeze(tx, associationId, ids);
  await mark(tx, ids, name);
  await count(tx, ids);
  await askForLeave(tx, associationId, days);
}

/** By a number that stands fast for each person and activity. */
async function mark(tx: EntityManager, ids: readonly string[], by: string | null): Promise<void> {
  await tx.query(
    `update attendance t set state = s.state, method = case when s.state = 'ON_LEAVE' then 'LEAVE' when s.n % 3 = 0 then 'QR'
         else 'TICK' end,
       reason = case when s.state = 'ON_LEAVE' then (array['外地出差', '休年假', '参加培训', '就医'])[1 + s.n % 4] end,
       marked_at = a.starts_at + make_interval(mins => s.n % 9), marked_by = $2
     from (
       select id, n, case when n % 100 < 86 then 'PRESENT' when n % 100 < 89 then 'REMOTE' when n % 100 < 91 then 'LATE'
         when n % 100 < 98 then 'ON_LEAVE' else 'ABSENT' end as state
       from (select id, abs(hashtext(member_id::text || activity_id::text) / 2) as n from attendance
         where activity_id = any($1)) numbered) s, activity a
     where t.id = s.id and a.id = t.activity_id`,
    [ids, by ?? '系统'],
  );
  await tx.query(
    `update roster r set frozen_at = a.starts_at from activity a where a.id = r.activity_id and a.id = any($1)`,
    [ids],
  );
}

async function count(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `update activity a set entitled_count = c.entitled, present_count = c.present, remote_count = c.remote,
       leave_count = c.leave, quorum_met = case when a.quorum_rule_id is not null then c.present * 2 >= c.entitled end
     from (
       select activity_id, count(*) as entitled,
         count(*) filter (where state in ('PRESENT', 'LATE', 'REMOTE')) as present,
         count(*) filter (where state = 'REMOTE') as remote, count(*) filter (where state = 'ON_LEAVE') as leave
       from attendance where activity_id = any($1) and not guest group by activity_id) c
     where a.id = c.activity_id`,
    [ids],
  );
}

/** From what lies ahead somebody wants to be excused. */
async function askForLeave(tx: EntityManager, associationId: string, days: Days): Promise<void> {
  await tx.query(
    `insert into leave_request (id, association_id, activity_id, organization_id, member_id, reason, state, asked_at)
     select uuidv7(), a.association_id, a.id, a.organization_id, m.id, '外地出差', 'ASKED', $3
     from (select distinct on (a.organization_id) a.* from activity a
       join activity_type t on t.id = a.activity_type_id and t.entitled = 'ALL_MEMBERS'
       join party_organization o on o.id = a.organization_id and o.tier = 'SECRETARIAT' and o.type = 'BRANCH'
       where a.association_id = $1 and a.state = 'SCHEDULED' and a.held_on > $2
       order by a.organization_id, a.starts_at) a
     cross join lateral (select m.id from member m where m.organization_id = a.organization_id and m.left_on is null
       and m.status = 'FULL' and not exists (select from account c where c.member_id = m.id) order by m.pinyin, m.id limit 1) m`,
    [associationId, days.today, new Date(`${days.today}T01:00:00Z`)],
  );
}

/** The member among the accounts is one of the register. */
export async function bindMember(tx: EntityManager, associationId: string): Promise<void> {
  await tx.query(
    `update account c set member_id = m.id from member m
     where c.association_id = $1 and c.username = 'tangxiao' and m.association_id = $1 and m.name = c.name
       and m.deleted_at is null`,
    [associationId],
  );
}
