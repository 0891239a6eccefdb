import type { FaultDefinitions } from '@dangwu/imports';

/** What can be wrong with a row of a roster of organizations beyond its single cells. */
export const rosterFaults = {
  BAD_CODE: {
    severity: 'FAULT',
    message: { zh: '编码“{found}”写法不对。', en: 'The code "{found}" is not well formed.' },
    advice: {
      zh: '请用 1 到 32 个字母或数字，中间可有 - _ . /。',
      en: 'Use 1 to 32 letters or digits, with - _ . / between them.',
    },
  },
  DUPLICATE_CODE: {
    severity: 'FAULT',
    message: {
      zh: '编码 {found} 与第 {first} 行（{firstName}）重复。',
      en: 'Row {first} ({firstName}) has the code {found} already.',
    },
    advice: { zh: '请给这一行换一个没有用过的编码。', en: 'Give this row a code that was never used.' },
  },
  CODE_OF_DISSOLVED: {
    severity: 'FAULT',
    message: {
      zh: '编码 {found} 属于已撤销的“{name}”，编码不重复使用。',
      en: 'The code {found} belongs to "{name}", which is dissolved; codes are never given twice.',
    },
    advice: { zh: '请换一个没有用过的编码。', en: 'Choose a code that was never used.' },
  },
  CODE_OF_PREPARING: {
    severity: 'FAULT',
    message: {
      zh: '“{name}”（{found}）还在筹建，不能通过导入更新。',
      en: '"{name}" ({found}) is still being prepared and cannot be updated by an import.',
    },
    advice: { zh: '请在它成立之后再导入这一行。', en: 'Import this row after it was founded.' },
  },
  DUPLICATE_NAME: {
    severity: 'FAULT',
    message: {
      zh: '“{parent}”之下已有同名的党组织（{other}）。',
      en: 'There is an organization of this name under "{parent}" already ({other}).',
    },
    advice: {
      zh: '请核对是否重复，或改用能区分的名称。',
      en: 'Check for a duplicate, or use a name that tells them apart.',
    },
  },
  UNKNOWN_TYPE: {
    severity: 'FAULT',
    message: { zh: '没有“{found}”这种组织类型。', en: 'There is no organization type "{found}".' },
    advice: { zh: '请改成其中之一：{choices}。', en: 'Use one of: {choices}.' },
  },
  UNKNOWN_RELATION: {
    severity: 'FAULT',
    message: { zh: '“{found}”不是领导，也不是指导。', en: '"{found}" is neither 领导 (leads) nor 指导 (guides).' },
    advice: { zh: '请改成：{choices}。', en: 'Use one of: {choices}.' },
  },
  UNKNOWN_TIER: {
    severity: 'FAULT',
    message: { zh: '没有“{found}”这个层面。', en: 'There is no tier "{found}".' },
    advice: { zh: '请改成其中之一：{choices}。', en: 'Use one of: {choices}.' },
  },
  UNKNOWN_PARENT: {
    severity: 'FAULT',
    message: { zh: '名册和系统里都没有“{found}”。', en: 'Neither the roster nor the system has "{found}".' },
    advice: {
      zh: '请核对上级的全称，或先补上它的一行。',
      en: 'Check the full name of the parent, or add a row for it.',
    },
  },
  AMBIGUOUS_PARENT: {
    severity: 'FAULT',
    message: {
      zh: '叫“{found}”的党组织不止一个：{codes}。',
      en: 'More than one organization is called "{found}": {codes}.',
    },
    advice: { zh: '请改填上级的编码。', en: 'Write the code of the parent instead.' },
  },
  PARENT_DISSOLVED: {
    severity: 'FAULT',
    message: { zh: '上级“{found}”已撤销。', en: 'The parent "{found}" is dissolved.' },
    advice: { zh: '请改填正常运转的上级。', en: 'Name an active parent.' },
  },
  SECOND_ROOT: {
    severity: 'FAULT',
    message: {
      zh: '没有填上级，而协会的根组织是“{root}”（{code}），只能有一个。',
      en: 'No parent is given, and the association has its one root: "{root}" ({code}).',
    },
    advice: {
      zh: '请填写上级；如果这一行就是根组织，把编码改成 {code}。',
      en: 'Name the parent; if this row is the root itself, change its code to {code}.',
    },
  },
  ROOT_TYPE: {
    severity: 'FAULT',
    message: {
      zh: '没有填上级的是根组织，它不能是“{found}”。',
      en: 'A row without a parent is the root, which cannot be "{found}".',
    },
    advice: {
      zh: '根组织请填功能型党委或党委；否则请填写上级。',
      en: 'Use 功能型党委 or 党委 for the root; otherwise name the parent.',
    },
  },
  CYCLE: {
    severity: 'FAULT',
    message: { zh: '上级绕成了圈：{circle}。', en: 'The parents form a circle: {circle}.' },
    advice: { zh: '请核对这些行的上级。', en: 'Check the parents of these rows.' },
  },
  TOO_DEEP: {
    severity: 'FAULT',
    message: { zh: '层级超过 {limit} 层。', en: 'The tree would have more than {limit} levels.' },
    advice: { zh: '请核对上级。', en: 'Check the parent.' },
  },
  TYPE_UNDER_TYPE: {
    severity: 'FAULT',
    message: {
      zh: '{type}不能设在{parentType}“{found}”之下。',
      en: 'A {type} cannot stand under "{found}", a {parentType}.',
    },
    advice: {
      zh: '只能设在：{allowed}。请改填上级，或改类型。',
      en: 'Only under: {allowed}. Correct the parent or the type.',
    },
  },
  TYPE_ABOVE_CHILDREN: {
    severity: 'FAULT',
    message: {
      zh: '它的下级“{child}”不能设在{type}之下。',
      en: '"{child}" stands below it and cannot stand under a {type}.',
    },
    advice: { zh: '请先调整下级，再改类型。', en: 'Move it first, then change the type.' },
  },
  GROUP_IS_LED: {
    severity: 'FAULT',
    message: {
      zh: '党小组是党支部的一部分，不能是指导关系。',
      en: 'A party group is part of its branch and cannot merely be guided.',
    },
    advice: { zh: '请改成“领导”。', en: 'Use 领导 (leads).' },
  },
  OUT_OF_REACH: {
    severity: 'FAULT',
    message: { zh: '“{found}”不在您可以维护的范围内。', en: '"{found}" lies outside what you may maintain.' },
    advice: {
      zh: '请交给协会的党务工作人员导入这一行。',
      en: 'Have the association’s party-affairs staff import this row.',
    },
  },
  ROW_HELD_BACK: {
    severity: 'FLAG',
    message: {
      zh: '上级“{found}”在第 {held} 行，那一行有错，没有导入。',
      en: 'The parent "{found}" stands in row {held}, which has a fault and is not imported.',
    },
    advice: {
      zh: '改好第 {held} 行后，这一行就可以导入。',
      en: 'Once row {held} is corrected this row can be imported.',
    },
  },
  EARLIER_HELD_BACK: {
    severity: 'FLAG',
    message: {
      zh: '上级“{found}”在之前导入的《{file}》第 {held} 行，那一行有错，没有导入。',
      en: 'The parent "{found}" stood in row {held} of "{file}", imported earlier; that row had a fault and was not imported.',
    },
    advice: { zh: '请先改好并导入那一行。', en: 'Correct and import that row first.' },
  },
  FOUNDED_BEFORE_PARENT: {
    severity: 'FLAG',
    message: {
      zh: '成立时间 {date} 早于上级（{parentDate}）。',
      en: 'Founded on {date}, before its parent ({parentDate}).',
    },
    advice: {
      zh: '可以导入；请核对是否改隶而来，或日期有误。',
      en: 'It can be imported; check whether it was moved there, or a date is wrong.',
    },
  },
} as const satisfies FaultDefinitions;
