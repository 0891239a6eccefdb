import { defineAudited } from '@dangwu/platform/audit';
import { objectionWords } from './result-words';

/** What is recorded of results. */
defineAudited({
  actions: {
    'cycle.compute': { zh: '开始算分', en: 'Begin to compute results' },
    'cycle.computed': { zh: '算分', en: 'Compute results' },
    'cycle.publish': { zh: '公示考核结果', en: 'Put results on public notice' },
    'cycle.finish': { zh: '定等归档', en: 'Make results final' },
    'assessment.adjust': { zh: '平衡调整', en: 'Adjust a result' },
    'assessment.withdrawAdjustment': { zh: '撤回平衡调整', en: 'Withdraw an adjustment' },
    'assessment.object': { zh: '提出异议', en: 'Raise an objection' },
    'assessment.decideObjection': { zh: '处理异议', en: 'Decide an objection' },
  },
  subjects: {},
  fields: {
    nodeKey: { zh: '指标', en: 'indicator' },
    points: { zh: '得分', en: 'points' },
    grade: { zh: '等次', en: 'grade' },
    total: { zh: '总分', en: 'total' },
    computed: { zh: '算了几个', en: 'computed' },
    changed: { zh: '有变化', en: 'changed' },
    noticeFields: { zh: '公示内容', en: 'shown on notice' },
  },
  values: { state: objectionWords },
});
