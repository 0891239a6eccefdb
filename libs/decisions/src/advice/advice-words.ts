import type { Messages } from '@dangwu/platform/errors';
import type { AdviceKind, AdviceStance, AdviceState } from './advice.enums';

/** What people call the kinds: in reminders and the audit log. */
export const adviceKindWords: Readonly<Record<AdviceKind, Messages>> = {
  EXPERT: { zh: '专家意见', en: 'expert opinion' },
  LEGAL: { zh: '法律审查', en: 'legal check' },
};

export const adviceStateWords: Readonly<Record<AdviceState, Messages>> = {
  ASKED: { zh: '待答复', en: 'asked for' },
  GIVEN: { zh: '已提出', en: 'given' },
  DECLINED: { zh: '已谢绝', en: 'declined' },
  REVOKED: { zh: '已取消', en: 'revoked' },
};

export const adviceStanceWords: Readonly<Record<AdviceStance, Messages>> = {
  SUPPORT: { zh: '支持', en: 'for it' },
  SUPPORT_WITH_RESERVATION: { zh: '有保留地支持', en: 'for it, with a reservation' },
  OPPOSE: { zh: '不支持', en: 'against it' },
};

/** What is done to an opinion. */
export type AdviceAct = 'give' | 'decline' | 'revoke' | 'nudge';

export const adviceActWords: Readonly<Record<AdviceAct, Messages>> = {
  give: { zh: '提出意见', en: 'given' },
  decline: { zh: '谢绝', en: 'declined' },
  revoke: { zh: '取消', en: 'revoked' },
  nudge: { zh: '催要', en: 'urged for' },
};
