import { newId } from '@dangwu/platform/ids';
import { In, type EntityManager } from 'typeorm';
import { AffiliationEntity } from '../affiliation.entity';
import { postsNotCarried } from '../carried-posts';
import { asRefusal } from '../change-member';
import type { MemberEntity } from '../member.entity';
import { AffiliationKind, type Post } from '../member.enums';

/** A member and the formal affiliation that ends. */
export interface Move {
  readonly member: MemberEntity;
  readonly old: AffiliationEntity;
}

/** The one that follows. */
export interface Affiliated {
  readonly organizationId: string;
  readonly on: string;
  readonly basis: string;
}

/** Posts of members that nothing would carry, by member. */
type Loose = ReadonlyMap<string, readonly Post[]>;

/** Never leaves this file: takes back what was written. */
class LoosePosts extends Error {
  constructor(readonly posts: Loose) {
    super('posts that nothing would carry');
  }
}

/** Formal affiliations by member. */
export async function formalAffiliations(
  tx: EntityManager,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AffiliationEntity[]>> {
  const rows = await tx.findBy(AffiliationEntity, { memberId: In([...memberIds]), kind: AffiliationKind.FORMAL });
  const by = new Map<string, AffiliationEntity[]>();
  for (const row of rows) {
    const others = by.get(row.memberId);
    if (others) others.push(row);
    else by.set(row.memberId, [row]);
  }
  return by;
}

/**
 * Ends and begins affiliations of many members. Whether posts stay carried is seen once it is written, so those whose
 * posts do not are left out and the others written again.
 *
 * @returns the posts of those left out
 */
export async function moveAffiliations(tx: EntityManager, moves: readonly Move[], to: Affiliated): Promise<Loose> {
  try {
    await write(tx, moves, to);
    return new Map();
  } catch (error) {
    if (!(error instanceof LoosePosts)) throw asRefusal(error);
    const { posts } = error;
    await write(
      tx,
      moves.filter(({ member }) => !posts.has(member.id)),
      to,
    );
    return posts;
  }
}

/** In a savepoint. @throws LoosePosts */
function write(tx: EntityManager, moves: readonly Move[], { organizationId, on, basis }: Affiliated): Promise<void> {
  return tx.transaction(async (inner) => {
    await inner.update(AffiliationEntity, { id: In(moves.map(({ old }) => old.id)) }, { until: on });
    const begun = moves.map(({ member: { id: memberId, associationId } }) => {
      const kind = AffiliationKind.FORMAL;
      return { id: newId(), associationId, memberId, organizationId, kind, since: on, basis };
    });
    for (let at = 0; at < begun.length; at += 1000) await inner.insert(AffiliationEntity, begun.slice(at, at + 1000));
    const memberIds = moves.map(({ member }) => member.id);
    const posts = await postsNotCarried(inner, memberIds, on);
    if (posts.size > 0) throw new LoosePosts(posts);
  });
}
