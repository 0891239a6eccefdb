import type { DomainError } from '@dangwu/platform/errors';
import type { AffiliationEntity } from './affiliation.entity';
import { holdsOn } from './dated';
import { AffiliationKind, postWords, type Post } from './member.enums';
import { memberErrors } from './member.errors';

/**
 * Which affiliation a transfer ends: the formal one that holds on the day, none for a functional one.
 *
 * @param all the member's affiliations of the kind
 * @throws SAME_ORGANIZATION, AFFILIATION_OVERLAPS, ENDS_BEFORE_BEGIN
 */
export function endedByTransfer(
  all: readonly AffiliationEntity[],
  to: { readonly id: string; readonly name: string },
  kind: AffiliationKind,
  on: string,
): AffiliationEntity | undefined {
  if (all.some((one) => one.organizationId === to.id && holdsOn(one, on)))
    throw memberErrors.SAME_ORGANIZATION({ name: to.name });
  if (kind !== AffiliationKind.FORMAL) return undefined;
  const old = all.find((one) => holdsOn(one, on));
  const first = all.map(({ since }) => since).sort()[0];
  if (!old && first && on < first) throw memberErrors.ENDS_BEFORE_BEGIN({ on, since: first });
  // another transfer was recorded for a later day already
  if (old?.until) throw memberErrors.AFFILIATION_OVERLAPS();
  return old;
}

/** The refusal of what would leave these posts without an affiliation. */
export function holdsPosts(posts: readonly Post[]): DomainError {
  const words = posts.map((post) => postWords[post]);
  return memberErrors.HOLDS_POSTS({ postsZh: words.map(({ zh }) => zh), postsEn: words.map(({ en }) => en) });
}
