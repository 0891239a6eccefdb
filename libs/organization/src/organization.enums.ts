import { registerEnumType } from '@nestjs/graphql';

export enum OrganizationType {
  FUNCTIONAL_COMMITTEE = 'FUNCTIONAL_COMMITTEE',
  COMMITTEE = 'COMMITTEE',
  GENERAL_BRANCH = 'GENERAL_BRANCH',
  BRANCH = 'BRANCH',
  JOINT_BRANCH = 'JOINT_BRANCH',
  PARTY_GROUP = 'PARTY_GROUP',
  WORKING_GROUP = 'WORKING_GROUP',
  LEADING_GROUP = 'LEADING_GROUP',
  EXPERT_GROUP = 'EXPERT_GROUP',
}
registerEnumType(OrganizationType, {
  name: 'OrganizationType',
  description: 'What kind of party organization it is (组织类型).',
  valuesMap: {
    FUNCTIONAL_COMMITTEE: {
      description: 'Functional committee (功能型党委): steers, reviews and guides; holds no formal affiliations.',
    },
    COMMITTEE: { description: 'Party committee (党委).' },
    GENERAL_BRANCH: { description: 'General branch (党总支).' },
    BRANCH: { description: 'Branch (党支部).' },
    JOINT_BRANCH: { description: 'Joint branch of several units (联合党支部).' },
    PARTY_GROUP: { description: 'Party group inside a branch (党小组); nothing stands below it.' },
    WORKING_GROUP: { description: 'Working group of a branch institution (党的工作小组).' },
    LEADING_GROUP: { description: 'Leading group for party building (党建工作领导小组): plans and guides.' },
    EXPERT_GROUP: { description: 'Expert group (专家组): advises and takes part in reviews.' },
  },
});

export enum Tier {
  SECRETARIAT = 'SECRETARIAT',
  ENTERPRISE = 'ENTERPRISE',
  BRANCH_INSTITUTION = 'BRANCH_INSTITUTION',
  COUNCIL = 'COUNCIL',
  MEMBER_UNIT = 'MEMBER_UNIT',
}
registerEnumType(Tier, {
  name: 'Tier',
  description: 'The level of the association that an organization belongs to (五个层面).',
  valuesMap: {
    SECRETARIAT: { description: 'The secretariat (秘书处).' },
    ENTERPRISE: { description: 'Enterprises the association runs or controls (会办、控股企业).' },
    BRANCH_INSTITUTION: { description: 'Branch institutions, committees of a field (分支机构).' },
    COUNCIL: { description: 'The council (理事会).' },
    MEMBER_UNIT: { description: 'Member units (会员单位).' },
  },
});

export enum ParentRelation {
  LEADS = 'LEADS',
  GUIDES = 'GUIDES',
}
registerEnumType(ParentRelation, {
  name: 'ParentRelation',
  description: 'What the parent is to this organization (隶属关系).',
  valuesMap: {
    LEADS: { description: 'The parent leads (领导): it may require, assess and see everything.' },
    GUIDES: { description: 'The parent guides (指导): it offers and invites, and sees what was published to it.' },
  },
});

export enum OrganizationStatus {
  ACTIVE = 'ACTIVE',
  PREPARING = 'PREPARING',
  DISSOLVED = 'DISSOLVED',
}
registerEnumType(OrganizationStatus, {
  name: 'OrganizationStatus',
  description: 'Whether an organization is at work (状态).',
  valuesMap: {
    ACTIVE: { description: 'At work (正常).' },
    PREPARING: { description: 'Its founding is decided and lies ahead (筹建).' },
    DISSOLVED: { description: 'Dissolved (已撤销): kept with its history, its code is never given again.' },
  },
});

export enum OperationKind {
  FOUNDED = 'FOUNDED',
  RENAMED = 'RENAMED',
  RETYPED = 'RETYPED',
  MOVED = 'MOVED',
  DISSOLVED = 'DISSOLVED',
  IMPORTED = 'IMPORTED',
  MERGED = 'MERGED',
  SPLIT = 'SPLIT',
  UNDONE = 'UNDONE',
}
registerEnumType(OperationKind, {
  name: 'OperationKind',
  description: 'What was done to an organization.',
  valuesMap: {
    FOUNDED: { description: 'Founded (成立).' },
    RENAMED: { description: 'Given another name (更名).' },
    RETYPED: { description: 'Made an organization of another type (改设).' },
    MOVED: { description: 'Put under another parent or another relation, with everything below it (调整隶属).' },
    DISSOLVED: { description: 'Dissolved (撤销).' },
    IMPORTED: { description: 'Created or changed by an import (导入).' },
    MERGED: { description: 'Others were merged into it (合并); they are dissolved on that day.' },
    SPLIT: { description: 'New organizations were founded out of it (拆分).' },
    UNDONE: { description: 'An earlier operation was reversed or withdrawn (撤销变更).' },
  },
});

export enum OperationState {
  PENDING = 'PENDING',
  APPLIED = 'APPLIED',
  REFUSED = 'REFUSED',
  UNDONE = 'UNDONE',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(OperationState, {
  name: 'OrganizationOperationState',
  description: 'What became of an operation.',
  valuesMap: {
    PENDING: { description: 'Its day has not come yet (待生效).' },
    APPLIED: { description: 'It holds from its day (已生效).' },
    REFUSED: { description: 'It had become impossible by its day and was not carried out (未执行).' },
    UNDONE: { description: 'It was carried out and reversed later (已撤销).' },
    WITHDRAWN: { description: 'It was withdrawn before its day (已撤回).' },
  },
});

/** How new organizations stand to the one they are split from. */
export enum SplitPlacement {
  BESIDE = 'BESIDE',
  BELOW = 'BELOW',
}
registerEnumType(SplitPlacement, {
  name: 'SplitPlacement',
  description: 'Where the new organizations of a split stand.',
  valuesMap: {
    BESIDE: { description: 'Under the same parent, in the same relation (并列).' },
    BELOW: { description: 'Below it, led by it (作为下级).' },
  },
});

export enum FlagSeverity {
  ALERT = 'ALERT',
  REFUSAL = 'REFUSAL',
}
registerEnumType(FlagSeverity, {
  name: 'FlagSeverity',
  description: 'How binding the rule is that a flag comes from.',
  valuesMap: {
    ALERT: { description: 'The rule says "normally" (一般): look at it.' },
    REFUSAL: { description: 'The rule says "must" (应当): put it right.' },
  },
});

export enum OrganizationFlagCode {
  JOINT_BRANCH_DUE = 'JOINT_BRANCH_DUE',
  GENERAL_BRANCH_DUE = 'GENERAL_BRANCH_DUE',
  COMMITTEE_DUE = 'COMMITTEE_DUE',
  BRANCH_COMMITTEE_DUE = 'BRANCH_COMMITTEE_DUE',
  TERM_ENDS_SOON = 'TERM_ENDS_SOON',
  TERM_OVERDUE = 'TERM_OVERDUE',
}
registerEnumType(OrganizationFlagCode, {
  name: 'OrganizationFlagCode',
  description: 'What does not fit a rule at an organization; more will come.',
  valuesMap: {
    JOINT_BRANCH_DUE: { description: 'Too few members for a branch of its own (应成立联合党支部).' },
    GENERAL_BRANCH_DUE: { description: 'More members than a branch normally has (应改设党总支).' },
    COMMITTEE_DUE: { description: 'More members than a branch or general branch normally has (应改设党委).' },
    BRANCH_COMMITTEE_DUE: { description: 'Full members enough for a branch committee, and none (应设支部委员会).' },
    TERM_ENDS_SOON: { description: 'The term ends within the months of the reminder (即将届满).' },
    TERM_OVERDUE: { description: 'The term has ended (届满未换届).' },
  },
});
