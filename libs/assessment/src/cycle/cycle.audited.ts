import { defineAudited } from '@dangwu/platform/audit';
import { participationWords, stageWords } from './cycle-words';

/** What is recorded of cycles. */
defineAudited({
  actions: {
    'cycle.open': { zh: '开启考核周期', en: 'Open an assessment cycle' },
    'cycle.change': { zh: '改动考核周期', en: 'Change an assessment cycle' },
    'cycle.advance': { zh: '进入下一阶段', en: 'Move an assessment cycle on' },
    'cycle.reopen': { zh: '退回前面的阶段', en: 'Take an assessment cycle back' },
    'cycle.cancel': { zh: '取消考核周期', en: 'Cancel an assessment cycle' },
    'cycle.readFigures': { zh: '开始取数', en: 'Begin to read figures' },
    'cycle.figuresRead': { zh: '取数', en: 'Read figures' },
    'cycle.optIn': { zh: '自愿参加考核', en: 'Take part in an assessment' },
    'cycle.decline': { zh: '不参加考核', en: 'Decline an assessment' },
    'cycle.exclude': { zh: '移出考核', en: 'Take out of an assessment' },
    'cycle.nameScorers': { zh: '确定考核专家', en: 'Name experts of an assessment' },
    'cycle.removeScorer': { zh: '移出考核专家', en: 'Remove an expert of an assessment' },
  },
  subjects: {
    AssessmentCycle: { zh: '考核周期', en: 'Assessment cycle' },
    Assessment: { zh: '考核对象', en: 'Assessment' },
  },
  fields: {
    periodFrom: { zh: '考核期起', en: 'period from' },
    periodTo: { zh: '考核期止', en: 'period to' },
    groupBy: { zh: '分组', en: 'grouped by' },
    relations: { zh: '领导、指导', en: 'relations' },
    tiers: { zh: '层面', en: 'tiers' },
    organizationTypes: { zh: '组织类型', en: 'types' },
    schemeVersionId: { zh: '方案版本', en: 'version of the scheme' },
    snapshotAt: { zh: '取数时间', en: 'figures read' },
    readingJobId: { zh: '取数任务', en: 'job that reads figures' },
    noticeFrom: { zh: '公示起', en: 'notice from' },
    noticeTo: { zh: '公示止', en: 'notice to' },
    sealedAt: { zh: '归档时间', en: 'sealed' },
    digest: { zh: '结果摘要', en: 'digest' },
    cancelledAt: { zh: '取消时间', en: 'cancelled' },
    cancelReason: { zh: '取消原因', en: 'reason' },
    participation: { zh: '参加', en: 'participation' },
    participationNote: { zh: '说明', en: 'note' },
    scorers: { zh: '专家', en: 'experts' },
    submitted: { zh: '已交评分', en: 'sheets handed in' },
    ...stageWords,
  },
  values: { stage: stageWords, participation: participationWords },
});
