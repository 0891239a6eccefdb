import { defineErrors } from '@dangwu/platform/errors';

export const letterErrors = defineErrors('assessment-letters', {
  LETTER_NOT_ISSUED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”的考核结果通知书还没有印发。定等归档后由主办单位印发，印发后可以在这里下载。',
    en: 'The letter that tells "{name}" of its result is not issued yet. Whoever conducts the cycle issues it once results are final; then it can be downloaded here.',
  },
  EVIDENCE_EARLY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”还没有算分，没有可以导出的档案。请先算分。',
    en: '"{title}" has no results, so there is no file to export. Compute its results first.',
  },
});
