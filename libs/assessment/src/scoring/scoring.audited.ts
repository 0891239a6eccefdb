import { defineAudited } from '@dangwu/platform/audit';
import { sheetWords } from './scoring-words';

/** What is recorded of sheets. */
defineAudited({
  actions: {
    'assessment.saveScores': { zh: '填写评分表', en: 'Fill in a sheet of scores' },
    'assessment.submitSheet': { zh: '提交评分表', en: 'Hand in a sheet of scores' },
    'assessment.recordVotes': { zh: '录入测评票计票', en: 'Record the count of a vote' },
    'assessment.downloadScores': { zh: '下载评分表', en: 'Download sheets of scores' },
    'assessment.returnSheet': { zh: '退回评分表', en: 'Return a sheet of scores' },
  },
  subjects: { Assessment: { zh: '考核对象', en: 'Assessment' } },
  fields: {
    sheet: { zh: '评分表', en: 'sheet' },
    sheets: { zh: '评分表份数', en: 'sheets' },
    scores: { zh: '评分', en: 'scores' },
    indicator: { zh: '指标', en: 'indicator' },
    level: { zh: '档次', en: 'level' },
    points: { zh: '分数', en: 'points' },
    occurrences: { zh: '次数', en: 'times' },
    comment: { zh: '说明', en: 'comment' },
    votes: { zh: '票数', en: 'papers' },
    tellers: { zh: '计票人', en: 'tellers' },
    late: { zh: '逾期', en: 'late' },
  },
  values: { sheet: sheetWords },
});
