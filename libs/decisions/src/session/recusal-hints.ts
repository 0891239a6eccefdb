import { everywhere } from '@dangwu/access';
import type { Messages } from '@dangwu/platform/errors';
import type { EntityManager } from 'typeorm';
import type { MatterEntity } from '../matter/matter.entity';
import { MatterCategory } from '../review-rule/review-rule.enums';
import type { SessionMemberEntity } from './session.entity';

/** A tie between somebody who sits and a matter; people decide what it means. */
export interface RecusalHint {
  /** UUID of the seat */
  readonly seatId: string;
  readonly reason: Messages;
}

export type HintedSeat = Pick<SessionMemberEntity, 'id' | 'name' | 'accountId' | 'memberId'>;
export type HintedMatter = Pick<
  MatterEntity,
  'category' | 'title' | 'background' | 'options' | 'proposerAccountId' | 'proposerName'
>;

/** What hints rest on, apart from the matter itself. */
export interface HintFacts {
  readonly organizationName: string;
  /** who holds a post in the organization that proposes it, by UUIDs of members */
  readonly leaders: ReadonlySet<string>;
  /** whether the body that sits is that of the proposing organization: then all of it would be tied */
  readonly ownBody: boolean;
}

/** The proposer, the leadership of the proposing organization, and who is named in a personnel matter. */
export function recusalHints(seats: readonly HintedSeat[], matter: HintedMatter, facts: HintFacts): RecusalHint[] {
  return seats.flatMap((seat) => {
    const reason = named(seat, matter) ?? proposes(seat, matter) ?? leads(seat, facts);
    return reason ? [{ seatId: seat.id, reason }] : [];
  });
}

function named({ name }: HintedSeat, { category, title, background, options }: HintedMatter): Messages | null {
  if (category !== MatterCategory.PERSONNEL || name.length < 2) return null;
  if (![title, background, options].some((text) => text.includes(name))) return null;
  return { zh: `事项里提到“${name}”`, en: `The matter names "${name}"` };
}

function proposes({ accountId }: HintedSeat, { proposerAccountId, proposerName }: HintedMatter): Messages | null {
  if (accountId !== proposerAccountId) return null;
  return { zh: `事项由${proposerName}起草提交`, en: `${proposerName} drafted the matter` };
}

function leads({ memberId }: HintedSeat, { organizationName, leaders, ownBody }: HintFacts): Messages | null {
  if (ownBody || !memberId || !leaders.has(memberId)) return null;
  return {
    zh: `在提出事项的“${organizationName}”任职`,
    en: `Holds a post in "${organizationName}", which proposes it`,
  };
}

/** What hints rest on, as it is on the day of the session. */
export async function hintFacts(
  tx: EntityManager,
  matter: Pick<MatterEntity, 'associationId' | 'organizationId'>,
  session: { readonly organizationId: string },
  on: string,
): Promise<HintFacts> {
  const rows = await everywhere(tx, () =>
    tx.query<{ name: string; memberId: string | null }[]>(
      `select o.name, a.member_id as "memberId" from party_organization o
       left join appointment a on a.organization_id = o.id and a.deleted_at is null
         and a.since <= $3 and (a.until is null or a.until > $3)
       where o.association_id = $1 and o.id = $2`,
      [matter.associationId, matter.organizationId, on],
    ),
  );
  return {
    organizationName: rows[0]?.name ?? '',
    leaders: new Set(rows.flatMap(({ memberId }) => memberId ?? [])),
    ownBody: matter.organizationId === session.organizationId,
  };
}
