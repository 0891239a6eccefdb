import type { Messages } from '@dangwu/platform/errors';
import { registerEnumType } from '@nestjs/graphql';

export enum Gender {
  MALE = 'MALE',
  FEMALE = 'FEMALE',
}

/** From the application to full membership. */
export enum MemberStatus {
  APPLICANT = 'APPLICANT',
  ACTIVIST = 'ACTIVIST',
  CANDIDATE = 'CANDIDATE',
  PROBATIONARY = 'PROBATIONARY',
  FULL = 'FULL',
}

export enum AffiliationKind {
  FORMAL = 'FORMAL',
  FUNCTIONAL = 'FUNCTIONAL',
}

export enum Post {
  SECRETARY = 'SECRETARY',
  DEPUTY_SECRETARY = 'DEPUTY_SECRETARY',
  ORGANIZATION_MEMBER = 'ORGANIZATION_MEMBER',
  PUBLICITY_MEMBER = 'PUBLICITY_MEMBER',
  DISCIPLINE_MEMBER = 'DISCIPLINE_MEMBER',
  COMMITTEE_MEMBER = 'COMMITTEE_MEMBER',
  GROUP_LEADER = 'GROUP_LEADER',
}

export enum TeamState {
  CURRENT = 'CURRENT',
  ENDING = 'ENDING',
  OVERDUE = 'OVERDUE',
  FORMER = 'FORMER',
}

/** Numbers of a member that are shown masked and revealed one at a time. */
export enum PersonalField {
  ID_NUMBER = 'ID_NUMBER',
  PHONE = 'PHONE',
}

export const genderWords: Readonly<Record<Gender, Messages>> = {
  MALE: { zh: '男', en: 'male' },
  FEMALE: { zh: '女', en: 'female' },
};

export const memberStatusWords: Readonly<Record<MemberStatus, Messages>> = {
  APPLICANT: { zh: '入党申请人', en: 'applicant' },
  ACTIVIST: { zh: '入党积极分子', en: 'activist' },
  CANDIDATE: { zh: '发展对象', en: 'candidate' },
  PROBATIONARY: { zh: '预备党员', en: 'probationary member' },
  FULL: { zh: '正式党员', en: 'full member' },
};

export const affiliationWords: Readonly<Record<AffiliationKind, Messages>> = {
  FORMAL: { zh: '正式', en: 'formal' },
  FUNCTIONAL: { zh: '功能型', en: 'functional' },
};

export const teamStateWords: Readonly<Record<TeamState, Messages>> = {
  CURRENT: { zh: '在任', en: 'in office' },
  ENDING: { zh: '即将届满', en: 'ending soon' },
  OVERDUE: { zh: '届满未换届', en: 'overdue' },
  FORMER: { zh: '往届', en: 'former' },
};

export const postWords: Readonly<Record<Post, Messages>> = {
  SECRETARY: { zh: '书记', en: 'secretary' },
  DEPUTY_SECRETARY: { zh: '副书记', en: 'deputy secretary' },
  ORGANIZATION_MEMBER: { zh: '组织委员', en: 'organization member' },
  PUBLICITY_MEMBER: { zh: '宣传委员', en: 'publicity member' },
  DISCIPLINE_MEMBER: { zh: '纪检委员', en: 'discipline member' },
  COMMITTEE_MEMBER: { zh: '委员', en: 'committee member' },
  GROUP_LEADER: { zh: '党小组组长', en: 'group leader' },
};

const described = (words: Readonly<Record<string, Messages>>) =>
  Object.fromEntries(
    Object.entries(words).map(([value, { zh, en }]) => [
      value,
      { description: `${en[0]!.toUpperCase()}${en.slice(1)} (${zh}).` },
    ]),
  );

registerEnumType(Gender, { name: 'Gender', description: 'Gender (性别).', valuesMap: described(genderWords) });
registerEnumType(MemberStatus, {
  name: 'MemberStatus',
  description: 'How far somebody is on the way to full membership (党员类别).',
  valuesMap: described(memberStatusWords),
});
registerEnumType(AffiliationKind, {
  name: 'AffiliationKind',
  description: 'What an affiliation is (组织关系).',
  valuesMap: {
    FORMAL: { description: 'Where the member belongs: one at a time (正式组织关系).' },
    FUNCTIONAL: { description: 'Where the member takes part as well (功能型组织关系).' },
  },
});
registerEnumType(Post, {
  name: 'Post',
  description: 'A post in an organization (党内职务).',
  valuesMap: described(postWords),
});
registerEnumType(TeamState, {
  name: 'TeamState',
  description: 'Where the term of a leadership team stands.',
  valuesMap: {
    CURRENT: { description: 'In office (在任).' },
    ENDING: { description: 'In office; the term ends within the months of the reminder (即将届满).' },
    OVERDUE: { description: 'In office although its term has ended (届满未换届).' },
    FORMER: { description: 'Another team has taken over (往届).' },
  },
});
registerEnumType(PersonalField, {
  name: 'PersonalField',
  description: 'A number of a person that is shown masked.',
  valuesMap: {
    ID_NUMBER: { description: 'The ID number (身份证号).' },
    PHONE: { description: 'The phone number (手机号).' },
  },
});
