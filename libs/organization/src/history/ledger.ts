import type { EntityManager } from 'typeorm';
import type { OperationKind } from '../organization.enums';

/** The day on which a later change of the same kind took over. */
export async function nextOfItsKind(
  tx: EntityManager,
  id: string,
  kind: OperationKind,
  from: string,
): Promise<string | null> {
  const [next] = await tx.query<{ day: string | null }[]>(
    `select min(effective_on)::text as day from organization_operation
     where organization_id = $1 and kind = $2 and state = 'APPLIED' and effective_on > $3`,
    [id, kind, from],
  );
  return next?.day ?? null;
}

/** The places an operation names. */
export function othersIn(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  const ids = [after['parentId'], before['parentId']].filter((id): id is string => typeof id === 'string');
  return [...new Set(ids)];
}
