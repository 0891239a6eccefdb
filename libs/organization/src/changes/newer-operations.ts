import { In, type EntityManager } from 'typeorm';
import { OrganizationOperationEntity } from '../history/organization-operation.entity';
import { summaryOf } from '../history/organization-operation.summary';
import { OperationKind } from '../organization.enums';
import { organizationErrors } from '../organization.errors';

/** What a merge or split is built upon by: the same organizations moved, dissolved, merged or split again. */
const building: readonly OperationKind[] = [
  OperationKind.MOVED,
  OperationKind.DISSOLVED,
  OperationKind.MERGED,
  OperationKind.SPLIT,
];

/**
 * Refuses to undo what newer operations rest on, naming the newest. A change of a single organization is only told anew
 * for its own days; a founding is the ground of all that came after, a merge or split of what was done to its parts.
 */
export async function refuseNewer(
  tx: EntityManager,
  operation: OrganizationOperationEntity,
  all: readonly OrganizationOperationEntity[],
): Promise<void> {
  const founded = all.filter(({ kind }) => kind === OperationKind.FOUNDED).map((each) => each.organizationId);
  const grouped = operation.groupId ? all.map((each) => each.organizationId) : [];
  if (founded.length + grouped.length === 0) return;
  const own = all.map(({ id }) => id);
  const candidates = await tx.find(OrganizationOperationEntity, {
    where: { organizationId: In([...founded, ...grouped]), state: In(['APPLIED', 'PENDING']) },
    order: { createdAt: 'DESC', id: 'DESC' },
  });
  const newer = candidates.find(
    ({ id, kind, organizationId, createdAt }) =>
      !own.includes(id) &&
      kind !== OperationKind.UNDONE &&
      (founded.includes(organizationId) || (building.includes(kind) && createdAt > operation.createdAt)),
  );
  if (!newer) return;
  const [row] = await tx.query<{ name: string }[]>(`select name from party_organization where id = $1`, [
    newer.organizationId,
  ]);
  const { zh, en } = summaryOf(newer);
  throw organizationErrors.UNDO_NEWER_DEPENDS({
    name: row?.name ?? '',
    day: newer.effectiveOn,
    newerZh: zh,
    newerEn: en,
  });
}
