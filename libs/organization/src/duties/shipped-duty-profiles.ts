import { OrganizationType } from '../organization.enums';

interface Duty {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

// The eight roles (八个作用) that the association's organizations play, each with what it means in practice.
const direction: Duty = {
  key: 'DIRECTION',
  zh: '把方向：重大决策、重大部署、重大项目、大额资金、机构设置和人事安排先行审议，提出意见',
  en: 'Set the direction: review major decisions, deployments, projects, large funds, institutions and personnel beforehand and give an opinion',
};
const lead: Duty = {
  key: 'LEAD',
  zh: '引领：在政治、思想、组织上带领所属党员和群众',
  en: 'Lead members and others politically, in thought and in organization',
};
const oversee: Duty = {
  key: 'OVERSEE',
  zh: '监督：看理事会和分支机构是否依法依规行使权力、履行职责、诚信服务',
  en: 'Oversee that the council and the branch institutions use their powers by law and rules and serve honestly',
};
const carryThrough: Duty = {
  key: 'CARRY_THROUGH',
  zh: '促落实：定期听取汇报，检查工作进展和任务完成，提出改进意见',
  en: 'See things through: hear reports, check progress and results, say what to improve',
};
const guide: Duty = {
  key: 'GUIDE',
  zh: '指导：具体指导秘书处和分支机构开展党的工作',
  en: 'Guide the party work of the secretariat and the branch institutions',
};
const politicalCore: Duty = {
  key: 'POLITICAL_CORE',
  zh: '政治核心：在重大问题、重要事项上把好政治关',
  en: 'Be the political core: keep the political line in major questions',
};
const guarantee: Duty = {
  key: 'GUARANTEE',
  zh: '保证监督：保证上级、协会党委和理事会的部署得到执行，并监督执行',
  en: 'Guarantee and supervise that what superiors, the committee and the council decided is carried out',
};
const fortress: Duty = {
  key: 'FORTRESS',
  zh: '战斗堡垒：团结带领党员和职工完成党组织和本单位的任务',
  en: 'Be the fighting fortress: unite members and staff to accomplish the tasks of the party and of the unit',
};

// Bodies beside the eight roles.
const plan: Duty = {
  key: 'PLAN',
  zh: '谋划组织：在协会党委领导下谋划党建工作，推动任务分解和协调',
  en: "Plan and organize: plan party building under the committee's lead, divide and coordinate the tasks",
};
const advise: Duty = {
  key: 'ADVISE',
  zh: '智囊参谋：为党建工作和前置审议提供专业意见，参加评审',
  en: 'Advise: give expert opinions on party work and pre-reviews, take part in reviews',
};
const groupLife: Duty = {
  key: 'GROUP_LIFE',
  zh: '组织小组学习和组织生活，落实党支部交给的任务',
  en: 'Hold the study and the organization life of the group, carry out what the branch asks',
};

const { FUNCTIONAL_COMMITTEE, COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH } = OrganizationType;
const { PARTY_GROUP, WORKING_GROUP, LEADING_GROUP, EXPERT_GROUP } = OrganizationType;
const speech = '协会党建工作现场会讲话（2020）三（三）：八个作用';
const branchRegulation = '《中国共产党支部工作条例（试行）》';

/** Which of them a type plays. */
export const shippedDutyProfiles: readonly {
  readonly type: OrganizationType;
  readonly duties: readonly Duty[];
  readonly basis: string;
}[] = [
  { type: FUNCTIONAL_COMMITTEE, duties: [direction, lead, oversee, carryThrough, guide], basis: speech },
  { type: COMMITTEE, duties: [politicalCore, guarantee, lead, carryThrough], basis: speech },
  { type: GENERAL_BRANCH, duties: [politicalCore, guarantee, fortress], basis: speech },
  { type: BRANCH, duties: [fortress, guarantee], basis: `${speech}；${branchRegulation}` },
  { type: JOINT_BRANCH, duties: [fortress, guarantee], basis: `${speech}；${branchRegulation}` },
  { type: PARTY_GROUP, duties: [groupLife], basis: branchRegulation },
  { type: WORKING_GROUP, duties: [direction, lead, oversee, carryThrough], basis: speech },
  { type: LEADING_GROUP, duties: [plan, guide], basis: '协会党建工作领导小组工作规则' },
  { type: EXPERT_GROUP, duties: [advise], basis: '协会党委工作规则' },
];
