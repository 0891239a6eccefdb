import type { Reach } from './permission-definition';
import type { Permission } from './permissions';
import { included, permission } from './vocabulary';

/**
 * Where a role is granted.
 * - ASSOCIATION: for the whole association (no organization): the three administrators
 * - ORGANIZATION: at an organization of the tree
 * - EITHER: both; the association's own staff must be able to found the first organization of an empty tree
 */
export type GrantedAt = 'ASSOCIATION' | 'ORGANIZATION' | 'EITHER';

interface Definition {
  readonly zh: string;
  readonly en: string;
  readonly at: GrantedAt;
  readonly permissions: readonly Permission[];
  /** of these an account holds at most one (三员分立) */
  readonly administrative?: true;
}

const define = <const D extends Record<string, Definition>>(definitions: D): { readonly [K in keyof D]: Definition } =>
  definitions;

/** What a role may do. Rows of the database name roles by key; what a role means is here, in version control. */
export const roles = define({
  SYSTEM_ADMIN: {
    zh: '系统管理员',
    en: 'System administrator',
    at: 'ASSOCIATION',
    administrative: true,
    permissions: ['account.manage', 'setting.manage', 'inbox.read', 'access.request', 'access.confirm'],
  },
  SECURITY_ADMIN: {
    zh: '安全管理员',
    en: 'Security administrator',
    at: 'ASSOCIATION',
    administrative: true,
    permissions: ['access.grant', 'access.request', 'access.confirm', 'export.approve'],
  },
  AUDITOR: {
    zh: '审计管理员',
    en: 'Auditor',
    at: 'ASSOCIATION',
    administrative: true,
    permissions: ['audit.read', 'access.read', 'access.oversee', 'export.oversee'],
  },
  PARTY_STAFF: {
    zh: '党务工作者',
    en: 'Party-affairs staff',
    at: 'EITHER',
    permissions: [
      'organization.maintain',
      'organization.import',
      'import.oversee',
      'organization.export',
      'unit.maintain',
      'unit.export',
      'member.maintain',
      'member.import',
      'member.export',
      'member.unmask',
      'member.erase',
      'staff.maintain',
      'rule.confirm',
      'catalogue.maintain',
      'venue.maintain',
      'activity.maintain',
      'attendance.record',
      'activity.import',
      'activity.export',
      'obligation.waive',
      'reviewRule.maintain',
      'matter.read',
      'matter.propose',
      'matter.conduct',
      'matter.export',
      'session.conduct',
      'dispatch.write',
      'dispatch.answer',
      'dispatch.export',
      'scheme.maintain',
      'assessment.conduct',
      'assessment.self',
      'assessment.verify',
      'assessment.export',
      'rule.override',
      'calendar.maintain',
      'view.share',
      'access.request',
      'publication.manage',
    ],
  },
  SECRETARY: {
    zh: '书记',
    en: 'Secretary',
    at: 'ORGANIZATION',
    permissions: [
      'organization.read',
      'organization.export',
      'unit.read',
      'unit.export',
      'member.read',
      'member.export',
      'staff.read',
      'venue.maintain',
      'activity.maintain',
      'attendance.record',
      'activity.import',
      'activity.export',
      'matter.read',
      'matter.propose',
      'matter.export',
      'session.read',
      'dispatch.write',
      'dispatch.answer',
      'dispatch.export',
      'assessment.self',
      'assessment.verify',
      'assessment.export',
      'view.share',
      'access.request',
      'publication.manage',
    ],
  },
  COMMITTEE_MEMBER: {
    zh: '委员',
    en: 'Committee member',
    at: 'ORGANIZATION',
    permissions: [
      'organization.read',
      'unit.read',
      'staff.read',
      'activity.read',
      'matter.read',
      'session.read',
      'assessment.read',
    ],
  },
  EXPERT: { zh: '专家', en: 'Expert', at: 'ORGANIZATION', permissions: [] },
  DISCIPLINE_OFFICER: {
    zh: '纪检干部',
    en: 'Discipline officer',
    at: 'ORGANIZATION',
    permissions: [
      'organization.read',
      'member.read',
      'staff.read',
      'activity.read',
      'attendance.read',
      'matter.read',
      'session.read',
    ],
  },
  LEADER: {
    zh: '领导',
    en: 'Leader',
    at: 'ORGANIZATION',
    permissions: [
      'organization.read',
      'unit.read',
      'staff.read',
      'activity.read',
      'matter.read',
      'session.read',
      'dispatch.read',
      'assessment.read',
    ],
  },
  MEMBER: { zh: '党员', en: 'Member', at: 'ORGANIZATION', permissions: ['activity.read'] },
  API_CLIENT: {
    zh: '接口客户端',
    en: 'API client',
    at: 'ORGANIZATION',
    permissions: [
      'organization.read',
      'unit.read',
      'activity.read',
      'activity.maintain',
      'attendance.record',
      'matter.propose',
      'assessment.self',
    ],
  },
});

export type RoleKey = keyof typeof roles;
export const roleKeys = Object.keys(roles) as RoleKey[];
/** The three offices, which exclude each other and need a second factor. */
export const administrativeRoles: readonly RoleKey[] = roleKeys.filter((key) => roles[key].administrative);

/** What everybody signed in holds in the association, whatever the grants. */
export const everyone: readonly Permission[] = [
  'organization.identify',
  'rule.read',
  'catalogue.read',
  'calendar.read',
  'attendance.own',
  'supervision.own',
  'session.own',
  'advice.own',
  'scheme.read',
  'assessment.score',
  'account.own',
  'notification.read',
  'view.keep',
  'job.read',
  'file.use',
  'api.explore',
  'access.own',
];
export const everyoneHolds: ReadonlySet<Permission> = new Set(everyone.flatMap((key) => [...included(key)]));

const reachesOf = new Map<string, readonly Reach[]>();

/**
 * How far a role carries a permission: the reach of each permission of the role that is it or includes it. What is
 * included reaches as far as what includes it: staff who maintain across a GUIDES edge also read there.
 */
export function reaches(role: RoleKey, key: string): readonly Reach[] {
  const name = `${role} ${permission(key).key}`;
  let known = reachesOf.get(name);
  if (!known) {
    const carrying = roles[role].permissions.filter((each) => included(each).has(permission(key).key));
    reachesOf.set(name, (known = [...new Set(carrying.map((each) => permission(each).reach))]));
  }
  return known;
}
