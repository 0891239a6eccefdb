import { defineAudited } from '@dangwu/platform/audit';
import { supervisionStateWords } from './supervision-words';

/** What is recorded of supervision items. What was reported stays out of the log: it is read with the item. */
defineAudited({
  actions: {
    'supervisionItem.report': { zh: '报告办结', en: 'Report as carried out' },
    'supervisionItem.close': { zh: '确认销号', en: 'Close a supervision item' },
    'supervisionItem.return': { zh: '退回重办', en: 'Give a supervision item back' },
    'supervisionItem.downloadFile': { zh: '下载佐证文件', en: 'Download evidence', kind: 'EXPORT' },
  },
  subjects: { SupervisionItem: { zh: '督办事项', en: 'Supervision item' } },
  values: { state: supervisionStateWords },
});
