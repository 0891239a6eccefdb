import { defineAudited } from '@dangwu/platform/audit';

/** What this library records. */
defineAudited({
  actions: {
    'view.save': { zh: '保存视图', en: 'Save a view' },
    'view.rename': { zh: '重命名视图', en: 'Rename a view' },
    'view.changeState': { zh: '更新视图', en: 'Change what a view shows' },
    'view.share': { zh: '共享视图', en: 'Share a view' },
    'view.arrange': { zh: '调整视图次序', en: 'Arrange views' },
    'view.chooseDefault': { zh: '选定默认视图', en: 'Choose the default view' },
    'view.delete': { zh: '删除视图', en: 'Delete a view' },
  },
  subjects: { SavedView: { zh: '视图', en: 'View' } },
  fields: {
    ledger: { zh: '台账', en: 'ledger' },
    audience: { zh: '可用范围', en: 'audience' },
    views: { zh: '视图次序', en: 'order of views' },
  },
});
