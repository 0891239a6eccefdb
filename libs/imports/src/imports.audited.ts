import { defineAudited } from '@dangwu/platform/audit';
import { stateWords } from './batch/import-states';

/** What this library records; what the rows become is recorded by the domain they belong to. */
defineAudited({
  actions: {
    'import.reading': { zh: '上传名册并检查', en: 'Check a roster' },
    'import.mapping': { zh: '名册待对应各列', en: 'A roster waits for its columns' },
    'import.checked': { zh: '名册检查完成', en: 'A roster is checked' },
    'import.revised': { zh: '更正名册', en: 'Correct a roster' },
    'import.writing': { zh: '确认导入', en: 'Confirm an import' },
    'import.imported': { zh: '导入完成', en: 'An import is written' },
    'import.discarded': { zh: '放弃导入', en: 'Discard an import' },
    'import.undone': { zh: '撤销导入', en: 'Undo an import' },
    'import.failed': { zh: '导入没有成功', en: 'An import failed' },
    'import.faultyRows': { zh: '下载待改正的行', en: 'Download rows to correct', kind: 'EXPORT' },
  },
  subjects: { ImportBatch: { zh: '导入批次', en: 'Import' } },
  fields: {
    total: { zh: '总行数', en: 'rows in all' },
    good: { zh: '无误的行', en: 'good rows' },
    created: { zh: '新建', en: 'created' },
    updated: { zh: '更新', en: 'updated' },
    unchanged: { zh: '不变', en: 'unchanged' },
    columns: { zh: '对应的列数', en: 'columns mapped' },
    column: { zh: '列', en: 'column' },
    row: { zh: '行', en: 'row' },
    personal: { zh: '含个人信息', en: 'with personal data' },
  },
  values: {
    state: stateWords,
    kind: {
      ORGANIZATIONS: { zh: '党组织名册', en: 'roster of organizations' },
      UNITS: { zh: '单位名册', en: 'roster of units' },
      ACTIVITIES: { zh: '活动台账', en: 'list of activities' },
    },
  },
});
