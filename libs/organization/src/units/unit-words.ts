import type { Messages } from '@dangwu/platform/errors';
import type { CoverageKind, UnitKind } from './unit.enums';

/** What people call the values: in summaries, exports and imports. */
export const unitKindWords: Readonly<Record<UnitKind, Messages>> = {
  INTERNAL_DEPARTMENT: { zh: '内设部门', en: 'internal department' },
  OWNED_ENTERPRISE: { zh: '会办企业', en: 'owned enterprise' },
  BRANCH_INSTITUTION: { zh: '分支机构', en: 'branch institution' },
  MEMBER_COMPANY: { zh: '会员企业', en: 'member company' },
  MEMBER_INSTITUTION: { zh: '会员事业单位', en: 'member institution' },
  MEMBER_SOCIAL_ORGANIZATION: { zh: '会员社会组织', en: 'member social organization' },
  OTHER: { zh: '其他', en: 'other' },
};

export const coverageWords: Readonly<Record<CoverageKind, Messages>> = {
  OWN_ORGANIZATION: { zh: '单独建立', en: 'own organization' },
  JOINT_ORGANIZATION: { zh: '联合建立', en: 'joint organization' },
  LIAISON: { zh: '派联络员', en: 'liaison' },
  UNCOVERED: { zh: '未建立', en: 'not covered' },
};
