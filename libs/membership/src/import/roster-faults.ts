import type { FaultDefinitions } from '@dangwu/imports';

/** What can be wrong with a row of a roster of members. No text repeats a number: `{found}` comes masked. */
export const rosterFaults = {
  BAD_ID_NUMBER: {
    severity: 'FAULT',
    message: {
      zh: '身份证号应当是 18 位：17 位数字（含出生日期），最后一位是数字或 X。',
      en: 'An ID number has 18 characters: 17 digits with a date of birth among them, then a digit or X.',
    },
    advice: { zh: '请对照身份证改正。', en: 'Correct it by the ID card.' },
  },
  BAD_ID_CHECK_DIGIT: {
    severity: 'FAULT',
    message: {
      zh: '身份证号的校验码（最后一位）与前 17 位不符，一定有一位录错了。',
      en: 'The check character of the ID number does not fit its first 17 digits: one of them is wrong.',
    },
    advice: { zh: '请对照身份证逐位核对。', en: 'Compare it with the ID card, digit by digit.' },
  },
  ID_STORED_AS_NUMBER: {
    severity: 'FAULT',
    message: {
      zh: '身份证号存成了数字，Excel 只保留 15 位，后三位已经变成 0。',
      en: 'The ID number is stored as a number; Excel keeps 15 digits, and the last three are lost.',
    },
    advice: {
      zh: '请把这一列设为“文本”，再重新填写完整的身份证号。',
      en: 'Format the column as text, then type the whole number again.',
    },
  },
  DUPLICATE_ID: {
    severity: 'FAULT',
    message: {
      zh: '身份证号与第 {first} 行（{firstName}）相同。',
      en: 'Row {first} ({firstName}) has the same ID number.',
    },
    advice: { zh: '请核对是重复登记，还是其中一个录错了。', en: 'Check whether it is a duplicate, or one is a slip.' },
  },
  BIRTH_DATE_MISMATCH: {
    severity: 'FAULT',
    message: { zh: '出生日期与身份证号里的不一致。', en: 'The date of birth is not the one in the ID number.' },
    advice: { zh: '请对照身份证和档案，改正录错的一个。', en: 'Correct whichever is wrong, by ID card and file.' },
  },
  GENDER_MISMATCH: {
    severity: 'FAULT',
    message: {
      zh: '性别“{found}”与身份证号里的不一致（第 17 位单数为男，双数为女）。',
      en: 'The gender "{found}" is not the one in the ID number (17th digit odd for men, even for women).',
    },
    advice: { zh: '请对照身份证，改正录错的一个。', en: 'Correct whichever is wrong, by the ID card.' },
  },
  BAD_PHONE: {
    severity: 'FAULT',
    message: { zh: '手机号应当是 1 开头的 11 位数字。', en: 'A phone number has 11 digits and begins with 1.' },
    advice: { zh: '请核对后改正；没有就留空。', en: 'Check and correct it; leave it blank if there is none.' },
  },
  JOINED_BEFORE_18: {
    severity: 'FAULT',
    message: {
      zh: '入党时间 {joined} 时还不满 {age} 周岁（出生 {birth}）。',
      en: 'Admitted on {joined}, before the age of {age} (born {birth}).',
    },
    advice: { zh: '请核对入党时间和出生日期。', en: 'Check both dates.' },
  },
  FULL_BEFORE_JOINED: {
    severity: 'FAULT',
    message: {
      zh: '转正时间 {full} 早于入党时间 {joined}。',
      en: 'Full member on {full}, before the admission on {joined}.',
    },
    advice: { zh: '请核对这两个日期。', en: 'Check both dates.' },
  },
  STATUS_DISAGREES: {
    severity: 'FAULT',
    message: {
      zh: '“{status}”不应当有{column}。',
      en: 'There is no {column} of a {statusEn}.',
    },
    advice: { zh: '请核对党员类别，或清空这一格。', en: 'Check the status, or clear this cell.' },
  },
  UNKNOWN_STATUS: {
    severity: 'FAULT',
    message: { zh: '没有“{found}”这种党员类别。', en: 'There is no status "{found}".' },
    advice: { zh: '请改成其中之一：{choices}。', en: 'Use one of: {choices}.' },
  },
  UNKNOWN_GENDER: {
    severity: 'FAULT',
    message: { zh: '“{found}”不是男，也不是女。', en: '"{found}" is neither 男 nor 女.' },
    advice: { zh: '请改成：{choices}，或留空。', en: 'Use {choices}, or leave it blank.' },
  },
  UNKNOWN_POST: {
    severity: 'FAULT',
    message: { zh: '没有“{found}”这个党内职务。', en: 'There is no post "{found}".' },
    advice: { zh: '请改成其中之一：{choices}；没有职务就留空。', en: 'Use one of: {choices}; blank for none.' },
  },
  UNKNOWN_ORGANIZATION: {
    severity: 'FAULT',
    message: { zh: '系统里没有叫“{found}”的党组织。', en: 'No organization is called "{found}".' },
    advice: { zh: '请核对全称，或先登记这个党组织。', en: 'Check the full name, or register the organization first.' },
  },
  AMBIGUOUS_ORGANIZATION: {
    severity: 'FAULT',
    message: {
      zh: '叫“{found}”的党组织不止一个：{codes}。',
      en: 'More than one organization is called "{found}": {codes}.',
    },
    advice: { zh: '请改填编码。', en: 'Write its code instead.' },
  },
  ORGANIZATION_TAKES_NONE: {
    severity: 'FAULT',
    message: {
      zh: '“{found}”不在正常运转，或者是不接收正式组织关系的类型。',
      en: '"{found}" is not active, or of a type that takes no formal affiliations.',
    },
    advice: { zh: '请改填党委、党总支或党支部。', en: 'Name a committee, a general branch or a branch.' },
  },
  TRANSFER_PLANNED: {
    severity: 'FAULT',
    message: {
      zh: '这名党员已登记在 {on} 转接组织关系，与“{found}”不一致。',
      en: 'A transfer of this member on {on} is recorded already; "{found}" does not go with it.',
    },
    advice: {
      zh: '请先撤回或等待那次转接，再导入这一行。',
      en: 'Withdraw that transfer, or wait for it, then import.',
    },
  },
  OUT_OF_REACH: {
    severity: 'FAULT',
    message: { zh: '“{found}”不在您可以维护的范围内。', en: '"{found}" lies outside what you may maintain.' },
    advice: { zh: '请交给协会的党务工作人员导入这一行。', en: 'Have the association’s party-affairs staff import it.' },
  },
  EARLIER_HELD_BACK: {
    severity: 'FLAG',
    message: {
      zh: '“{found}”在之前导入的《{file}》第 {held} 行，那一行有错，没有导入。',
      en: '"{found}" stood in row {held} of "{file}", imported earlier; that row had a fault and was not imported.',
    },
    advice: { zh: '请先改好并导入那一行。', en: 'Correct and import that row first.' },
  },
  SEVERAL_SECRETARIES: {
    severity: 'FLAG',
    message: {
      zh: '“{organization}”已经有书记（{other}）。',
      en: '"{organization}" has a secretary already ({other}).',
    },
    advice: { zh: '可以导入；请核对谁在任。', en: 'It can be imported; check who is in office.' },
  },
  FULL_WITHOUT_DATE: {
    severity: 'FLAG',
    message: { zh: '正式党员没有填转正时间。', en: 'A full member without the day of full membership.' },
    advice: { zh: '可以导入；请对照档案补上。', en: 'It can be imported; add it from the file.' },
  },
} as const satisfies FaultDefinitions;
