import type { Position, Reach } from '@dangwu/access';
import { ParentRelation } from '../organization.enums';

/** A grant that lets an account read organizations, and where it stands. */
export interface PlacedGrant {
  readonly accountId: string;
  readonly reaches: readonly Reach[];
  /** ASSOCIATION: everywhere; null: its organization is not there any more */
  readonly place: Position | 'ASSOCIATION' | null;
}

interface Edge {
  readonly parent: Position;
  readonly relation: 'LEADS' | 'GUIDES';
}

export interface MoveOfSight {
  readonly moved: Position;
  /** whether GUIDES edges lie inside the subtree: what is behind them is read by fewer */
  readonly guidedBelow: boolean;
  /** null: the root, which nothing stands above */
  readonly before: Edge | null;
  readonly after: Edge;
}

interface Sight {
  /** the organization itself and what it leads */
  readonly led: boolean;
  /** what stands behind GUIDES edges below it */
  readonly behind: boolean;
}

/** How many accounts would come to read organizations of the subtree, or would no longer read them. */
export function countAccounts(grants: readonly PlacedGrant[], move: MoveOfSight): { gaining: number; losing: number } {
  const byAccount = new Map<string, PlacedGrant[]>();
  for (const grant of grants) byAccount.set(grant.accountId, [...(byAccount.get(grant.accountId) ?? []), grant]);
  let gaining = 0;
  let losing = 0;
  for (const held of byAccount.values()) {
    const before = sightOf(held, move.before, move.moved);
    const after = sightOf(held, move.after, move.moved);
    const gains = (after.led && !before.led) || (move.guidedBelow && after.behind && !before.behind);
    const loses = (before.led && !after.led) || (move.guidedBelow && before.behind && !after.behind);
    if (gains) gaining++;
    if (loses) losing++;
  }
  return { gaining, losing };
}

/** What an account reads of a subtree that hangs on this edge. Grants inside the subtree move with it. */
function sightOf(held: readonly PlacedGrant[], edge: Edge | null, moved: Position): Sight {
  const sight = held.map(({ place, reaches }): Sight => {
    if (place === 'ASSOCIATION') return { led: true, behind: true };
    if (!place || place.path.startsWith(moved.path) || !edge) return { led: false, behind: false };
    const whole = edge.parent.path.startsWith(place.path) && reaches.some((reach) => reach !== 'LEADS');
    const led = edge.relation === ParentRelation.LEADS && edge.parent.leadsPath.startsWith(place.leadsPath);
    return { led: whole || (led && reaches.length > 0), behind: whole };
  });
  return { led: sight.some((each) => each.led), behind: sight.some((each) => each.behind) };
}
