import type { EntityManager } from 'typeorm';
import type { OrganizationType, ParentRelation } from '../organization.enums';
import type { OrganizationHistory, PastState } from './organization-history';
import type { OrganizationOperationEntity } from './organization-operation.entity';

/** What would hold from an operation's day had it not been. */
export interface StateBefore {
  readonly name: string;
  readonly type: OrganizationType;
  readonly parentId: string | null;
  readonly relation: ParentRelation | null;
  /** the version of the day before, when it is that which holds */
  readonly past: PastState | null;
}

/**
 * The last other operation of its kind on the same day, else the day before, else how it was founded. SUPERSEDED when
 * the one of the same day was carried out later: then the operation holds on no day.
 */
export async function stateBefore(
  tx: EntityManager,
  history: OrganizationHistory,
  { id, organizationId, kind, effectiveOn }: OrganizationOperationEntity,
): Promise<StateBefore | 'SUPERSEDED'> {
  const past = await history.versionOn(tx, organizationId, dayBefore(effectiveOn));
  const [same] = await tx.query<{ after: Partial<StateBefore>; later: boolean }[]>(
    `select o.after, (o.applied_at, o.created_at) > (this.applied_at, this.created_at) as later
     from organization_operation o, organization_operation this
     where this.id = $1 and o.id <> this.id and o.organization_id = $2 and o.kind = $3 and o.state = 'APPLIED'
       and o.effective_on = $4
     order by o.applied_at desc, o.created_at desc limit 1`,
    [id, organizationId, kind, effectiveOn],
  );
  if (same?.later) return 'SUPERSEDED';
  const [founded] = await tx.query<{ after: StateBefore }[]>(
    `select after from organization_operation where organization_id = $1 and kind in ('FOUNDED', 'IMPORTED')
     order by created_at, id limit 1`,
    [organizationId],
  );
  const ground = past ?? founded?.after;
  if (!ground) throw new Error(`Organization ${organizationId} has no beginning in the ledger`);
  const { name, type, parentId, relation } = { ...ground, ...same?.after };
  return { name, type, parentId, relation, past: same ? null : past };
}

const dayBefore = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
};
