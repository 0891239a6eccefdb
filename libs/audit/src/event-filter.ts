import type { Access, Viewer } from '@dangwu/access';
import { localId, typeOfId } from '@dangwu/platform/ids';
import type { AuditEventFilter } from './audit.inputs';

/**
 * The filter as the read model takes it: global ids become UUIDs, an organization the bounds of its subtree.
 * @throws MALFORMED_ID, UNKNOWN_ID
 */
export async function filterOf(
  access: Access,
  viewer: Viewer,
  filter: AuditEventFilter | null | undefined,
): Promise<AuditEventFilter | null> {
  if (!filter) return null;
  const { actorId, subjectId, within } = filter;
  return {
    ...filter,
    ...(actorId && { actorId: localId('Account', actorId) }),
    ...(subjectId && { subjectId: localId(typeOfId(subjectId), subjectId) }),
    ...(within && { within: await boundsOf(access, viewer, within) }),
  };
}

/** PostgreSQL's text of an array. Paths hold digits and slashes alone. */
async function boundsOf(access: Access, viewer: Viewer, organizationId: string): Promise<string> {
  const { ranges } = await access.below(viewer, organizationId);
  const [range] = ranges;
  return range ? `{${range.lo},${range.hi}}` : '{,}';
}
