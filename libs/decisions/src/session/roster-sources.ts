import { everywhere } from '@dangwu/access';
import { Post, postWords } from '@dangwu/membership';
import type { EntityManager } from 'typeorm';
import { ReviewingBody } from '../review-rule/review-rule.enums';
import type { RosterPerson } from './roster-lines';
import { seatPostWords } from './session-words';
import { SessionMemberEntity, type ReviewSessionEntity } from './session.entity';
import { SessionBody } from './session.enums';

type Body = Pick<ReviewSessionEntity, 'associationId' | 'organizationId'>;

/** The party body on a day: its seats, else who sat last in the leading group, else the posts of its organization. */
export async function partyRoster(
  tx: EntityManager,
  session: ReviewSessionEntity,
  on: string,
): Promise<RosterPerson[]> {
  const seats = await seated(tx, session, on);
  if (seats.length) return seats;
  const group = session.reviewingBody === ReviewingBody.LEADING_GROUP;
  const last = group ? await sat(tx, session, SessionBody.PARTY) : [];
  return last.length ? last : inOffice(tx, session, on);
}

/**
 * Who has a seat in the body by the register (名单). A seat has a name and no account: it gets the account of that name
 * when there is exactly one, which whoever keeps the roster sees and changes.
 */
async function seated(tx: EntityManager, session: ReviewSessionEntity, on: string): Promise<RosterPerson[]> {
  const { associationId, organizationId, reviewingBody } = session;
  const rows = await everywhere(tx, () =>
    tx.query<{ name: string; post: keyof typeof seatPostWords; accountId: string | null; memberId: string | null }[]>(
      `select s.person_name as name, s.post, c.id as "accountId", c.member_id as "memberId"
       from seat s join party_organization o on o.id = s.organization_id
       left join account c on c.association_id = s.association_id and c.name = s.person_name
         and c.disabled_at is null and c.deleted_at is null and not exists (
           select from account other where other.association_id = c.association_id and other.name = c.name
             and other.id <> c.id and other.disabled_at is null and other.deleted_at is null)
       where s.association_id = $1 and s.deleted_at is null and s.since <= $3 and (s.until is null or s.until > $3)
         and case when $4 = 'LEADING_GROUP' then o.type = 'LEADING_GROUP' else o.id = $2 end and s.post <> 'EXPERT'
       order by s.rank, s.since, s.person_name collate "C", s.id`,
      [associationId, organizationId, on, reviewingBody],
    ),
  );
  const chair = rows.findIndex(({ post }) => post === 'SECRETARY' || post === 'LEADER');
  return rows.map(({ name, post, accountId, memberId }, i) => ({
    name,
    post: seatPostWords[post].zh,
    chair: i === chair,
    memberId,
    accountId,
  }));
}

/** Those who hold posts in the organization on the day, each by the highest. */
async function inOffice(
  tx: EntityManager,
  { associationId, organizationId }: Body,
  on: string,
): Promise<RosterPerson[]> {
  const found = await everywhere(tx, () =>
    tx.query<{ memberId: string; name: string; post: Post; accountId: string | null }[]>(
      `select * from (
         select distinct on (m.id) m.id as "memberId", m.name, m.pinyin, a.post, a.rank, c.id as "accountId"
         from appointment a join member m on m.id = a.member_id and m.deleted_at is null and m.erased_at is null
         left join account c on c.member_id = m.id and c.association_id = a.association_id
           and c.disabled_at is null and c.deleted_at is null
         where a.association_id = $1 and a.organization_id = $2 and a.deleted_at is null and a.post <> 'GROUP_LEADER'
           and a.since <= $3 and (a.until is null or a.until > $3)
         order by m.id, a.rank, c.id) office
       order by rank, pinyin, "memberId"`,
      [associationId, organizationId, on],
    ),
  );
  const chair = found.findIndex(({ post }) => post === Post.SECRETARY);
  return found.map(({ memberId, name, post, accountId }, i) => ({
    name,
    post: postWords[post].zh,
    chair: i === chair,
    memberId,
    accountId,
  }));
}

/** Who sat in that body last. */
export async function sat(tx: EntityManager, session: ReviewSessionEntity, body: SessionBody): Promise<RosterPerson[]> {
  const [last] = await tx.query<{ id: string }[]>(
    `select s.id from review_session s where s.association_id = $1 and s.id <> $2 and s.state <> 'CANCELLED'
       and s.deleted_at is null and ($3 = 'COUNCIL' and s.joint or $3 = 'PARTY' and s.reviewing_body = $4)
       and exists (select from session_member m where m.session_id = s.id and m.body = $3 and m.deleted_at is null)
     order by s.starts_at desc, s.id desc limit 1`,
    [session.associationId, session.id, body, session.reviewingBody],
  );
  if (!last) return [];
  const rows = await tx.find(SessionMemberEntity, { where: { sessionId: last.id, body }, order: { seat: 'ASC' } });
  return rows.map(({ name, post, chair, memberId, accountId }) => ({ name, post, chair, memberId, accountId }));
}
