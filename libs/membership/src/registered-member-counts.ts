import { MemberRegister, type RegisteredMembers } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** So many people in posts are a committee, whether or not their election is recorded. */
const committee = 3;

/** Counts registered members for the rules about organizations: of a general branch those of its branches, too. */
@Injectable()
export class RegisteredMemberCounts implements OnModuleInit {
  constructor(private readonly register: MemberRegister) {}

  onModuleInit(): void {
    this.register.use((tx, associationId, ids, on) => this.count(tx, associationId, ids, on));
  }

  private async count(
    tx: EntityManager,
    associationId: string,
    ids: readonly string[] | 'ALL',
    on: string,
  ): Promise<Map<string, RegisteredMembers>> {
    const rows = await tx.query<(RegisteredMembers & { id: string })[]>(
      `select o.id,
         (count(*) filter (where ${onDay('v')} and v.status in ('FULL', 'PROBATIONARY')))::int as members,
         (count(*) filter (where ${onDay('v')} and v.status = 'FULL'))::int as full,
         max(case when v.valid_to <= $3 then v.valid_to else v.valid_from end)::text as since,
         exists (select from leadership_team t where t.organization_id = o.id and t.deleted_at is null
             and t.since <= $3 and (t.until is null or t.until > $3))
           or (select count(distinct a.member_id) >= ${committee} from appointment a
             where a.organization_id = o.id and a.deleted_at is null and a.post <> 'GROUP_LEADER'
               and a.since <= $3 and (a.until is null or a.until > $3)) as committee
       from party_organization o
       join party_organization below on below.id = o.id or (o.type = 'GENERAL_BRANCH'
         and below.leads_path > o.leads_path and below.leads_path < rtrim(o.leads_path, '/') || '0')
       join member_version v on v.organization_id = below.id and v.affiliation_kind = 'FORMAL'
         and v.deleted_at is null and v.valid_from <= $3
       where o.association_id = $1 and ($2::uuid[] is null or o.id = any($2)) and o.status = 'ACTIVE'
       group by o.id`,
      [associationId, ids === 'ALL' ? null : ids, on],
    );
    return new Map(rows.map(({ id, ...counts }) => [id, counts]));
  }
}

const onDay = (version: string): string => `(${version}.valid_to is null or ${version}.valid_to > $3)`;
