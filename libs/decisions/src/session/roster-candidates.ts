import { everywhere, type Viewer } from '@dangwu/access';
import { postWords, type Post } from '@dangwu/membership';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { RosterCandidate } from './session-parts.type';

/** So many are answered at once. */
const most = 20;

interface Row {
  readonly accountId: string | null;
  readonly memberId: string | null;
  readonly name: string;
  readonly username: string | null;
  readonly note: string | null;
  readonly post: Post | null;
}

/** Whom a roster may name: members of the association who have not left, and accounts, each person once. */
@Injectable()
export class RosterCandidates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name, pinyin or user name; at most 20, those of exactly this name first. */
  async find(viewer: Viewer, search: string): Promise<RosterCandidate[]> {
    const asked = search.trim().toLowerCase();
    const words = `%${asked.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      everywhere(tx, () =>
        tx.query<Row[]>(people, [viewer.association.id, this.clock.now(), this.clock.today(), words, asked]),
      ),
    );
    return rows.map(({ accountId, memberId, post, ...row }) => ({
      ...row,
      id: memberId ? globalId('Member', memberId) : globalId('Account', accountId!),
      memberId: memberId && globalId('Member', memberId),
      post: post && postWords[post].zh,
    }));
  }
}

/** A person is a member with the account bound to it, else an account; the post is the highest one at the root. */
const people = `
  with open as (select a.* from account a where a.association_id = $1 and a.disabled_at is null and a.deleted_at is null),
  found as (
    select m.id as member_id, a.id as account_id, m.name, a.username, o.name as note, held.post
    from member m join party_organization o on o.id = m.organization_id
    left join lateral (select * from open where open.member_id = m.id order by open.id limit 1) a on true
    left join lateral (
      select p.post from appointment p join party_organization at on at.id = p.organization_id and at.parent_id is null
      where p.member_id = m.id and p.deleted_at is null and p.since <= $3 and (p.until is null or p.until > $3)
      order by p.rank limit 1) held on true
    where m.association_id = $1 and m.deleted_at is null and m.left_on is null and m.erased_at is null
      and (m.search_text like $4 or lower(coalesce(a.username, '')) like $4)
    union all
    select null, a.id, a.name, a.username, (
      select coalesce(o.name, '') from access_grant g left join party_organization o on o.id = g.organization_id
      where g.account_id = a.id and g.deleted_at is null and g.since <= $2 and (g.until is null or g.until > $2)
      order by g.since limit 1), null
    from open a where a.member_id is null and lower(a.name || ' ' || a.username) like $4
  )
  select account_id as "accountId", member_id as "memberId", name, username, nullif(note, '') as note, post from found
  order by (lower(name) <> $5), (account_id is null), name, coalesce(member_id, account_id) limit ${most}`;
