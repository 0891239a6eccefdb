import type { Messages } from '@dangwu/platform/errors';
import { type OrganizationStatus, type OrganizationType, type ParentRelation, type Tier } from './organization.enums';

/** What people call the values: in refusals, summaries, exports and imports. */
export const typeWords: Readonly<Record<OrganizationType, Messages>> = {
  FUNCTIONAL_COMMITTEE: { zh: '功能型党委', en: 'functional committee' },
  COMMITTEE: { zh: '党委', en: 'committee' },
  GENERAL_BRANCH: { zh: '党总支', en: 'general branch' },
  BRANCH: { zh: '党支部', en: 'branch' },
  JOINT_BRANCH: { zh: '联合党支部', en: 'joint branch' },
  PARTY_GROUP: { zh: '党小组', en: 'party group' },
  WORKING_GROUP: { zh: '党的工作小组', en: 'working group' },
  LEADING_GROUP: { zh: '党建工作领导小组', en: 'leading group' },
  EXPERT_GROUP: { zh: '专家组', en: 'expert group' },
};

export const tierWords: Readonly<Record<Tier, Messages>> = {
  SECRETARIAT: { zh: '秘书处', en: 'secretariat' },
  ENTERPRISE: { zh: '会办企业', en: 'enterprise' },
  BRANCH_INSTITUTION: { zh: '分支机构', en: 'branch institution' },
  COUNCIL: { zh: '理事会', en: 'council' },
  MEMBER_UNIT: { zh: '会员单位', en: 'member unit' },
};

export const relationWords: Readonly<Record<ParentRelation, Messages>> = {
  LEADS: { zh: '领导', en: 'leads' },
  GUIDES: { zh: '指导', en: 'guides' },
};

export const statusWords: Readonly<Record<OrganizationStatus, Messages>> = {
  ACTIVE: { zh: '正常', en: 'active' },
  PREPARING: { zh: '筹建', en: 'being prepared' },
  DISSOLVED: { zh: '已撤销', en: 'dissolved' },
};
