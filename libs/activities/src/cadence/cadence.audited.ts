import { defineAudited } from '@dangwu/platform/audit';
import { periodWords } from './cadence-words';

/** What is recorded of cadences and obligations. */
defineAudited({
  actions: {
    shipCadences: { zh: '载入频次要求', en: 'Load the shipped cadences' },
    setCadence: { zh: '设定频次', en: 'Set a cadence' },
    changeCadence: { zh: '修改频次', en: 'Change a cadence' },
    endCadence: { zh: '终止频次', en: 'End a cadence' },
    waiveObligation: { zh: '免除义务', en: 'Waive an obligation' },
    withdrawWaiver: { zh: '恢复义务', en: 'Take a waiver back' },
  },
  subjects: {
    Cadence: { zh: '频次要求', en: 'Cadence' },
    Obligation: { zh: '义务', en: 'Obligation' },
  },
  fields: {
    cadences: { zh: '频次要求', en: 'cadences' },
    ruleKey: { zh: '规则标识', en: 'rule' },
    period: { zh: '周期', en: 'period' },
    times: { zh: '次数', en: 'times' },
    tiers: { zh: '层面', en: 'tiers' },
    needsCommittee: { zh: '须有班子', en: 'needs a committee' },
    weekday: { zh: '固定星期', en: 'weekday' },
    riskDays: { zh: '预警天数', en: 'days at risk' },
    waivedReason: { zh: '免除理由', en: 'reason of the waiver' },
    startsOn: { zh: '周期起', en: 'period from' },
    endsOn: { zh: '周期止', en: 'period until' },
  },
  values: { period: periodWords },
});
