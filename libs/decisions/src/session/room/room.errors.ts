import { defineErrors } from '@dangwu/platform/errors';

/** Refusals of the room; those of planning stand with the session. */
export const roomErrors = defineErrors('room', {
  ROOM_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在是“{stateZh}”，不能{actZh}。请按它现在的状态办理。',
    en: '"{title}" is {stateEn} and cannot be {actEn}. Go on with what its state allows.',
  },
  SESSION_DAY_AHEAD: {
    code: 'RULE_VIOLATION',
    zh: '“{title}”定于 {on} 召开，今天是 {today}，还不能开会：意见和决定按开会当天的日期记录，材料也按那一天计算提前的工作日。依据前置审议办法。请到当天再开会；要提前开的，先把会议时间改到今天，参会人员会收到通知。',
    en: '"{title}" is called for {on} and today is {today}: what is decided is dated by the day on which the session sits, and its papers are counted to that day. By the rules on pre-review. Open it on its day; to hold it earlier, move it to today first, which its members are told.',
  },
  ROOM_NO_SEAT: {
    code: 'FORBIDDEN',
    zh: '您不在“{title}”的应到名单上，不能签到、表态或表决。如有遗漏请告诉会议组织人员。',
    en: 'You have no seat in "{title}" and cannot sign in, speak or vote. Tell whoever conducts it if that is wrong.',
  },
  ROOM_SEAT_OTHERS: {
    code: 'FORBIDDEN',
    zh: '“{name}”的座位不是您的：本人或会议组织人员才能办理。请由本人操作。',
    en: 'The seat of "{name}" is not yours: the member or whoever conducts the session does this. Leave it to them.',
  },
  SESSION_ITEM_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '议题“{item}”现在是“{stateZh}”，不能这样办理。请先进入这个议题，或刷新页面看会议进行到哪里。',
    en: 'The item "{item}" is {stateEn}, which does not allow this. Call the item first, or reload to see where the session is.',
  },
  SESSION_ITEM_CURRENT: {
    code: 'PRECONDITION_FAILED',
    zh: '正在审议“{item}”。请先对它作出结论，再继续。',
    en: '"{item}" is being dealt with. Conclude it first, then go on.',
  },
  SESSION_NOT_THERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”没有到会，不能当场表态。请先登记到会；缺席的可以提交书面意见，书面意见不计票。',
    en: '"{name}" is not there and cannot speak. Mark them present first; who is absent may file a written view, which is no vote.',
  },
  SESSION_IS_THERE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{name}”已到会，书面意见只供缺席的人提交。请当场表态。',
    en: '"{name}" is there; written views are for those who are not. Let them speak.',
  },
  SESSION_RECUSED: {
    code: 'RULE_VIOLATION',
    zh: '“{name}”已回避“{item}”，不参加讨论和表决。依据“{ruleZh}”。回避有误的，由会议组织人员撤销。',
    en: '"{name}" is recused from "{item}" and takes no part in it. By the rule "{ruleEn}". If that is wrong, whoever conducts the session takes it back.',
  },
  SESSION_RECUSED_ALREADY: {
    code: 'CONFLICT',
    zh: '“{name}”已经回避“{item}”。不需要再登记。',
    en: '"{name}" is recused from "{item}" already. Nothing more is needed.',
  },
  SESSION_CHAIR_LAST: {
    code: 'RULE_VIOLATION',
    zh: '主持人最后表态，还没有表态的有：{names}。依据“{ruleZh}”（{basisZh}）。请其他到会的人先表态。',
    en: 'The chair speaks last; {names} have not spoken yet. By the rule "{ruleEn}" ({basisEn}). Let the others speak first.',
  },
  SESSION_SPEAKING_ROUND: {
    code: 'RULE_VIOLATION',
    zh: '还不能表决：到会的人要逐一表态，还没有表态的有：{names}。依据{ruleZh}（{basisZh}）。请先让他们表态。',
    en: 'There can be no vote yet: everybody who is there states a view, and {names} have not. By {ruleEn} ({basisEn}). Let them speak first.',
  },
  SESSION_NO_QUORUM: {
    code: 'RULE_VIOLATION',
    zh: '{bodyZh}现在不能表决：应到 {entitled} 人，实到 {present} 人，至少要有 {needed} 人（{presence}）到会，回避 {recused} 人不计入。依据{ruleZh}（{basisZh}）。请等人到齐，或缓议。',
    en: '{bodyEn} cannot vote now: {present} of {entitled} are there, at least {needed} ({presence}) must be; {recused} are recused and not counted. By {ruleEn} ({basisEn}). Wait for more, or defer the item.',
  },
  SESSION_PARTY_FIRST: {
    code: 'RULE_VIOLATION',
    zh: '常务理事会还不能表决“{item}”：一并召开时，审议机构先表决并通过，再由常务理事会表决。依据前置审议办法。请先完成审议机构的表决。',
    en: 'The standing council cannot vote on "{item}" yet: in a joint session the reviewing body votes first and agrees. By the rules on pre-review. Complete its vote first.',
  },
  SESSION_NO_COUNCIL: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”不由常务理事会在本次会议上表决：会议不是一并召开，或这件事项由{decidingZh}决定。请只由审议机构表决。',
    en: 'The standing council does not vote on "{item}" here: the session is not joint, or {decidingEn} decides it. Let the reviewing body alone vote.',
  },
  SESSION_HEARD_ONLY: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”是听取事项，不表决、不回避，也没有审议意见。请直接结束这个议题。',
    en: '"{item}" is only heard: there is no vote, no recusal and no opinion. Conclude it as it is.',
  },
  SESSION_VOTE_OPEN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”正在表决。请先计票，或作废后再办理。',
    en: 'A vote on "{item}" is open. Count it or void it first.',
  },
  SESSION_VOTED: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”已由{bodyZh}表决并计票，结果不能改变：一个议题一次表决。请按结果作出结论。',
    en: '{bodyEn} has voted on "{item}" and the count stands: one vote an item. Conclude by its result.',
  },
  SESSION_VOTE_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”的这次表决已经结束。请刷新页面看结果。',
    en: 'This vote on "{item}" is over. Reload to see what came of it.',
  },
  SESSION_SEATS_WITHOUT_ACCOUNT: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”是无记名投票，{names} 没有账号，不能用设备投票。请先为他们绑定账号。',
    en: 'The vote on "{item}" is secret, and {names} have no account to vote with. Give them one first.',
  },
  SESSION_TOO_FEW_FOR_SECRECY: {
    code: 'RULE_VIOLATION',
    zh: '“{item}”能投票的只有 {voters} 人，少于 {floor} 人的无记名投票等于公开。请等更多人到会。',
    en: 'Only {voters} could vote on "{item}"; a secret ballot of fewer than {floor} is none. Wait for more to come.',
  },
  SESSION_VOTE_SECRET: {
    code: 'PRECONDITION_FAILED',
    zh: '“{item}”是无记名投票，不能记名登记。请各人用自己的设备投票。',
    en: 'The vote on "{item}" is secret and is not recorded by name. Everybody votes by device.',
  },
  SESSION_NOT_VOTING: {
    code: 'FORBIDDEN',
    zh: '“{name}”不在“{item}”这次表决的投票人之列：只有开始表决时到会且没有回避的人投票。请核对名单。',
    en: '"{name}" is not among the voters on "{item}": those who were there when it opened and are not recused. Check the roster.',
  },
  SESSION_HAND_VOTED: {
    code: 'CONFLICT',
    zh: '“{name}”已经投过票，不能改。需要重投的，请作废这次表决。',
    en: '"{name}" has voted, and that stays. Void the vote to repeat it.',
  },
  SESSION_AGREE_NEEDS_VOTE: {
    code: 'RULE_VIOLATION',
    zh: '“{item}”不能作出“同意”的意见：{bodyZh}没有表决通过。依据{ruleZh}（{basisZh}）。请先表决，或作出其他意见。',
    en: '"{item}" cannot be agreed to: no vote of {bodyEn} was passed. By {ruleEn} ({basisEn}). Vote first, or give another opinion.',
  },
  SESSION_OPINION_AGAINST_VOTE: {
    code: 'RULE_VIOLATION',
    zh: '“{item}”已表决通过，审议意见只能是“同意”。依据{ruleZh}（{basisZh}）。请按表决结果作出结论。',
    en: 'The vote on "{item}" was passed, so its opinion is to agree. By {ruleEn} ({basisEn}). Conclude by the result of the vote.',
  },
  SESSION_OPINION_MISSING: {
    code: 'BAD_USER_INPUT',
    zh: '“{item}”的结论不完整：事项要有审议意见；不是“同意”的，还要写明内容和理由。请补上。',
    en: 'The conclusion of "{item}" is incomplete: a matter takes an opinion, and one that does not agree says why. Complete it.',
  },
});
