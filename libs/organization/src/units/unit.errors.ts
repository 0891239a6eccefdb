import { defineErrors } from '@dangwu/platform/errors';

export const unitErrors = defineErrors('unit', {
  UNIT_NAME_TAKEN: {
    code: 'CONFLICT',
    zh: '已经有名为“{name}”的单位（联系党组织：{organization}）。请核对是否重复登记，或改用能区分的名称。',
    en: 'There is a unit named "{name}" already (responsible organization: {organization}). Check for a duplicate, or use a name that tells them apart.',
  },
  UNIT_CODE_TAKEN: {
    code: 'CONFLICT',
    zh: '单位编码 {unitCode} 已属于“{name}”。请换一个编码。',
    en: 'The unit code {unitCode} belongs to "{name}". Choose another.',
  },
  USCC_TAKEN: {
    code: 'CONFLICT',
    zh: '统一社会信用代码 {uscc} 已属于“{name}”。请核对代码，或直接变更那个单位。',
    en: 'The unified social credit code {uscc} belongs to "{name}". Check the code, or change that unit.',
  },
  USCC_FORM: {
    code: 'BAD_USER_INPUT',
    zh: '“{uscc}”不是统一社会信用代码：应为 18 位，最后一位校验码要相符（GB 32100-2015）。请对照证照改正。',
    en: '"{uscc}" is no unified social credit code: 18 characters, the last of which must check (GB 32100-2015). Compare it with the licence.',
  },
  ORGANIZATION_NOT_ACTIVE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{organization}”不在正常运转，不能联系或覆盖单位。请选择正常的党组织。',
    en: '"{organization}" is not active and cannot be responsible for units or cover them. Choose an active one.',
  },
  COVERAGE_MISFIT: {
    code: 'BAD_USER_INPUT',
    zh: '只有单独建立或联合建立才填覆盖的党组织，只有派联络员才填联络员。请去掉不相干的一项。',
    en: 'A covering organization belongs to own or joint organizations only, a liaison to LIAISON only. Leave the other out.',
  },
  UNIT_CLOSED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”已在 {on} 注销，不能再变更。',
    en: '"{name}" was closed on {on} and cannot be changed any more.',
  },
  UNIT_DAY_AHEAD: {
    code: 'BAD_USER_INPUT',
    zh: '生效日期 {effectiveOn} 晚于今天。单位的变更从今天或以前的日子起生效，请改选日期。',
    en: 'The day {effectiveOn} lies ahead. Changes of units hold from today or an earlier day; choose another.',
  },
  UNIT_DAY_BEFORE_LAST: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”从 {since} 起已有新的记录，不能再补记更早（{effectiveOn}）的变更。请选择 {since} 或以后的日期。',
    en: '"{name}" has a record from {since} on; a change of an earlier day ({effectiveOn}) cannot be added. Choose {since} or later.',
  },
  UNIT_EXTERNAL_ID_TAKEN: {
    code: 'CONFLICT',
    zh: '外部标识 {externalId} 属于“{name}”，它与这次提交不同：{fields}。请核对，或变更那个单位。',
    en: 'The external id {externalId} belongs to "{name}", which differs from this request in: {fields}. Check it, or change that unit.',
  },
  ORGANIZATION_HAS_UNITS: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”还联系或覆盖 {count} 个单位（如“{unit}”）。请先把这些单位交给别的党组织，再撤销。',
    en: '"{name}" is still responsible for or covers {count} units (such as "{unit}"). Hand them to another organization first.',
  },
});
