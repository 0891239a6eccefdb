import { defineErrors } from '@dangwu/platform/errors';

export const scoringErrors = defineErrors('assessment sheets', {
  SHEET_EXCLUDED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{subject}”不参加本期考核，不能评分。组织考核的人可以在考核周期里调整参加情况。',
    en: '"{subject}" does not take part in this cycle and is not scored. Whoever conducts the cycle can change that.',
  },
  SHEET_STAGE: {
    code: 'PRECONDITION_FAILED',
    zh: '本期考核现在是“{stageZh}”阶段，{sheetZh}不能再填。确需修改的，请组织考核的人退回阶段，并说明原因。',
    en: 'The cycle is in the stage "{stageEn}", in which the {sheetEn} is closed. Whoever conducts it can go back a stage, with a reason.',
  },
  SHEET_CANCELLED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已经取消，不再评分。',
    en: '"{title}" was cancelled; nothing is scored any more.',
  },
  SHEET_SUBMITTED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{subject}”的{sheetZh}已经提交，不能再改。要改的话，请有权的人退回。',
    en: 'The {sheetEn} of "{subject}" was submitted and stays as it is. To change it, have it returned.',
  },
  SHEET_NOT_SUBMITTED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{subject}”的{sheetZh}还没有提交，不用退回。',
    en: 'The {sheetEn} of "{subject}" was not submitted, so there is nothing to return.',
  },
  SHEET_INCOMPLETE: {
    code: 'BAD_USER_INPUT',
    zh: '还不能提交，有 {count} 处没填好：{missingZh}。请补上后再提交。',
    en: 'It cannot be submitted yet; {count} things are missing: {missingEn}. Add them first.',
  },
  SCORER_NOT_NAMED: {
    code: 'FORBIDDEN',
    zh: '您不是“{subject}”这次考核的评分专家。请与组织考核的人核对专家名单。',
    en: 'You are no expert for "{subject}" in this cycle. Check the list of experts with whoever conducts it.',
  },
  SCORER_RECUSED: {
    code: 'RULE_VIOLATION',
    zh: '“{subject}”是您所在的党组织，或者已登记您回避，依据考核回避的规定，您不能给它评分。请由其他人评分。',
    en: '"{subject}" is your own organization, or one you are recused from: by the rule of recusal you do not score it. Leave it to others.',
  },
  SCORE_NODE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '方案里没有指标“{node}”。请重新打开评分表。',
    en: 'The scheme has no indicator "{node}". Open the sheet again.',
  },
  SCORE_NOT_TYPED: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”由系统取数或投票得出，不能手填分数。对取数有疑问的，可以写说明，由平衡阶段处理。',
    en: '"{indicator}" is counted from records or votes and is never typed. Say in a comment what is wrong with it; moderation decides.',
  },
  SCORE_OTHER_KIND: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”要填的是{kindZh}。请按评分表的格式填写。',
    en: '"{indicator}" asks for {kindEn}. Fill it in as the sheet shows it.',
  },
  SCORE_LEVEL_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”没有“{given}”这一档，可选：{levels}。请重新选择。',
    en: '"{indicator}" has no level "{given}"; there are: {levels}. Choose one of them.',
  },
  SCORE_POINTS: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”的分数“{given}”不对：应当是 0 到 {most} 的数，最多 {places} 位小数。请改正。',
    en: 'The points "{given}" of "{indicator}" are not possible: a number from 0 to {most} with at most {places} places. Correct it.',
  },
  SCORE_TIMES: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”的次数“{given}”不对：应当是 0 到 {most} 的整数。请改正。',
    en: 'The number "{given}" of "{indicator}" is not possible: a whole number from 0 to {most}. Correct it.',
  },
  SCORE_NOT_ASKED: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”不用您填：{whyZh}。',
    en: '"{indicator}" is not asked of you: {whyEn}.',
  },
  EVIDENCE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '“{id}”不是“{subject}”本期的记录，或者您看不到它。请从列出的记录中选择。',
    en: '"{id}" is no record of "{subject}" in this period, or you cannot see it. Choose one of those listed.',
  },
  NOTHING_TO_SCORE: {
    code: 'NOT_FOUND',
    zh: '这一期考核里没有等您填写的评分表。请在“我的评分”里核对。',
    en: 'No sheet of this cycle is yours to fill in. See your scores for those that are.',
  },
  SCORES_FILE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到您上传的文件，读过一次的也不再保留。请重新上传填好的评分表。',
    en: 'No such file of yours was found; one that was read is not kept. Upload the workbook that you filled in again.',
  },
  SCORES_FILE_TOO_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '《{name}》超过 {limit} MB，不像是下载的评分表，没有读取。请用从“我的评分”下载的表。',
    en: '"{name}" exceeds {limit} MB and does not look like a downloaded workbook; it was not read. Use the one from your scores.',
  },
  VOTES_OF_SYSTEM: {
    code: 'PRECONDITION_FAILED',
    zh: '“{indicator}”的投票在系统里进行，由系统计票，不能手工录入。',
    en: 'The vote on "{indicator}" is held in the system, which counts it; nothing is recorded by hand.',
  },
  VOTES_UNKNOWN_OPTION: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”没有“{given}”这一栏。请按方案的投票人和选项录入。',
    en: 'The vote on "{indicator}" has no "{given}". Record it by the groups and options of the scheme.',
  },
  VOTES_NOBODY: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”一张有效票也没有，不能计分。请核对计票结果。',
    en: 'Of the vote on "{indicator}" no paper counts, so it gives no points. Check the count.',
  },
});
