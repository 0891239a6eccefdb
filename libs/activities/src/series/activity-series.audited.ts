import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of series; of each occurrence its own events, too. */
defineAudited({
  actions: {
    'activitySeries.plan': { zh: '安排系列活动', en: 'Plan a series of activities' },
    'activitySeries.change': { zh: '修改系列活动', en: 'Change a series of activities' },
    'activitySeries.move': { zh: '系列活动整体改期', en: 'Move a series of activities' },
    'activitySeries.addDate': { zh: '系列活动加一次', en: 'Add a date to a series of activities' },
    'activitySeries.end': { zh: '结束系列活动', en: 'End a series of activities' },
  },
  subjects: {
    ActivitySeries: { zh: '系列活动', en: 'Series of activities' },
  },
  fields: {
    rule: { zh: '重复规则', en: 'recurrence' },
    atTime: { zh: '时间', en: 'time of day' },
    holidayPolicy: { zh: '遇节假日', en: 'on holidays' },
    additions: { zh: '加的日期', en: 'dates added' },
    exceptions: { zh: '例外日期', en: 'exceptions' },
    seriesChanged: { zh: '单独改过', en: 'changed by itself' },
  },
});
