import { defineErrors } from '@dangwu/platform/errors';

export const cycleErrors = defineErrors('assessment-cycles', {
  CYCLE_STAGE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stageZh}”，不能{actZh}。请按它所处的阶段办理；要改前面的，先说明原因退回。',
    en: '"{title}" is {stageEn} and cannot be {actEn}. Go on with what its stage allows; to change what lies behind, take it back with a reason first.',
  },
  CYCLE_SCHEME: {
    code: 'PRECONDITION_FAILED',
    zh: '方案“{scheme}”第 {no} 版不能用来开启考核：{whyZh}。请换一个已发布、没有停用、考核党组织的版本。',
    en: 'Version {no} of "{scheme}" cannot be used for a cycle: {whyEn}. Choose a published version, not retired, that assesses organizations.',
  },
  CYCLE_PERIOD: {
    code: 'BAD_USER_INPUT',
    zh: '{from} 至 {to} 不是整月，或者长于三年。取数按月，请从某月一日到某月末日。',
    en: '{from} to {to} is no span of whole months of at most three years. Figures are counted by the month: begin on the first of one and end on the last of one.',
  },
  CYCLE_NOBODY: {
    code: 'PRECONDITION_FAILED',
    zh: '这样的范围里没有一个党组织。请放宽层面、类型或者领导、指导关系。',
    en: 'There is not one organization in this scope. Widen the tiers, types or relations.',
  },
  CYCLE_DEADLINES: {
    code: 'BAD_USER_INPUT',
    zh: '“{stageZh}”的期限 {dueOn} 不对：各阶段都要有期限，一个不早于前一个，也不早于今天 {today}。请改正。',
    en: 'The deadline {dueOn} of the stage "{stageEn}" is not possible: each stage has one, not before that of the stage before it, nor before today, {today}. Correct it.',
  },
  CYCLE_DEADLINE_REASON: {
    code: 'BAD_USER_INPUT',
    zh: '“{stageZh}”的期限从 {before} 改到 {after}，大家已经按原来的期限安排了。请写明原因，会一并告知。',
    en: 'The deadline of "{stageEn}" moves from {before} to {after}, and people rely on it. Give the reason; it is told with the change.',
  },
  CYCLE_DEADLINE_PAST: {
    code: 'PRECONDITION_FAILED',
    zh: '“{stageZh}”已经结束，期限不再改动。要重做，先退回到这个阶段。',
    en: 'The stage "{stageEn}" is over and its deadline stays. To do it again, take the cycle back to it first.',
  },
  CYCLE_MISSING: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”还缺：{missingZh}。请等办完，或者写明为什么不再等。',
    en: '"{title}" still lacks: {missingEn}. Wait for it, or give the reason why not.',
  },
  CYCLE_BLOCKED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”不能往下走：{missingZh}。',
    en: '"{title}" cannot move on: {missingEn}.',
  },
  CYCLE_SKIP: {
    code: 'BAD_USER_INPUT',
    zh: '要跳过“{skippedZh}”，请写明原因；只能向后跳，公示和定等不能跳过。',
    en: 'To pass over {skippedEn}, give the reason. Only stages ahead are passed over, never the notice nor the end.',
  },
  CYCLE_BACK: {
    code: 'BAD_USER_INPUT',
    zh: '只能退回到前面的阶段，不能退回到“{stageZh}”。请选一个从自评起、现在以前的阶段。',
    en: 'A cycle is taken back to an earlier stage, from self-assessment on, not to "{stageEn}". Choose one that lies behind.',
  },
  CYCLE_READING: {
    code: 'PRECONDITION_FAILED',
    zh: '正在为“{title}”取数。请等取完再办。',
    en: 'The figures of "{title}" are being read at this moment. Wait until that is done.',
  },
  CYCLE_VOTING: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”有 {count} 次无记名测评还没有结束。请先计票或者作废，再取消考核。',
    en: '{count} secret votes of "{title}" are under way. Count or void them before the cycle is cancelled.',
  },
  CYCLE_SNAPSHOT_REASON: {
    code: 'BAD_USER_INPUT',
    zh: '“{title}”已经在 {at} 取过数，评分以那时的数为准。要重新取数，请写明原因。',
    en: 'The figures of "{title}" were read on {at}, and scores rest on them. To read them again, give the reason.',
  },
  INVITATION_ANSWERED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”{stateZh}，不能再答复。只有受指导、被邀请、还没有提交自评的党组织可以答复。',
    en: '"{name}" {stateEn} and cannot answer. Only a guided organization that was invited answers, as long as it handed no self-assessment in.',
  },
  INVITATION_OWN: {
    code: 'FORBIDDEN',
    zh: '是否参加由“{name}”自己决定，别人不能代为答复。请由它的书记或工作人员答复。',
    en: 'Whether to take part is for "{name}" to choose; nobody answers for it. Have its secretary or staff answer.',
  },
  ASSESSMENT_EXCLUDED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”已经移出这次考核。',
    en: '"{name}" was taken out of this cycle already.',
  },
  SCORER_ACCOUNT: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”不能当这次考核的专家：账号停用了，或者不在本协会。请换一个人。',
    en: '"{name}" cannot be an expert of this cycle: the account is disabled, or not of this association. Choose somebody else.',
  },
  SCORER_GROUP: {
    code: 'BAD_USER_INPUT',
    zh: '这次考核没有“{group}”组。请从对比组里选。',
    en: 'There is no group "{group}" in this cycle. Choose from its groups.',
  },
  SCORER_REMOVED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”已经不是这次考核的专家。',
    en: '"{name}" is no expert of this cycle any more.',
  },
});
