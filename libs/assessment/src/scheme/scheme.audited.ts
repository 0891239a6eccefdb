import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of schemes. */
defineAudited({
  actions: {
    shipAssessmentSchemes: { zh: '载入考核方案', en: 'Load the shipped assessment schemes' },
    'scheme.create': { zh: '新建考核方案', en: 'Create an assessment scheme' },
    'scheme.change': { zh: '改动考核方案的名称和依据', en: 'Change name and basis of an assessment scheme' },
    'scheme.beginDraft': { zh: '起草方案新版', en: 'Begin a draft of an assessment scheme' },
    'scheme.saveDraft': { zh: '保存方案草稿', en: 'Save a draft of an assessment scheme' },
    'scheme.discardDraft': { zh: '舍弃方案草稿', en: 'Discard a draft of an assessment scheme' },
    'scheme.publish': { zh: '发布考核方案', en: 'Publish an assessment scheme' },
    'scheme.retire': { zh: '停用考核方案', en: 'Retire an assessment scheme' },
    'scheme.restore': { zh: '恢复考核方案', en: 'Restore an assessment scheme' },
  },
  subjects: { AssessmentScheme: { zh: '考核方案', en: 'Assessment scheme' } },
  fields: {
    schemes: { zh: '方案', en: 'schemes' },
    'AssessmentScheme.no': { zh: '第几版', en: 'version' },
    'AssessmentScheme.note': { zh: '改了什么', en: 'what changed' },
    'AssessmentScheme.indicators': { zh: '指标数', en: 'indicators' },
    'AssessmentScheme.faults': { zh: '问题数', en: 'faults' },
    'AssessmentScheme.hash': { zh: '内容摘要', en: 'digest' },
    'AssessmentScheme.basedOn': { zh: '依据的版本', en: 'begun from' },
    'AssessmentScheme.basisZh': { zh: '依据', en: 'basis in Chinese' },
    'AssessmentScheme.basisEn': { zh: '英文依据', en: 'basis' },
  },
  values: {},
});
