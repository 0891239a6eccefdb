import { registerEnumType } from '@nestjs/graphql';

export enum UnitKind {
  INTERNAL_DEPARTMENT = 'INTERNAL_DEPARTMENT',
  OWNED_ENTERPRISE = 'OWNED_ENTERPRISE',
  BRANCH_INSTITUTION = 'BRANCH_INSTITUTION',
  MEMBER_COMPANY = 'MEMBER_COMPANY',
  MEMBER_INSTITUTION = 'MEMBER_INSTITUTION',
  MEMBER_SOCIAL_ORGANIZATION = 'MEMBER_SOCIAL_ORGANIZATION',
  OTHER = 'OTHER',
}
registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What kind of unit it is (单位类型).',
  valuesMap: {
    INTERNAL_DEPARTMENT: { description: 'A department of the association itself (内设部门).' },
    OWNED_ENTERPRISE: { description: 'An enterprise the association runs or controls (会办、控股企业).' },
    BRANCH_INSTITUTION: { description: 'A branch institution of the association (分支机构).' },
    MEMBER_COMPANY: { description: 'A member that is a company (会员企业).' },
    MEMBER_INSTITUTION: { description: 'A member that is a public institution (会员事业单位).' },
    MEMBER_SOCIAL_ORGANIZATION: { description: 'A member that is a social organization (会员社会组织).' },
    OTHER: { description: 'Anything else (其他).' },
  },
});

export enum CoverageKind {
  OWN_ORGANIZATION = 'OWN_ORGANIZATION',
  JOINT_ORGANIZATION = 'JOINT_ORGANIZATION',
  LIAISON = 'LIAISON',
  UNCOVERED = 'UNCOVERED',
}
registerEnumType(CoverageKind, {
  name: 'CoverageKind',
  description: 'How the party reaches a unit (党的组织和工作覆盖方式).',
  valuesMap: {
    OWN_ORGANIZATION: { description: 'By an organization of its own (单独建立).' },
    JOINT_ORGANIZATION: { description: 'By an organization it shares with other units (联合建立).' },
    LIAISON: { description: 'By a liaison sent to it (派联络员).' },
    UNCOVERED: { description: 'Not yet (未建立).' },
  },
});

export enum UnitOperationKind {
  REGISTERED = 'REGISTERED',
  CHANGED = 'CHANGED',
  COVERAGE_CHANGED = 'COVERAGE_CHANGED',
  CLOSED = 'CLOSED',
  IMPORTED = 'IMPORTED',
}
registerEnumType(UnitOperationKind, {
  name: 'UnitOperationKind',
  description: 'What was done to a unit.',
  valuesMap: {
    REGISTERED: { description: 'Entered into the register (登记).' },
    CHANGED: { description: 'Its facts were changed (变更).' },
    COVERAGE_CHANGED: { description: 'It is covered in another way (覆盖方式变更).' },
    CLOSED: { description: 'It is gone: left the association, dissolved or merged (注销).' },
    IMPORTED: { description: 'Created, changed or taken back by an import (导入).' },
  },
});
