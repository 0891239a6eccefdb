import type { Permission } from '../permissions';

interface Subject {
  readonly zh: string;
  readonly en: string;
  /** what the organization that guides may read once it is published */
  readonly permission: Permission;
}

const define = <const S extends Record<string, Subject>>(subjects: S): { readonly [K in keyof S]: Subject } => subjects;

/** What an organization can publish to the one that guides it. A new area adds an entry; reads honour it by themselves. */
export const subjects = define({
  ORGANIZATION: { zh: '组织信息', en: 'Facts of the organization', permission: 'organization.read' },
  UNIT: { zh: '单位', en: 'Units', permission: 'unit.read' },
  ACTIVITY: { zh: '会议与活动', en: 'Activities', permission: 'activity.read' },
});

export type SubjectKey = keyof typeof subjects;
export const subjectKeys = Object.keys(subjects) as SubjectKey[];
