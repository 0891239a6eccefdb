import { registerEnumType } from '@nestjs/graphql';

export enum Period {
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  HALF_YEAR = 'HALF_YEAR',
  YEAR = 'YEAR',
}
registerEnumType(Period, {
  name: 'Period',
  description: 'In which spans of the calendar something is counted.',
  valuesMap: {
    WEEK: { description: 'Monday to Sunday (周).' },
    MONTH: { description: 'A month (月).' },
    QUARTER: { description: 'Three months from January, April, July or October (季度).' },
    HALF_YEAR: { description: 'Six months from January or July (半年).' },
    YEAR: { description: 'A year (年).' },
  },
});

export enum ObligationState {
  DONE = 'DONE',
  AWAITING_RECORD = 'AWAITING_RECORD',
  PLANNED = 'PLANNED',
  AT_RISK = 'AT_RISK',
  LATE = 'LATE',
  UNPLANNED = 'UNPLANNED',
  WAIVED = 'WAIVED',
}
registerEnumType(ObligationState, {
  name: 'ObligationState',
  description: 'Where an obligation stands on the day asked for. An obligation is in exactly one state.',
  valuesMap: {
    DONE: { description: 'Held and recorded as often as required (已完成).' },
    AWAITING_RECORD: { description: 'Held as often as required; records are missing (待补记录).' },
    PLANNED: { description: 'What is missing is planned (已安排).' },
    AT_RISK: { description: 'Not planned, and few days are left, as the rule says (有风险).' },
    LATE: { description: 'The period is over and it was not held (已逾期).' },
    UNPLANNED: { description: 'Not planned; there is time (未安排).' },
    WAIVED: { description: 'Need not be held, for a reason on record (免除).' },
  },
});

export enum ActorRole {
  SECRETARY = 'SECRETARY',
  STAFF = 'STAFF',
  SUPERIOR_STAFF = 'SUPERIOR_STAFF',
}
registerEnumType(ActorRole, {
  name: 'ActorRole',
  description: 'As what somebody must act for an organization.',
  valuesMap: {
    SECRETARY: { description: 'Its secretary (书记).' },
    STAFF: { description: 'Party-affairs staff at it (党务工作者).' },
    SUPERIOR_STAFF: { description: 'Party-affairs staff of an organization that leads it (上级党务工作者).' },
  },
});
