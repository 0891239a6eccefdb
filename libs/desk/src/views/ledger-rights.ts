import { missing, type Permission, type Viewer } from '@dangwu/access';
import type { Area } from '@dangwu/read-model';
import type { Ledger } from './view.enums';

/** What makes the rows of a ledger visible: a view names some of them, so it is seen by nobody else. */
const readBy: Readonly<Record<Ledger, Permission>> = {
  ORGANIZATIONS: 'organization.read',
  UNITS: 'unit.read',
  MEMBERS: 'member.read',
  TEAMS: 'member.read',
  STAFF: 'staff.read',
  ACTIVITIES: 'activity.read',
  MATTERS: 'matter.read',
  DISPATCHES: 'dispatch.read',
  IMPORTS: 'import.read',
  RULES: 'rule.read',
  AUDIT: 'audit.read',
};

/** Where the viewer reads the ledger. */
export const readingArea = (viewer: Viewer, ledger: Ledger): Area => viewer.area(readBy[ledger]);

/** @throws PERMISSION_MISSING unless the viewer reads the ledger anywhere */
export function requireReading(viewer: Viewer, ledger: Ledger): void {
  if (!viewer.holds(readBy[ledger])) throw missing(readBy[ledger]);
}
