import { defineAudited } from '@dangwu/platform/audit';
import { adviceKindWords, adviceStanceWords, adviceStateWords } from './advice-words';

/** What is recorded of opinions on matters. Their words stay out of the log: they are read with the matter. */
defineAudited({
  actions: {
    'matter.askAdvice': { zh: '征求意见', en: 'Ask for an opinion on a matter' },
    'matter.giveAdvice': { zh: '提出意见', en: 'Give an opinion on a matter' },
    'matter.declineAdvice': { zh: '谢绝提出意见', en: 'Decline to give an opinion' },
    'matter.revokeAdvice': { zh: '取消征求意见', en: 'Ask for an opinion no longer' },
    'matter.nudgeAdvice': { zh: '催要意见', en: 'Urge for an opinion' },
    'matter.downloadAdvice': { zh: '下载意见附件', en: 'Download the file of an opinion', kind: 'EXPORT' },
  },
  subjects: { MatterAdvice: { zh: '审议前意见', en: 'Opinion on a matter' } },
  fields: {
    adviceKind: { zh: '意见类别', en: 'which opinion' },
    adviceDueOn: { zh: '意见期限', en: 'opinion due on' },
    stance: { zh: '结论', en: 'stance' },
    score: { zh: '评分', en: 'score' },
  },
  values: { adviceKind: adviceKindWords, stance: adviceStanceWords, adviceState: adviceStateWords },
});
