import type { FaultDefinitions } from '@dangwu/imports';
import { rosterFaults } from '../../import/roster-faults';

/** What can be wrong with a row of a roster of units beyond its single cells. */
export const unitFaults = {
  UNKNOWN_TIER: rosterFaults.UNKNOWN_TIER,
  BAD_USCC: {
    severity: 'FAULT',
    message: {
      zh: '“{found}”不是统一社会信用代码：位数、字符或者校验码不对。',
      en: '"{found}" is no unified social credit code: length, characters or check character are wrong.',
    },
    advice: { zh: '请对照证照改正这 18 位代码。', en: 'Correct the 18 characters by the licence.' },
  },
  DUPLICATE_USCC: {
    severity: 'FAULT',
    message: {
      zh: '统一社会信用代码 {found} 与第 {first} 行（{firstName}）重复。',
      en: 'Row {first} ({firstName}) has the unified social credit code {found} already.',
    },
    advice: { zh: '请核对两行的代码。', en: 'Check the codes of both rows.' },
  },
  DUPLICATE_NAME: {
    severity: 'FAULT',
    message: { zh: '已有同名的单位“{found}”（{other}）。', en: 'There is a unit named "{found}" already ({other}).' },
    advice: {
      zh: '请删去重复的一行，或改用能区分的名称。',
      en: 'Delete the row that doubles it, or use a name that tells them apart.',
    },
  },
  DUPLICATE_CODE: {
    severity: 'FAULT',
    message: { zh: '单位编码 {found} 已属于“{other}”。', en: 'The unit code {found} belongs to "{other}".' },
    advice: { zh: '请换一个编码。', en: 'Choose another code.' },
  },
  UNKNOWN_KIND: {
    severity: 'FAULT',
    message: { zh: '没有“{found}”这种单位类型。', en: 'There is no kind of unit "{found}".' },
    advice: { zh: '请改为：{choices}。', en: 'Use one of: {choices}.' },
  },
  UNKNOWN_COVERAGE: {
    severity: 'FAULT',
    message: { zh: '没有“{found}”这种建立情况。', en: 'There is no coverage "{found}".' },
    advice: { zh: '请改为：{choices}。', en: 'Use one of: {choices}.' },
  },
  UNKNOWN_ORGANIZATION: {
    severity: 'FAULT',
    message: { zh: '没有名称或编码为“{found}”的党组织。', en: 'No organization has the name or code "{found}".' },
    advice: { zh: '请核对名称，或先登记这个党组织。', en: 'Check the name, or register that organization first.' },
  },
  AMBIGUOUS_ORGANIZATION: {
    severity: 'FAULT',
    message: {
      zh: '名称为“{found}”的党组织不止一个（{codes}）。',
      en: 'More than one organization is named "{found}" ({codes}).',
    },
    advice: { zh: '请改填编码。', en: 'Give the code instead.' },
  },
  ORGANIZATION_NOT_ACTIVE: {
    severity: 'FAULT',
    message: { zh: '“{found}”不在正常运转。', en: '"{found}" is not active.' },
    advice: { zh: '请改填正常的党组织。', en: 'Name an active organization.' },
  },
  OUT_OF_REACH: {
    severity: 'FAULT',
    message: { zh: '您不能维护这里的单位。', en: 'You may not maintain units here.' },
    advice: { zh: '请由负责那里的党务工作者导入这一行。', en: 'Leave this row to the staff responsible there.' },
  },
  COVERAGE_MISFIT: {
    severity: 'FAULT',
    message: {
      zh: '“{column}”与党组织建立情况“{coverage}”不相符。',
      en: '"{column}" does not go with the coverage "{coverage}".',
    },
    advice: {
      zh: '覆盖党组织只用于单独建立和联合建立，联络员只用于派联络员。',
      en: 'Covering organizations go with own and joint organizations only, liaisons with a liaison only.',
    },
  },
  EARLIER_HELD_BACK: {
    severity: 'FLAG',
    message: {
      zh: '“{found}”在以前导入的《{file}》第 {held} 行，那一行有错没有导入。',
      en: '"{found}" is row {held} of the earlier import "{file}", which was held back as faulty.',
    },
    advice: { zh: '请先改正并导入那一行。', en: 'Correct and import that row first.' },
  },
} as const satisfies FaultDefinitions;
