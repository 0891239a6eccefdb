import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of the execution of decisions. Reports stay out of the log: they are read with the matter. */
defineAudited({
  actions: {
    'matter.resume': { zh: '缓议事项重新待审', en: 'Take a deferred matter up again' },
    'matter.execute': { zh: '事项转入执行', en: 'Begin to carry a decision out' },
    'matter.addMilestone': { zh: '添加执行节点', en: 'Add a milestone' },
    'matter.dropMilestone': { zh: '取消执行节点', en: 'Drop a milestone' },
    'matter.reportMilestone': { zh: '报告节点办结', en: 'Report a milestone as carried out' },
    'matter.closeMilestone': { zh: '节点销号', en: 'Close a milestone' },
    'matter.returnMilestone': { zh: '节点退回重办', en: 'Give a milestone back' },
    'matter.reportBack': { zh: '向党委反馈执行情况', en: 'Report back to the committee' },
    'matter.close': { zh: '事项办结', en: 'Close a matter' },
    'matter.downloadReport': { zh: '下载反馈附件', en: 'Download the file of a report', kind: 'EXPORT' },
  },
  subjects: { MatterReport: { zh: '执行情况反馈', en: 'Report back' } },
  fields: {
    milestone: { zh: '节点', en: 'milestone' },
    milestones: { zh: '节点数', en: 'milestones' },
    report: { zh: '第几次反馈', en: 'report' },
  },
});
