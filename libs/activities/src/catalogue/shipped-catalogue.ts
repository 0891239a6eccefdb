import { OrganizationType } from '@dangwu/organization';
import { ActivityKind, Entitled, TermKind } from './catalogue.enums';

const { FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH, PARTY_GROUP, WORKING_GROUP } =
  OrganizationType;
const branches = [BRANCH, JOINT_BRANCH];
const committees = [FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH];
const withMembers = [COMMITTEE, GENERAL_BRANCH, ...branches, PARTY_GROUP, WORKING_GROUP];

type Name = readonly [zh: string, en: string];

export interface ShippedType {
  readonly key: string;
  readonly name: Name;
  readonly kind: ActivityKind;
  readonly organizationTypes: readonly OrganizationType[];
  readonly entitled: Entitled;
  readonly quorumRuleKey?: string;
  readonly majorityRuleKey?: string;
  readonly countsStudyHours?: true;
  readonly needsMinutes?: true;
}

/** What every association may hold from the first day, in the order in which it is offered. */
export const shippedTypes: readonly ShippedType[] = [
  {
    key: 'BRANCH_ASSEMBLY',
    name: ['支部党员大会', 'Branch assembly'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    organizationTypes: branches,
    // those who vote: presence and majority are counted on them
    entitled: Entitled.FULL_MEMBERS,
    quorumRuleKey: 'assembly.quorum',
    majorityRuleKey: 'assembly.majority',
    needsMinutes: true,
  },
  {
    key: 'BRANCH_COMMITTEE_MEETING',
    name: ['支部委员会会议', 'Meeting of the branch committee'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    organizationTypes: branches,
    entitled: Entitled.COMMITTEE,
    quorumRuleKey: 'committee.quorum',
    needsMinutes: true,
  },
  {
    key: 'GROUP_MEETING',
    name: ['党小组会', 'Meeting of the party group'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    // a branch records those of groups that are not registered
    organizationTypes: [PARTY_GROUP, ...branches],
    entitled: Entitled.ALL_MEMBERS,
    needsMinutes: true,
  },
  {
    key: 'PARTY_LECTURE',
    name: ['党课', 'Party lecture'],
    kind: ActivityKind.STUDY,
    organizationTypes: [FUNCTIONAL_COMMITTEE, ...withMembers],
    entitled: Entitled.ALL_MEMBERS,
    countsStudyHours: true,
  },
  {
    key: 'THEME_DAY',
    name: ['主题党日', 'Theme day'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    organizationTypes: withMembers,
    entitled: Entitled.ALL_MEMBERS,
  },
  {
    key: 'LIFE_MEETING',
    name: ['组织生活会', 'Organizational life meeting'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    organizationTypes: [...branches, PARTY_GROUP],
    entitled: Entitled.ALL_MEMBERS,
    needsMinutes: true,
  },
  {
    key: 'DEMOCRATIC_EVALUATION',
    name: ['民主评议党员', 'Democratic evaluation of members'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    organizationTypes: branches,
    entitled: Entitled.ALL_MEMBERS,
    needsMinutes: true,
  },
  {
    key: 'CENTRAL_GROUP_STUDY',
    name: ['理论学习中心组学习', 'Study of the central group'],
    kind: ActivityKind.STUDY,
    organizationTypes: committees,
    entitled: Entitled.COMMITTEE,
    countsStudyHours: true,
    needsMinutes: true,
  },
  {
    key: 'PARTY_SCHOOL',
    name: ['业余党校', 'After-hours party school'],
    kind: ActivityKind.STUDY,
    organizationTypes: [FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, ...branches, WORKING_GROUP],
    entitled: Entitled.INVITED,
    countsStudyHours: true,
  },
  {
    key: 'WARNING_EDUCATION',
    name: ['警示教育', 'Warning education'],
    kind: ActivityKind.STUDY,
    organizationTypes: [FUNCTIONAL_COMMITTEE, ...withMembers],
    entitled: Entitled.ALL_MEMBERS,
    countsStudyHours: true,
  },
  {
    key: 'TALK',
    name: ['谈心谈话', 'Heart-to-heart talk'],
    kind: ActivityKind.ORGANIZATION_LIFE,
    organizationTypes: [FUNCTIONAL_COMMITTEE, ...withMembers],
    entitled: Entitled.INVITED,
  },
  {
    key: 'COMMITTEE_MEETING',
    name: ['党委（总支）会', 'Meeting of the committee'],
    kind: ActivityKind.DECISION,
    organizationTypes: committees,
    entitled: Entitled.COMMITTEE,
    needsMinutes: true,
  },
  {
    key: 'OTHER',
    name: ['其他活动', 'Other activity'],
    kind: ActivityKind.OTHER,
    organizationTypes: Object.values(OrganizationType),
    entitled: Entitled.INVITED,
  },
];

export interface ShippedTerm {
  readonly kind: TermKind;
  readonly key: string;
  readonly name: Name;
}

const terms = (kind: TermKind, names: Readonly<Record<string, Name>>): ShippedTerm[] =>
  Object.entries(names).map(([key, name]) => ({ kind, key, name }));

/** Lines, topics and forms of the speech the association works by. */
export const shippedTerms: readonly ShippedTerm[] = [
  ...terms(TermKind.LINE, {
    INTERNAL: ['机关内部线', 'Internal line'],
    MEMBER_SERVICE: ['会员服务线', 'Member-service line'],
  }),
  ...terms(TermKind.TOPIC, {
    PARTY_THEORY: ['党的创新理论', 'Theory of the party'],
    CONSTITUTION_AND_RULES: ['党章党规', 'Constitution and rules of the party'],
    THREE_HISTORIES: ['三史教育', 'The three histories'],
    WARNING: ['警示教育', 'Warning education'],
    PARTY_SPIRIT: ['党性教育', 'Party spirit'],
    INTEGRITY: ['廉洁纪律', 'Integrity and discipline'],
    BUSINESS: ['业务融合', 'Party work in the work of the association'],
    MEMBER_SERVICE: ['服务会员', 'Service to members'],
    CURRENT_AFFAIRS: ['形势政策', 'Current affairs and policy'],
    VOLUNTEERING: ['志愿服务', 'Volunteering'],
  }),
  ...terms(TermKind.FORM, {
    SEMINAR: ['集中研讨', 'Study together'],
    SELF_STUDY: ['自学', 'Study alone'],
    LECTURE: ['讲座', 'Lecture'],
    VISIT: ['参观', 'Visit'],
    CULTURE: ['寓教于文', 'Learning by culture: reading, recitation, writing'],
    RECREATION: ['寓教于乐', 'Learning by recreation: song, contest, performance'],
    TRAVEL: ['寓教于行', 'Learning by travel: walks and places of memory'],
    ONLINE: ['线上', 'Online'],
  }),
  // the speech names 奉献之风 and 实干之风 of the ten; the others, and the two lists below, are defaults that associations change
  ...terms(TermKind.WORK_STYLE, {
    DEVOTION: ['奉献之风', 'Devotion'],
    PRACTICAL_WORK: ['实干之风', 'Practical work'],
    LEARNING: ['学习之风', 'Learning'],
    INNOVATION: ['创新之风', 'Innovation'],
    UNITY: ['团结之风', 'Unity'],
    SERVICE: ['服务之风', 'Service'],
    EFFICIENCY: ['高效之风', 'Efficiency'],
    INTEGRITY: ['廉洁之风', 'Integrity'],
    DEMOCRACY: ['民主之风', 'Democracy'],
    THRIFT: ['节俭之风', 'Thrift'],
  }),
  ...terms(TermKind.MEETING_STYLE, {
    RESPONSIBILITY: ['勇于担当', 'Taking responsibility'],
    DILIGENCE: ['勤勉敬业', 'Diligence'],
    FOR_MEMBERS: ['心系会员', 'Members at heart'],
    SEEKING_TRUTH: ['求真务实', 'Seeking truth'],
    OPENNESS: ['公开透明', 'Openness'],
    RULES_KEPT: ['遵规守纪', 'Keeping the rules'],
    COOPERATION: ['协作共进', 'Cooperation'],
    EXCELLENCE: ['争创一流', 'Striving for the first rank'],
    HONESTY: ['诚实守信', 'Honesty'],
    FRUGALITY: ['勤俭办会', 'Frugality'],
  }),
  ...terms(TermKind.CULTURE, {
    POLITICAL: ['政治文化', 'Political culture'],
    LEARNING: ['学习文化', 'Culture of learning'],
    SERVICE: ['服务文化', 'Culture of service'],
    INNOVATION: ['创新文化', 'Culture of innovation'],
    RESPONSIBILITY: ['责任文化', 'Culture of responsibility'],
    TEAM: ['团队文化', 'Culture of the team'],
    INTEGRITY: ['廉洁文化', 'Culture of integrity'],
    INSTITUTIONS: ['制度文化', 'Culture of institutions'],
    BRAND: ['品牌文化', 'Culture of the brand'],
    HARMONY: ['和谐文化', 'Culture of harmony'],
  }),
];
