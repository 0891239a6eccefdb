import { defineErrors } from '@dangwu/platform/errors';

export const matterErrors = defineErrors('matters', {
  MATTER_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，不能{actZh}。请按它现在的状态办理。',
    en: '"{title}" is {stateEn} and cannot be {actEn}. Go on with what its state allows.',
  },
  MATTER_EXTERNAL_ID_TAKEN: {
    code: 'CONFLICT',
    zh: '外部标识 {externalId} 属于“{title}”。请核对，或修改那一项。',
    en: 'The external id {externalId} belongs to "{title}". Check it, or change that matter.',
  },
  MATTER_NO_RULE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”提出的{categoryZh}没有适用的审议规则，不能提交。会员单位的事项由本单位决定；其他情况请先制定审议规则。',
    en: 'No review rule applies to {categoryEn} proposed by "{organization}". Member units decide their own matters; otherwise set a rule first.',
  },
  MATTER_INCOMPLETE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”还不能提交：{missingZh}。请补上后再提交。',
    en: '"{title}" cannot be submitted yet: {missingEn}. Complete it first.',
  },
  MATTER_MATERIALS_MISSING: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”缺少材料：{missing}。依据{ruleZh}（{basisZh}）。请上传后再提交。',
    en: '"{title}" lacks materials: {missing}. By {ruleEn} ({basisEn}). Hand them in, then submit.',
  },
  MATTER_UNCHANGED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”与上一版完全相同，不能重新提交。请按退回或审议意见修改后再提交。',
    en: '"{title}" is the same as the version before. Amend it as was asked, then submit it again.',
  },
  MATTER_MATERIAL_KIND: {
    code: 'BAD_USER_INPUT',
    zh: '材料名称“{kind}”不能为空，也不能超过 {limit} 个字。请改正。',
    en: 'The name of a material, "{kind}", has 1 to {limit} characters. Correct it.',
  },
  MATTER_FILE_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有找到您上传的这个文件。请重新上传，再添加为材料。',
    en: 'You have uploaded no such file. Upload it again, then hand it in.',
  },
  MATTER_FILE_USED: {
    code: 'CONFLICT',
    zh: '文件“{name}”已经是材料了。请重新上传，再添加。',
    en: 'The file "{name}" is handed in already. Upload it again.',
  },
  MATTER_MATERIALS_TOO_MANY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已有 {count} 件材料，最多 {limit} 件。请合并后再添加。',
    en: '"{title}" has {count} materials, at most {limit} are kept. Put some of them together.',
  },
  MATTER_MATERIAL_FROZEN: {
    code: 'PRECONDITION_FAILED',
    zh: '材料“{name}”属于已提交的版本，不能移除。请上传新的一版。',
    en: 'The material "{name}" belongs to a version that was submitted and stays. Hand in a newer one instead.',
  },
  MATTER_GATE: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”须先经{bodyZh}前置审议并同意，现在{opinionZh}，不能提交{decidingZh}，也不能登记决定。依据{ruleZh}（{basisZh}）。本次尝试已记录；请先完成前置审议。',
    en: '"{title}" needs the agreement of {bodyEn} first; {opinionEn}. It cannot go to {decidingEn}, nor its outcome be recorded. By {ruleEn} ({basisEn}). This attempt is on record; complete the pre-review first.',
  },
  COUNCIL_MEETING_DAY: {
    code: 'BAD_USER_INPUT',
    zh: '{on} 不能作为会议日期：上会不能早于今天，决定不能晚于今天，也不能早于上会日期。请改正日期。',
    en: '{on} is not possible: a meeting lies ahead, a decision does not, and not before its meeting. Correct the day.',
  },
  COUNCIL_OUTCOME_REASON: {
    code: 'BAD_USER_INPUT',
    zh: '没有按前置审议意见作出决定的，要写明理由。请补上。',
    en: 'A decision that does not follow the opinion states its reasons. Add them.',
  },
});
