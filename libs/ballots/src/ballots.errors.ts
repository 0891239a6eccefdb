import { defineErrors } from '@dangwu/platform/errors';

export const ballotErrors = defineErrors('ballots', {
  BALLOT_NOT_ISSUING: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已不在领票阶段，不能再领票。没有领到票的请当场告诉主持人，由主持人决定是否作废重投。',
    en: '"{title}" no longer issues credentials. Whoever has none tells the chair, who may void the ballot and repeat it.',
  },
  BALLOT_NOT_CASTING: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”还没有开始投票：领票结束后才能投票，这样谁也看不出哪张票是谁的。请稍等。',
    en: '"{title}" takes no votes yet: they are cast when issuing has closed, so that nobody can tell whose they are. Wait.',
  },
  BALLOT_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”已经结束，这张票没有计入。结果以公布的票单为准。',
    en: '"{title}" is over; this vote is not counted. What counts is the published list.',
  },
  BALLOT_NOT_OPEN: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”是无记名投票，不能署名投票。请先领票，再投票。',
    en: '"{title}" is a secret ballot and takes no votes by name. Fetch a credential, then cast.',
  },
  NOT_A_VOTER: {
    code: 'FORBIDDEN',
    zh: '您不在“{title}”的投票人名单上。名单按应到人员（回避的除外）确定；如有遗漏请告诉主持人。',
    en: 'You are not among the voters of "{title}": those entitled who are not recused. Tell the chair if that is wrong.',
  },
  CREDENTIAL_GIVEN: {
    code: 'CONFLICT',
    zh: '您已经领过这次投票的票：一人一票。请用领票时的那台设备和浏览器；票找不回来时，由主持人作废重投。',
    en: 'You have your credential for this ballot: one person, one vote. Use the device and browser that fetched it; if it is lost, the chair voids the ballot and repeats it.',
  },
  VOTED_ALREADY: {
    code: 'CONFLICT',
    zh: '您已经投过票，不能改投。需要重投时由主持人作废这次投票。',
    en: 'You have voted and cannot change it. If it must be repeated the chair voids this ballot.',
  },
  BLINDED_UNREADABLE: {
    code: 'BAD_USER_INPUT',
    zh: '领票请求不完整：应当是 {bytes} 字节的盲化信息（base64url）。请刷新页面重试；外部系统请按文档（RFC 9474）生成。',
    en: 'The request for a credential is not {bytes} bytes of blinded message (base64url, RFC 9474). Reload and try again.',
  },
  PAPER_UNREADABLE: {
    code: 'BAD_USER_INPUT',
    zh: '这张票读不懂，没有计入：应有 ballot、group、key、prefix、credential、answers、seal。请刷新页面重投。',
    en: 'This paper cannot be read and is not counted: it needs ballot, group, key, prefix, credential, answers, seal.',
  },
  PAPER_FALSE: {
    code: 'BAD_USER_INPUT',
    zh: '这张票没有通过核验（{fault}），没有计入。请用领票的设备，从本系统的投票页面投票。',
    en: 'This paper did not pass the check ({fault}) and is not counted. Cast it from the page and device that fetched it.',
  },
  PAPER_DIFFERS: {
    code: 'CONFLICT',
    zh: '这张票已经投出，内容不同的第二次不计入：一人一票。',
    en: 'This paper was cast before with other answers; the second is not counted: one person, one vote.',
  },
  PAPER_NAMES_CALLER: {
    code: 'BAD_USER_INPUT',
    zh: '投票请求带有登录信息，已拒绝：无记名投票不能让系统知道是谁投的。请刷新页面重投。',
    en: 'The paper came with a session or a token and was refused: a secret vote must not tell who casts it.',
  },
  TOO_FEW_FOR_SECRECY: {
    code: 'RULE_VIOLATION',
    zh: '只有 {issued} 人领票，少于 {floor} 人的无记名投票等于公开。请等更多人领票，或作废后改为记名投票。',
    en: '{issued} credentials are out; a secret ballot of fewer than {floor} is none. Wait for more, or void it and vote by name.',
  },
  MORE_PAPERS_THAN_ISSUED: {
    code: 'RULE_VIOLATION',
    zh: '收到 {papers} 张票，发出 {issued} 张：收回的票多于发出的票，这次投票无效。请作废并查明原因。',
    en: '{papers} papers came in of {issued} issued: more than there may be, so the ballot is invalid. Void it and find out why.',
  },
  BALLOT_STATE: {
    code: 'PRECONDITION_FAILED',
    zh: '“{title}”现在处于{stateZh}，不能{actZh}。请刷新页面看最新状态。',
    en: '"{title}" is {stateEn} and cannot be {actEn}. Reload to see where it stands.',
  },
});
