import { defineAudited } from '@dangwu/platform/audit';
import { documentKindWords } from './document-words';

/** What is recorded of papers of sessions. */
defineAudited({
  actions: {
    'session.issueDocument': { zh: '印发会议公文', en: 'Issue a document of a session' },
    'session.downloadDocument': { zh: '下载会议公文', en: 'Download a document of a session', kind: 'EXPORT' },
    'session.downloadPack': { zh: '下载会议材料', en: 'Download the papers of a session', kind: 'EXPORT' },
    'session.keepPack': { zh: '生成会议材料', en: 'Make the papers of a session' },
    'seal.set': { zh: '上传签章图像', en: 'Add the picture of a seal' },
    'seal.remove': { zh: '移除签章图像', en: 'Remove the picture of a seal' },
  },
  subjects: {
    SessionDocument: { zh: '会议公文', en: 'Document of a session' },
    SealImage: { zh: '签章图像', en: 'Picture of a seal' },
  },
  fields: {
    documentKind: { zh: '公文种类', en: 'kind of document' },
    sealHash: { zh: '签章图像哈希', en: 'hash of the picture of the seal' },
    packNo: { zh: '材料第几版', en: 'version of the papers' },
    pages: { zh: '页数', en: 'pages' },
    fileHash: { zh: '文件哈希', en: 'hash of the file' },
  },
  values: { documentKind: documentKindWords },
});
