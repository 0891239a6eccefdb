import type { Messages } from '@dangwu/platform/errors';
import type { CycleAct } from './cycle-lifecycle';
import type { CycleGapKind, CycleStage, Participation } from './cycle.enums';

/** What people call the stages: in refusals, reminders and the audit log. */
export const stageWords: Readonly<Record<CycleStage, Messages>> = {
  PREPARING: { zh: '筹备', en: 'being prepared' },
  SELF_ASSESSMENT: { zh: '自评', en: 'in self-assessment' },
  VERIFICATION: { zh: '上级核实', en: 'being verified' },
  EXPERT_REVIEW: { zh: '专家评分', en: 'in expert review' },
  MODERATION: { zh: '平衡', en: 'in moderation' },
  NOTICE: { zh: '公示', en: 'on public notice' },
  OBJECTION: { zh: '处理异议', en: 'having objections decided' },
  FINAL: { zh: '定等归档', en: 'final' },
};

export const cancelledWords: Messages = { zh: '已取消', en: 'cancelled' };

export const cycleActWords: Readonly<Record<CycleAct, Messages>> = {
  change: { zh: '改动期限', en: 'changed' },
  advance: { zh: '进入下一阶段', en: 'moved on' },
  reopen: { zh: '退回前面的阶段', en: 'taken back' },
  cancel: { zh: '取消', en: 'cancelled' },
  answer: { zh: '答复邀请', en: 'answered' },
  exclude: { zh: '移出考核对象', en: 'left by an organization' },
  nameScorers: { zh: '确定专家', en: 'given experts' },
  removeScorer: { zh: '移出专家', en: 'left by an expert' },
  snapshot: { zh: '取数', en: 'given its figures' },
  vote: { zh: '办理无记名测评', en: 'voted on' },
  compute: { zh: '算分', en: 'computed' },
  adjust: { zh: '平衡调整', en: 'moderated' },
  publish: { zh: '公示', en: 'put on notice' },
  object: { zh: '提出异议', en: 'objected to' },
  decide: { zh: '处理异议', en: 'given a decision on an objection' },
  finish: { zh: '定等归档', en: 'made final' },
  letters: { zh: '印发结果通知书', en: 'told in letters' },
  handOver: { zh: '移交整改', en: 'handed over' },
};

export const participationWords: Readonly<Record<Participation, Messages>> = {
  REQUIRED: { zh: '参加', en: 'takes part' },
  INVITED: { zh: '已邀请', en: 'invited' },
  OPTED_IN: { zh: '自愿参加', en: 'chose to take part' },
  DECLINED: { zh: '不参加', en: 'chose not to' },
  EXCLUDED: { zh: '不再考核', en: 'taken out' },
};

/** The group of all, where none are made. */
export const everybody = { key: 'ALL', zh: '全部' } as const;
/** The group of those that stand in no tier. */
export const noTier = { key: 'NONE', zh: '未分层面' } as const;

/** Why an organization that was dissolved meanwhile is excluded. */
export const dissolvedNote = (on: string): string => `已于 ${on} 撤销`;

/** What is missing, with how many of it. */
export const gapWords: Readonly<Record<CycleGapKind, Messages>> = {
  NOBODY: { zh: '没有一个参加的党组织', en: 'nobody takes part' },
  SELF: { zh: '{count} 个党组织没有交自评', en: '{count} self-assessments are not handed in' },
  INVITATION: { zh: '{count} 个受邀的党组织没有答复', en: '{count} invitations are not answered' },
  VERIFICATION: { zh: '{count} 份自评没有核实', en: '{count} self-assessments are not verified' },
  NO_SCORER: { zh: '没有确定专家', en: 'no expert is named' },
  GROUP_WITHOUT_SCORER: { zh: '{count} 个对比组没有专家', en: '{count} groups have no expert' },
  SCORER: { zh: '{count} 位专家没有评完', en: '{count} experts have sheets left' },
  VOTE: {
    zh: '{count} 次无记名测评还没有计票，请先计票或者作废',
    en: '{count} secret votes are not counted; count or void them first',
  },
  NOT_COMPUTED: { zh: '{count} 个党组织没有算分', en: '{count} results are not computed' },
  FIGURES: { zh: '正在取数，请等取完', en: 'the figures are being read; wait until they are' },
  NOTICE: { zh: '公示还没有期满，请等期满', en: 'the public notice is not over; wait until it is' },
};

/** That an expert is gone, and what stays. */
export const removedScorer = (name: string, submitted: number, reason: string): string =>
  submitted > 0 ? `${name}（已交的 ${submitted} 份评分保留）：${reason}` : `${name}：${reason}`;

export const snapshotProgress: Messages = { zh: '取数', en: 'reading figures' };
export const snapshotDone: Messages = {
  zh: '已取 {count} 个党组织的 {figures} 项数',
  en: 'read {figures} figures of {count} organizations',
};

/** What somebody is asked for, in a line. */
export const askedWords = {
  SELF_ASSESSMENT: {
    zh: '{title}：请自评（{name}，{dueOn} 前）',
    en: '{title}: self-assessment of {name}, by {dueOn}',
  },
  INVITED: {
    zh: '{title}：邀请{name}参加，请答复（{dueOn} 前）',
    en: '{title}: {name} is invited; answer by {dueOn}',
  },
  VERIFICATION: { zh: '{title}：{count} 份自评待核实（{dueOn} 前）', en: '{title}: {count} to verify by {dueOn}' },
  EXPERT_REVIEW: { zh: '{title}：{count} 个党组织待评分（{dueOn} 前）', en: '{title}: {count} to score by {dueOn}' },
  CONDUCT: { zh: '{title}：本阶段到 {dueOn}', en: '{title}: the stage lasts until {dueOn}' },
} as const satisfies Record<string, Messages>;
