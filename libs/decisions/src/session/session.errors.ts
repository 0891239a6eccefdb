import { defineErrors } from '@dangwu/platform/errors';

/** Refusals while a session is planned; those of the room stand with the room. */
export const sessionErrors = defineErrors('sessions', {
  SESSION_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，不能{actZh}。请按它现在的状态办理。',
    en: '"{title}" is {stateEn} and cannot be {actEn}. Go on with what its state allows.',
  },
  SESSION_TIMES: {
    code: 'BAD_USER_INPUT',
    zh: '会议时间不成立：开始要晚于现在，结束要晚于开始，并且不超过 24 小时。请改正时间。',
    en: 'These times are not possible: a session begins later than now and ends after that, within 24 hours. Correct them.',
  },
  SESSION_COUNCIL_MISSING: {
    code: 'PRECONDITION_FAILED',
    zh: '还没有常务理事名单可以沿用。请粘贴常务理事的姓名，一行一人，职务写在姓名后面。',
    en: 'There is no roster of the standing council to copy yet. Paste its members, one a line, the post behind the name.',
  },
  SESSION_NOT_JOINT: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”不与常务理事会一并召开，没有常务理事名单。请修改审议机构的名单。',
    en: '"{title}" is not held together with the standing council. Change the roster of the reviewing body.',
  },
  SESSION_ROSTER_EMPTY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”的{bodyZh}名单是空的。请先列出参会人员。',
    en: 'The roster of {bodyEn} of "{title}" is empty. List who sits first.',
  },
  SESSION_ROSTER_CHAIR: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”的{bodyZh}名单要有一名主持人，不能没有，也不能多于一名。请指定一人主持。',
    en: 'The roster of {bodyEn} of "{title}" takes one chair, not none and not several. Name one.',
  },
  SESSION_ROSTER_TWICE: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”在名单上出现了两次，或者与另一人用同一个账号。请去掉一个。',
    en: '"{name}" stands on the roster twice, or shares an account with somebody else. Take one out.',
  },
  SESSION_ACCOUNT_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '没有用户名是“{username}”的可用账号。请核对用户名；没有账号的人不填，表决由记录人记名登记。',
    en: 'No account in use has the user name "{username}". Check it; for who has none leave it empty, votes are then recorded by name.',
  },
  SESSION_BODY: {
    code: 'RULE_VIOLATION',
    zh: '“{matter}”应由{askedZh}审议，“{title}”是{bodyZh}的会议。依据{ruleZh}（{basisZh}）。请排入{askedZh}的会议。',
    en: '"{matter}" is reviewed by {askedEn}, and "{title}" is a sitting of {bodyEn}. By {ruleEn} ({basisEn}). Put it on a session of {askedEn}.',
  },
  SESSION_DAYS_AHEAD: {
    code: 'RULE_VIOLATION',
    zh: '“{matter}”的材料 {cameOn} 才提交，要提前 {days} 个工作日，最早可以上 {earliestOn} 的会，“{title}”在 {on}。依据{ruleZh}（{basisZh}）。请排入以后的会议；紧急事项要在事项里写明原因。',
    en: 'The papers of "{matter}" came on {cameOn}, {days} working days ahead are asked, so that {earliestOn} is the first day; "{title}" is on {on}. By {ruleEn} ({basisEn}). Choose a later session; what is urgent says why in the matter.',
  },
  SESSION_AGENDA_CHANGED: {
    code: 'CONFLICT',
    zh: '“{title}”的议程刚刚被别人改过。请刷新后重新排列。',
    en: 'Somebody has just changed the agenda of "{title}". Load it again, then put it in order.',
  },
  SESSION_AGENDA_EMPTY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”还没有议程，不能发出通知。请先排入事项或议题。',
    en: '"{title}" has no agenda and cannot be called yet. Put something on it first.',
  },
  SESSION_AGENDA_FULL: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”的议程已有 {count} 项，最多 {limit} 项。请排入另一次会议。',
    en: 'The agenda of "{title}" has {count} items, at most {limit} are possible. Choose another session.',
  },
  SESSION_ITEM_BEGUN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”正在审议或已经审议，不能撤下。请在会议中作出结论。',
    en: '"{item}" is being dealt with, or was, and stays on the agenda. Conclude it in the session.',
  },
});
