import type { EntityManager } from 'typeorm';
import type { MemberEntity } from '../member.entity';
import type { Post } from '../member.enums';

/** A member as the system has it, as far as a roster says anything. Days as texts, numbers by their marks only. */
export type KnownMember = Pick<
  MemberEntity,
  | 'id'
  | 'version'
  | 'name'
  | 'gender'
  | 'birthDate'
  | 'ethnicity'
  | 'education'
  | 'jobTitle'
  | 'status'
  | 'joinedOn'
  | 'fullOn'
  | 'organizationId'
  | 'affiliationKind'
  | 'leftOn'
> & {
  /** in hex */
  readonly phoneMark: string | null;
  readonly path: string;
  readonly leadsPath: string;
  /** the day ahead for which a change of the formal affiliation is recorded */
  readonly plannedOn: string | null;
};

export interface HeldPost {
  readonly memberId: string;
  readonly organizationId: string;
  readonly post: Post;
  /** the holder's */
  readonly name: string;
}

/** Members with these ID numbers (marks in hex), by mark. */
export async function membersByMark(
  tx: EntityManager,
  marks: readonly string[],
  today: string,
): Promise<Map<string, KnownMember>> {
  const rows = await tx.query<(KnownMember & { mark: string })[]>(
    `select m.id, m.version, m.name, m.gender, m.birth_date::text as "birthDate", m.ethnicity, m.education,
       m.job_title as "jobTitle", m.status, m.joined_on::text as "joinedOn", m.full_on::text as "fullOn",
       m.organization_id as "organizationId", m.affiliation_kind as "affiliationKind", m.left_on::text as "leftOn",
       encode(m.phone_mark, 'hex') as "phoneMark", encode(m.id_mark, 'hex') as mark, o.path,
       o.leads_path as "leadsPath", (
         select min(coalesce(nullif(greatest(a.since, $2), $2), a.until))::text from affiliation a
         where a.member_id = m.id and a.kind = 'FORMAL' and a.deleted_at is null and (a.since > $2 or a.until > $2)
       ) as "plannedOn"
     from member m join party_organization o on o.id = m.organization_id
     where m.association_id = dangwu_association() and m.deleted_at is null
       and m.id_mark = any(select decode(mark, 'hex') from unnest($1::text[]) mark)`,
    [marks, today],
  );
  return new Map(rows.map((row) => [row.mark, row]));
}

/** Posts held today or later: those of secretaries, and all of some members. */
export function heldPosts(tx: EntityManager, memberIds: readonly string[], today: string): Promise<HeldPost[]> {
  return tx.query(
    `select a.member_id as "memberId", a.organization_id as "organizationId", a.post, m.name
     from appointment a join member m on m.id = a.member_id
     where a.association_id = dangwu_association() and a.deleted_at is null and (a.until is null or a.until > $2)
       and (a.post = 'SECRETARY' or a.member_id = any($1))`,
    [memberIds, today],
  );
}
