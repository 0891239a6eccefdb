import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of plans. What a plan becomes is recorded of each activity. */
defineAudited({
  actions: {
    'yearPlan.draft': { zh: '编排年度计划', en: 'Make a plan for a year' },
    'yearPlan.propose': { zh: '生成计划建议', en: 'Propose a plan' },
    'yearPlan.replan': { zh: '重新编排年度计划', en: 'Plan a year anew' },
    'yearPlan.askPublish': { zh: '申请发布年度计划', en: 'Ask for a plan to be published' },
    'yearPlan.publish': { zh: '发布年度计划', en: 'Publish a plan' },
    'yearPlan.discard': { zh: '作废年度计划', en: 'Discard a plan' },
    'planItem.move': { zh: '调整计划项', en: 'Move an item of a plan' },
    'planItem.leaveOut': { zh: '移出计划项', en: 'Leave an item out of a plan' },
    'planItem.takeIn': { zh: '恢复计划项', en: 'Take an item into a plan again' },
  },
  subjects: {
    YearPlan: { zh: '年度计划', en: 'Plan of a year' },
    PlanItem: { zh: '计划项', en: 'Item of a plan' },
  },
  fields: {
    year: { zh: '年份', en: 'year' },
    added: { zh: '新增项数', en: 'items added' },
    moved: { zh: '调整项数', en: 'items moved' },
    removed: { zh: '去掉项数', en: 'items taken out' },
    activities: { zh: '活动场数', en: 'activities' },
    byHand: { zh: '人工调整', en: 'moved by a person' },
    leftOutReason: { zh: '移出理由', en: 'reason for leaving out' },
  },
});
