import { defineAudited } from '@dangwu/platform/audit';
import { minutesStateWords } from './minutes-words';

// DRAFT is what activities call a draft
const { DRAFT: _, ...signedStateWords } = minutesStateWords;

/** What minutes and attachments record. */
defineAudited({
  actions: {
    'minutes.begin': { zh: '开始会议记录', en: 'Begin minutes' },
    'minutes.save': { zh: '保存会议记录', en: 'Save minutes' },
    'minutes.signAsRecorder': { zh: '记录人签字', en: 'Sign minutes as the recorder' },
    'minutes.lock': { zh: '主持人签字并锁定', en: 'Sign minutes as the chair and lock them' },
    'minutes.withdraw': { zh: '撤回会议记录签字', en: 'Take minutes back' },
    'minutes.correct': { zh: '更正会议记录', en: 'Correct minutes' },
    'minutes.download': { zh: '下载纪要', en: 'Download minutes', kind: 'EXPORT' },
    'minutes.lockOnPaper': { zh: '登记纸质签字并锁定', en: 'Record the signature of the chair on paper and lock' },
    'attachment.add': { zh: '添加附件', en: 'Attach a file' },
    'attachment.remove': { zh: '删除附件', en: 'Delete an attachment' },
    'attachment.download': { zh: '下载附件', en: 'Download an attachment', kind: 'EXPORT' },
  },
  subjects: {
    Minutes: { zh: '会议记录', en: 'Minutes' },
    Attachment: { zh: '附件', en: 'Attachment' },
  },
  fields: {
    versionNo: { zh: '版本', en: 'version' },
    contentHash: { zh: '内容摘要值', en: 'hash of the content' },
    documentNumber: { zh: '文号', en: 'number' },
    format: { zh: '格式', en: 'format' },
    paperAttachmentId: { zh: '纸质签字页', en: 'signed page' },
  },
  values: { state: signedStateWords },
});
