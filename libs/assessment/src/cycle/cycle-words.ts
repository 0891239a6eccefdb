import type { Messages } from '@dangwu/platform/errors';
import type { CycleAct } from './cycle-lifecycle';
import type { CycleStage, Participation } from './cycle.enums';

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
  publish: { zh: '公示', en: 'put on notice' },
  finish: { zh: '定等归档', en: 'made final' },
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
