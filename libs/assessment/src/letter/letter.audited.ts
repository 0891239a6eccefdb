import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of letters, and of files of a cycle. */
defineAudited({
  actions: {
    'cycle.writeLetters': { zh: '开始印发结果通知书', en: 'Begin to issue letters of an assessment' },
    'cycle.lettersIssued': { zh: '印发结果通知书', en: 'Issue letters of an assessment' },
    'assessment.downloadLetter': { zh: '下载结果通知书', en: 'Download the letter of an assessment' },
    'cycle.downloadNotice': { zh: '下载公示文件', en: 'Download the public notice of an assessment' },
    'cycle.exportEvidence': { zh: '导出考核档案', en: 'Export the file of an assessment cycle' },
  },
  subjects: {},
  fields: {
    issued: { zh: '印发', en: 'issued' },
    letters: { zh: '通知书', en: 'letters' },
    sumsHash: { zh: '摘要清单的摘要', en: 'hash of the sums' },
  },
  values: {
    kind: {
      ASSESSMENT_LETTERS_EXPORT: { zh: '印发结果通知书', en: 'letters of an assessment' },
      ASSESSMENT_EVIDENCE_EXPORT: { zh: '导出考核档案', en: 'file of an assessment cycle' },
    },
  },
});
