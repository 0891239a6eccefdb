import type { ImportKind } from '../../generated/graphql';
import { useSession } from '../../lib/session';

/** The rosters that can be read, and what importing each needs. */
const NEEDED = {
  ORGANIZATIONS: 'organization.import',
  UNITS: 'organization.import',
  MEMBERS: 'member.import',
  ACTIVITIES: 'activity.import',
} as const satisfies Record<ImportKind, string>;

export const KINDS: readonly ImportKind[] = ['ORGANIZATIONS', 'UNITS', 'MEMBERS', 'ACTIVITIES'];

/** Those one may import oneself. */
export function useOwnKinds(): readonly ImportKind[] {
  const { permissions } = useSession();
  return KINDS.filter((kind) => permissions.includes(NEEDED[kind]));
}
