import { defineAudited } from '@dangwu/platform/audit';
import { dispatchKindWords, dispatchOutcomeWords, dispatchStateWords } from './dispatch-words';

// the other states are called as those of matters are
const { ISSUED, RECEIVED, REPLIED } = dispatchStateWords;

/** What is recorded of dispatches. */
defineAudited({
  actions: {
    'dispatch.draft': { zh: '起草请示报告', en: 'Draft a dispatch' },
    'dispatch.change': { zh: '修改请示报告', en: 'Change a dispatch' },
    'dispatch.addAttachment': { zh: '添加请示报告附件', en: 'Attach a file to a dispatch' },
    'dispatch.removeAttachment': { zh: '移除请示报告附件', en: 'Remove an attachment of a dispatch' },
    'dispatch.downloadAttachment': {
      zh: '下载请示报告附件',
      en: 'Download an attachment of a dispatch',
      kind: 'EXPORT',
    },
    'dispatch.issue': { zh: '印发请示报告', en: 'Issue a dispatch' },
    'dispatch.receive': { zh: '登记收文', en: 'Record the receipt of a dispatch' },
    'dispatch.reply': { zh: '登记批复', en: 'Record the reply to a request' },
    'dispatch.followUp': { zh: '报告落实情况', en: 'Follow up a request' },
    'dispatch.close': { zh: '办结请示报告', en: 'Close a dispatch' },
    'dispatch.download': { zh: '下载请示报告', en: 'Download a dispatch' },
    'dispatch.export': { zh: '导出请示报告登记簿', en: 'Export requests and reports' },
    'dispatch.withdraw': { zh: '撤回请示报告', en: 'Withdraw a dispatch' },
  },
  subjects: {
    Dispatch: { zh: '请示报告', en: 'Dispatch' },
    DispatchAttachment: { zh: '请示报告附件', en: 'Attachment of a dispatch' },
  },
  fields: {
    attachment: { zh: '附件', en: 'attachment' },
    attachmentsHash: { zh: '附件清单的哈希', en: 'hash of the list of attachments' },
    sha256: { zh: '文件的 SHA-256', en: 'SHA-256 of the file' },
    body: { zh: '正文', en: 'text' },
    superior: { zh: '主送', en: 'sent to' },
    superiorName: { zh: '主送', en: 'sent to' },
    superiorOrganizationId: { zh: '主送党组织', en: 'sent to the organization' },
    levelReason: { zh: '越级原因', en: 'why it passes over a level' },
    copies: { zh: '抄送', en: 'copies' },
    actOn: { zh: '拟办日期', en: 'planned for' },
    dueOn: { zh: '上级限期', en: 'wanted by' },
    matterId: { zh: '所涉事项', en: 'matter' },
    issuedOn: { zh: '印发日期', en: 'issued on' },
    receivedOn: { zh: '收文日期', en: 'received on' },
    repliedOn: { zh: '批复日期', en: 'replied on' },
    replyNumber: { zh: '批复文号', en: 'number of the reply' },
    replyText: { zh: '批复内容', en: 'words of the reply' },
    followUpAsked: { zh: '须报告落实情况', en: 'follow-up asked' },
    followUpDueOn: { zh: '落实情况报告期限', en: 'follow-up due' },
    followedUpOn: { zh: '报告落实日期', en: 'followed up on' },
    followUpText: { zh: '落实情况', en: 'what came of it' },
  },
  values: {
    state: { ISSUED, RECEIVED, REPLIED },
    kind: {
      ...dispatchKindWords,
      DISPATCH_EXPORT: { zh: '导出请示报告登记簿', en: 'export of requests and reports' },
    },
    outcome: dispatchOutcomeWords,
  },
});
