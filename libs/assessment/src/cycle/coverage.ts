import { tierWords, typeWords, type OrganizationType, type ParentRelation, type Tier } from '@dangwu/organization';
import { globalId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import { everybody, noTier } from './cycle-words';
import { GroupBy, NotCoveredReason } from './cycle.enums';

/** Whom a cycle is to cover. */
export interface Scope {
  /** UUID of who assesses */
  readonly organizationId: string;
  readonly tiers?: readonly string[] | null;
  readonly organizationTypes?: readonly string[] | null;
  readonly relations: readonly string[];
  readonly groupBy: GroupBy;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  readonly status: 'ACTIVE' | 'PREPARING' | 'DISSOLVED';
  readonly leadsPath: string;
  readonly parentId: string;
  readonly duties: string[];
}

/** An organization that is covered, with the facts the cycle keeps of it. */
export interface Covered {
  /** UUID */
  readonly id: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  readonly relation: ParentRelation;
  /** keys of the duties that its type has */
  readonly duties: readonly string[];
  /** UUID of the organization above it */
  readonly verifierId: string;
  readonly verifierName: string;
  readonly groupKey: string;
  readonly groupName: string;
}

/** An organization below that is not, and why. */
export interface Uncovered {
  readonly id: string;
  readonly name: string;
  readonly reason: NotCoveredReason;
}

export interface Coverage {
  /** in the order of the tree */
  readonly covered: readonly Covered[];
  readonly uncovered: readonly Uncovered[];
}

/** Whom a cycle of that scope covers today, as far as the transaction reaches. One that was dissolved is not told of. */
export async function coverageOf(tx: EntityManager, scope: Scope): Promise<Coverage> {
  const rows = await tx.query<Row[]>(
    `select o.id, o.name, o.type, o.tier, o.status, o.leads_path as "leadsPath", o.parent_id as "parentId",
       coalesce((select array_agg(d.duty ->> 'key' order by d.n) from duty_profile p
         cross join lateral jsonb_array_elements(p.duties) with ordinality as d (duty, n)
         where p.association_id = o.association_id and p.type = o.type and p.deleted_at is null), '{}') as duties
     from party_organization head join party_organization o on starts_with(o.path, head.path)
     where head.id = $1 and o.deleted_at is null and o.status <> 'DISSOLVED' order by o.path collate "C"`,
    [scope.organizationId],
  );
  const [head, ...below] = rows;
  if (!head) return { covered: [], uncovered: [] };
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const tiers = new Map<string, Tier | null>([[head.id, head.tier]]);
  const covered: Covered[] = [];
  const uncovered: Uncovered[] = [];
  for (const row of below) {
    const tier = row.tier ?? tiers.get(row.parentId) ?? null;
    tiers.set(row.id, tier);
    const relation = (row.leadsPath.startsWith(head.leadsPath) ? 'LEADS' : 'GUIDES') as ParentRelation;
    const reason = whyNot(scope, row, tier, relation);
    const { id, name, type, parentId, duties } = row;
    if (reason) {
      uncovered.push({ id, name, reason });
      continue;
    }
    const verifier = { verifierId: parentId, verifierName: names.get(parentId)! };
    const group = groupOf(scope.groupBy, { tier, type, ...verifier });
    covered.push({ id, name, type, tier, relation, duties, ...verifier, groupKey: group.key, groupName: group.name });
  }
  return { covered, uncovered };
}

function whyNot(scope: Scope, row: Row, tier: Tier | null, relation: ParentRelation): NotCoveredReason | null {
  if (row.status !== 'ACTIVE') return NotCoveredReason.NOT_ACTIVE;
  if (!scope.relations.includes(relation))
    return relation === 'GUIDES' ? NotCoveredReason.GUIDED : NotCoveredReason.LED;
  if (scope.tiers && !(tier && scope.tiers.includes(tier))) return NotCoveredReason.TIER;
  if (scope.organizationTypes && !scope.organizationTypes.includes(row.type)) return NotCoveredReason.TYPE;
  return null;
}

type Grouped = Pick<Covered, 'tier' | 'type' | 'verifierId' | 'verifierName'>;

function groupOf(by: GroupBy, { tier, type, verifierId, verifierName }: Grouped): { key: string; name: string } {
  switch (by) {
    case GroupBy.TIER:
      return tier ? { key: tier, name: tierWords[tier].zh } : { key: noTier.key, name: noTier.zh };
    case GroupBy.TYPE:
      return { key: type, name: typeWords[type].zh };
    case GroupBy.PARENT:
      return { key: globalId('PartyOrganization', verifierId), name: verifierName };
    case GroupBy.NONE:
      return { key: everybody.key, name: everybody.zh };
  }
}
