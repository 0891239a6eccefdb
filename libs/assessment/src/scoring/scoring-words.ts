import type { Messages } from '@dangwu/platform/errors';
import type { SchemeNode } from '../engine';
import type { Entry } from './asked-lines';
import type { CycleStage } from '../cycle/cycle.enums';
import type { ScoreSource } from './scoring.enums';

/** What people call the sheets: in refusals and the audit log. */
export const sheetWords: Readonly<Record<ScoreSource, Messages>> = {
  SELF: { zh: '自评表', en: 'self-assessment' },
  VERIFIER: { zh: '核实表', en: 'verification' },
  EXPERT: { zh: '专家评分表', en: "expert's sheet" },
};

export const scoringStageWords: Readonly<Record<CycleStage, Messages>> = {
  PREPARING: { zh: '筹备', en: 'preparing' },
  SELF_ASSESSMENT: { zh: '自评', en: 'self-assessment' },
  VERIFICATION: { zh: '上级核实', en: 'verification' },
  EXPERT_REVIEW: { zh: '专家评分', en: 'expert review' },
  MODERATION: { zh: '平衡', en: 'moderation' },
  NOTICE: { zh: '公示', en: 'notice' },
  OBJECTION: { zh: '处理异议', en: 'objection' },
  FINAL: { zh: '定等归档', en: 'final' },
};

export const entryWords = {
  LEVEL: { zh: '档次', en: 'a level' },
  POINTS: { zh: '分数', en: 'points' },
  TIMES: { zh: '次数', en: 'how often it occurred' },
} as const satisfies Record<string, Messages>;

export const missingWords = {
  value: (indicator: Messages): Messages => ({
    zh: `“${indicator.zh}”没有评分`,
    en: `"${indicator.en}" is not scored`,
  }),
  comment: (indicator: Messages): Messages => ({
    zh: `“${indicator.zh}”扣了分，没有说明理由`,
    en: `"${indicator.en}" gives less than everything without a word why`,
  }),
  reason: (indicator: Messages): Messages => ({
    zh: `“${indicator.zh}”记了次数，没有说明是什么事`,
    en: `"${indicator.en}" is noted without a word what happened`,
  }),
};

export const notAskedWords = {
  notApplying: { zh: '它不适用于这个组织', en: 'it does not apply to this organization' },
  byBody: { zh: '次数由自评和核实填写', en: 'it is noted by the assessed and the verifier' },
} as const satisfies Record<string, Messages>;

/** What is asked for in a cell of a workbook. */
export function askedWords(node: SchemeNode, entry: Entry, places: number): Messages {
  if (entry === 'LEVEL' && node.kind === 'RUBRIC')
    return {
      zh: node.levels.map(({ name }) => name.zh).join('、'),
      en: node.levels.map(({ name }) => name.en).join(', '),
    };
  if (entry === 'TIMES') return { zh: '次数，0 到 1000 的整数', en: 'a whole number from 0 to 1000' };
  const most = 'weight' in node ? node.weight : '0';
  return {
    zh: `0 到 ${most} 的分数，最多 ${places} 位小数`,
    en: `points from 0 to ${most} with at most ${places} places`,
  };
}
