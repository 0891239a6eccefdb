import type { LocalText } from '@dangwu/platform/text';

/** What a replay finds to be otherwise than it was told. */
export const replayWords = {
  points: { zh: '得分', en: 'points' },
  weight: { zh: '分值', en: 'weight' },
  applies: { zh: '是否适用', en: 'whether it applies' },
  before: { zh: '调整前得分', en: 'points before moderation' },
  basis: { zh: '依据', en: 'what it rests on' },
  total: { zh: '总分', en: 'total' },
  rank: { zh: '组内名次', en: 'place in the group' },
  grade: { zh: '等次', en: 'grade' },
  gradeByPoints: { zh: '按分数的等次', en: 'grade by points' },
  vetoes: { zh: '一票否决', en: 'vetoes' },
  faults: { zh: '缺什么', en: 'what is missing' },
  tieFigures: { zh: '同分时比较的数', en: 'figures that settle ties' },
  keptTotal: { zh: '结果表里的总分', en: 'total beside the kept result' },
  digest: { zh: '结果摘要', en: 'digest of the result' },
  kept: { zh: '留存的结果（与其摘要不符）', en: 'the kept result, which does not fit its digest' },
  result: { zh: '结果', en: 'the result' },
  sealed: { zh: '归档时的全部结果摘要', en: 'digest of all final results' },
} as const satisfies Record<string, LocalText>;

export const replayUsage = [
  'npm run assessment:replay -- CYCLE            compute a cycle again from what it keeps, and compare every digit',
  'npm run assessment:replay -- CYCLE --json     the same for programs',
  'npm run assessment:replay -- CYCLE --to FILE  write what it is computed from, and what was told, into a file',
  'npm run assessment:replay -- --from FILE      compute from such a file, in whatever database, as empty as it may be',
  'CYCLE is the id of a cycle (AssessmentCycle_…) or its title.',
];
