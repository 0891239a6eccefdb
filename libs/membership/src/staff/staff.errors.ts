import { defineErrors } from '@dangwu/platform/errors';

export const staffErrors = defineErrors('staff', {
  STAFF_NAME_NEEDED: {
    code: 'BAD_USER_INPUT',
    zh: '请选择一名党员，或者填写姓名。',
    en: 'Choose a member, or give a name.',
  },
  STAFF_TWICE: {
    code: 'CONFLICT',
    zh: '这名党员在这段时间已经是“{organization}”的党务工作者。请核对日期，或先结束原来的。',
    en: 'This member is of the staff of "{organization}" already in that time. Check the dates, or end the other first.',
  },
  STAFF_ENDED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”的任职在 {until} 已经结束，不能再改。请刷新后核对。',
    en: 'The assignment of "{name}" ended on {until} and cannot be changed. Reload and check.',
  },
  STAFF_ENDS_BEFORE_BEGIN: {
    code: 'BAD_USER_INPUT',
    zh: '日期 {on} 早于任职开始的日期 {since}。请核对。',
    en: '{on} lies before the beginning of the assignment on {since}. Check the date.',
  },
  STAFF_NOT_HERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”不在正常运转，不能配备党务工作者。请选择正常的党组织。',
    en: '"{name}" is not active and takes no staff. Choose an active organization.',
  },
  ORGANIZATION_HAS_STAFF: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”还有 {count} 名党务工作者在任。请先结束任职、办好交接，再撤销。',
    en: '"{name}" still has {count} of staff. End their assignments and hand over first.',
  },
  HANDOVER_BETWEEN: {
    code: 'BAD_USER_INPUT',
    zh: '工作交接在同一党组织的两名党务工作者之间进行。请核对移交人和接收人。',
    en: 'A handover goes between two of the staff of one organization. Check who hands over and who takes over.',
  },
  HANDOVER_PLANNED: {
    code: 'CONFLICT',
    zh: '“{name}”已经有一份没有办完的交接（{dueOn}）。请先办完或撤销那一份。',
    en: '"{name}" has a handover that is not done yet ({dueOn}). Finish or withdraw it first.',
  },
  HANDOVER_ITEMS_OPEN: {
    code: 'PRECONDITION_FAILED',
    zh: '还有 {count} 项没有移交。请逐项处理（已移交或不适用）后再确认。',
    en: '{count} items are still open. Mark each as handed over or not applicable, then confirm.',
  },
  HANDOVER_CONFIRMED: {
    code: 'PRECONDITION_FAILED',
    zh: '{sideZh}已经确认，清单不能再改。确实有错，请重新办理一份交接。',
    en: 'The side {sideEn} has confirmed; the list cannot be changed any more. If it is wrong, plan another handover.',
  },
  HANDOVER_BOTH_SIDES: {
    code: 'PRECONDITION_FAILED',
    zh: '交接须由两个人分别确认，另一方是您确认的。请由另一方或其上级党务工作人员确认。',
    en: 'Two people confirm a handover, and you confirmed the other side. Leave this side to the other person or to the staff above.',
  },
});
