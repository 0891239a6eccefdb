import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a version takes over from the present row; search_text makes itself. */
const facts = `id, association_id, external_id, version, deleted_at, created_at, updated_at, name, pinyin,
  pinyin_initials, gender, birth_date, ethnicity, education, job_title, joined_on, full_on, id_mark, id_masked,
  phone_mark, phone_masked`;

/** Organizations whose members or posts changed, and the first day on which they are others. */
export interface Concern {
  readonly organizationIds: readonly string[];
  /** null when nothing changed */
  readonly since: string | null;
}

/** What two changes together concern. */
export const both = (one: Concern, other: Concern): Concern => ({
  organizationIds: [...new Set([...one.organizationIds, ...other.organizationIds])],
  since: [one.since, other.since].filter((day) => day !== null).sort()[0] ?? null,
});

/**
 * Who a member was on each day, and where the member lies today. Both are derived from the dated affiliations and the
 * days of admission and full membership, in statements over many members at once: nothing else writes them.
 */
@Injectable()
export class MemberHistory {
  /**
   * Derives the versions anew, after anything about these members changed, and their places of today.
   *
   * A day belongs to the formal affiliation that held on it, else to the oldest functional one. Before the admission of
   * an admitted member nothing is told: how far somebody had come by then is not recorded.
   *
   * @returns the organizations of which the members became others, and since when
   */
  async derive(tx: EntityManager, ids: readonly string[], today: string): Promise<Concern> {
    const before = await stays(tx, ids);
    await tx.query(`delete from member_version where id = any($1)`, [ids]);
    await tx.query(
      `with days as (
         select m.id, d.day from member m cross join lateral (
           select since as day from affiliation a where a.member_id = m.id and a.deleted_at is null
           union select until from affiliation a where a.member_id = m.id and a.deleted_at is null
           union select m.joined_on union select m.full_on) d
         where m.id = any($1) and d.day is not null),
       periods as (select id, day as since, lead(day) over (partition by id order by day) as until from days)
       insert into member_version (${facts}, organization_id, affiliation_kind, status, valid_from, valid_to)
       select ${facts
         .split(',')
         .map((column) => `m.${column.trim()}`)
         .join(', ')}, a.organization_id, a.kind,
         case when m.status = 'FULL' and m.full_on > p.since then 'PROBATIONARY' else m.status end, p.since, p.until
       from periods p join member m on m.id = p.id cross join lateral (
         select organization_id, kind from affiliation a
         where a.member_id = p.id and a.deleted_at is null and a.since <= p.since and (a.until is null or a.until > p.since)
         order by a.kind = 'FORMAL' desc, a.since, a.id limit 1) a
       where m.joined_on is null or m.joined_on <= p.since or m.status not in ('PROBATIONARY', 'FULL')`,
      [ids],
    );
    await this.settle(tx, ids, today);
    return differing(before, await stays(tx, ids));
  }

  /**
   * Brings the places of members to what holds today: after a change, and every midnight for what was dated ahead.
   * `version` stays: a place that follows from the calendar must not refuse the change a person is about to submit.
   */
  async settle(tx: EntityManager, ids: readonly string[] | 'ALL', today: string): Promise<void> {
    await tx.query(
      `update member m set organization_id = v.organization_id, affiliation_kind = v.affiliation_kind, left_on = v.left_on
       from (
         select distinct on (id) id, organization_id, affiliation_kind,
           case when valid_to <= $2 then valid_to end as left_on
         from member_version where valid_from <= $2 and ($1::uuid[] is null or id = any($1))
         order by id, valid_from desc) v
       where m.id = v.id and (m.organization_id, m.affiliation_kind, m.left_on)
         is distinct from (v.organization_id, v.affiliation_kind, v.left_on)`,
      [ids === 'ALL' ? null : ids, today],
    );
  }
}

interface Stay {
  readonly organizationId: string;
  readonly since: string;
  /** everything that counting looks at, as one text */
  readonly mark: string;
}

const stays = (tx: EntityManager, ids: readonly string[]): Promise<Stay[]> =>
  tx.query<Stay[]>(
    `select organization_id as "organizationId", valid_from::text as since,
       concat_ws(' ', id, organization_id, affiliation_kind, status, valid_from, valid_to) as mark
     from member_version where id = any($1) and deleted_at is null`,
    [ids],
  );

function differing(before: readonly Stay[], after: readonly Stay[]): Concern {
  const without = (stays: readonly Stay[], others: readonly Stay[]): Stay[] => {
    const marks = new Set(others.map(({ mark }) => mark));
    return stays.filter(({ mark }) => !marks.has(mark));
  };
  const different = [...without(before, after), ...without(after, before)];
  return {
    organizationIds: [...new Set(different.map(({ organizationId }) => organizationId))],
    since: different.map(({ since }) => since).sort()[0] ?? null,
  };
}
