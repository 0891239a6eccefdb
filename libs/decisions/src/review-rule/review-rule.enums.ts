import { registerEnumType } from '@nestjs/graphql';

export enum MatterCategory {
  MAJOR_DECISION = 'MAJOR_DECISION',
  MAJOR_DEPLOYMENT = 'MAJOR_DEPLOYMENT',
  MAJOR_PROJECT = 'MAJOR_PROJECT',
  LARGE_FUNDS = 'LARGE_FUNDS',
  INSTITUTION = 'INSTITUTION',
  PERSONNEL = 'PERSONNEL',
}
registerEnumType(MatterCategory, {
  name: 'MatterCategory',
  description: 'The six categories of major matters (六类重大事项).',
  valuesMap: {
    MAJOR_DECISION: { description: 'Major decisions (重大决策).' },
    MAJOR_DEPLOYMENT: { description: 'Major deployments of work (重大工作部署).' },
    MAJOR_PROJECT: { description: 'Major projects (重大项目实施).' },
    LARGE_FUNDS: { description: 'Use of large funds (大额资金使用).' },
    INSTITUTION: { description: 'Setting up important institutions (重要机构设置).' },
    PERSONNEL: { description: 'Important personnel arrangements (重要人事安排).' },
  },
});

export enum ReviewingBody {
  FUNCTIONAL_COMMITTEE = 'FUNCTIONAL_COMMITTEE',
  LEADING_GROUP = 'LEADING_GROUP',
}
registerEnumType(ReviewingBody, {
  name: 'ReviewingBody',
  description: 'Which body of the association reviews a matter before it is decided.',
  valuesMap: {
    FUNCTIONAL_COMMITTEE: { description: "The association's functional committee (功能型党委)." },
    LEADING_GROUP: { description: 'The leading group of party building (党建工作领导小组).' },
  },
});

export enum DecidingBody {
  COUNCIL = 'COUNCIL',
  STANDING_COUNCIL = 'STANDING_COUNCIL',
  OFFICE_MEETING = 'OFFICE_MEETING',
}
registerEnumType(DecidingBody, {
  name: 'DecidingBody',
  description: 'Which body decides after the review.',
  valuesMap: {
    COUNCIL: { description: 'The council (理事会).' },
    STANDING_COUNCIL: { description: 'The standing council (常务理事会).' },
    OFFICE_MEETING: { description: 'The office meeting (办公会).' },
  },
});

export enum MajorityBase {
  ENTITLED = 'ENTITLED',
  PRESENT = 'PRESENT',
}
registerEnumType(MajorityBase, {
  name: 'MajorityBase',
  description: 'Of whom the majority is asked.',
  valuesMap: {
    ENTITLED: { description: 'Of the members entitled to attend (应到).' },
    PRESENT: { description: 'Of the members present (到会).' },
  },
});

export enum BallotKind {
  OPEN = 'OPEN',
  SECRET = 'SECRET',
}
registerEnumType(BallotKind, {
  name: 'BallotKind',
  description: 'How it is voted.',
  valuesMap: {
    OPEN: { description: 'By a show of hands or by name (举手、记名表决).' },
    SECRET: { description: 'By secret ballot (无记名投票).' },
  },
});

export enum SpeakingOrder {
  CHAIR_LAST = 'CHAIR_LAST',
  EVERYONE_CHAIR_LAST = 'EVERYONE_CHAIR_LAST',
}
registerEnumType(SpeakingOrder, {
  name: 'SpeakingOrder',
  description: 'In which order members speak.',
  valuesMap: {
    CHAIR_LAST: { description: 'The chair speaks last (主持人末位表态).' },
    EVERYONE_CHAIR_LAST: { description: 'Every member states a view, the chair last (逐一表态，主持人末位表态).' },
  },
});
