import { MemberRegister, type RegisteredMembersFrom } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** So many people in posts are a committee, whether or not their election is recorded. */
const committee = 3;

/** Counts registered members for the rules about organizations: of a general branch those of its branches, too. */
@Injectable()
export class RegisteredMemberCounts implements OnModuleInit {
  constructor(private readonly register: MemberRegister) {}

  onModuleInit(): void {
    this.register.use(countMembers);
  }
}

/** One statement over many organizations: whose members count where and when, the days on which counts turn, the counts. */
async function countMembers(
  tx: EntityManager,
  ids: readonly string[],
  from: string,
  today: string,
): Promise<Map<string, RegisteredMembersFrom[]>> {
  const rows = await tx.query<(RegisteredMembersFrom & { id: string })[]>(
    `with place as (
       select o.id, o.id as at, min(o.valid_from) as since, null::date as until
       from organization_version o where o.id = any($1) and o.deleted_at is null group by o.id
       union all
       select o.id, below.id, greatest(o.valid_from, below.valid_from), least(o.valid_to, below.valid_to)
       from organization_version o
       join organization_version below on below.leads_path > o.leads_path
         and below.leads_path < rtrim(o.leads_path, '/') || '0' and below.deleted_at is null
         and daterange(below.valid_from, below.valid_to) && daterange(o.valid_from, o.valid_to)
       where o.id = any($1) and o.deleted_at is null and o.type = 'GENERAL_BRANCH'),
     counted as (
       select p.id, v.status, greatest(v.valid_from, p.since) as since, least(v.valid_to, p.until) as until
       from place p join member_version v on v.organization_id = p.at and v.affiliation_kind = 'FORMAL'
         and v.deleted_at is null and daterange(v.valid_from, v.valid_to) && daterange(p.since, p.until)
       where v.valid_from <= $3),
     first as (select id, min(since) as day from counted group by id),
     team as (
       select organization_id as id, since, until from leadership_team
       where organization_id = any($1) and deleted_at is null),
     post as (
       select organization_id as id, member_id, since, until from appointment
       where organization_id = any($1) and deleted_at is null and post <> 'GROUP_LEADER'),
     turn as (
       select id, since as day from counted union select id, until from counted
       union select id, since from team union select id, until from team
       union select id, since from post union select id, until from post),
     days as (
       select id, greatest(day, $2::date) as day from first
       union select t.id, t.day from turn t join first f on f.id = t.id where t.day > greatest(f.day, $2::date))
     select d.id, d.day::text as "from", n.members, n.full, n.since::text,
       exists (select from team t where t.id = d.id and t.since <= d.day and (t.until is null or t.until > d.day))
         or (select count(distinct member_id) >= ${committee} from post p
           where p.id = d.id and p.since <= d.day and (p.until is null or p.until > d.day)) as committee
     from days d cross join lateral (
       select (count(*) filter (where ${standing} and status in ('FULL', 'PROBATIONARY')))::int as members,
         (count(*) filter (where ${standing} and status = 'FULL'))::int as full,
         max(case when until <= d.day then until else since end) as since
       from counted c where c.id = d.id and c.since <= d.day) n
     where d.day <= $3
     order by d.id, d.day`,
    [ids, from, today],
  );
  const counts = new Map<string, RegisteredMembersFrom[]>();
  for (const { id, ...count } of rows) counts.set(id, [...(counts.get(id) ?? []), count]);
  return counts;
}

const standing = `(c.until is null or c.until > d.day)`;
