import { defineErrors } from '@dangwu/platform/errors';

export const voteErrors = defineErrors('assessment-votes', {
  VOTE_GROUP_UNKNOWN: {
    code: 'BAD_USER_INPUT',
    zh: '“{indicator}”没有“{group}”这一类投票人。请按方案选择。',
    en: '"{indicator}" has no group of voters "{group}". Choose one of the scheme.',
  },
  VOTE_SUBJECT_OUT: {
    code: 'PRECONDITION_FAILED',
    zh: '“{subject}”不参加这次考核，不能列入测评票。请从参加的对象里选。',
    en: '"{subject}" takes no part in this cycle and cannot stand on a paper. Choose from those that do.',
  },
  VOTE_BY_HAND: {
    code: 'PRECONDITION_FAILED',
    zh: '“{subject}”的“{indicator}”已经录入了纸质票的计票，不能再在系统里投票：一个指标只用一种办法。',
    en: 'The papers on "{indicator}" of "{subject}" were counted by hand: an indicator is voted on in one way only, so not in the system as well.',
  },
  VOTE_HELD: {
    code: 'CONFLICT',
    zh: '“{group}”对“{subject}”的测评已经开始或者已经计票。要重来，先作废原来的。',
    en: 'A vote of "{group}" on "{subject}" is under way or counted. To repeat it, void that one first.',
  },
  VOTE_VOTER_UNFIT: {
    code: 'BAD_USER_INPUT',
    zh: '“{name}”不能投票：账号停用了，或者不在本协会。请换一个人。',
    en: '"{name}" cannot vote: the account is disabled, or not of this association. Choose somebody else.',
  },
  VOTE_VOTER_TWICE: {
    code: 'RULE_VIOLATION',
    zh: '{names}已经作为另一类投票人评过同样的对象：一人一票。请从这一类里去掉。',
    en: '{names} vote on the same assessed in another group: one person, one vote. Leave them out of this one.',
  },
  VOTE_TOO_FEW: {
    code: 'RULE_VIOLATION',
    zh: '“{group}”只有 {voters} 人，少于 {floor} 人的无记名投票等于公开，不能开始。请增加投票人，或者改用纸质票现场投票。',
    en: '"{group}" has {voters} voters; a secret vote of fewer than {floor} is none and does not begin. Add voters, or vote on paper in the assembly.',
  },
  VOTE_FEW: {
    code: 'RULE_VIOLATION',
    zh: '{what} {voters} 人，少于“{rule}”的 {fewest} 人（{basis}），票数少容易猜出谁投了什么。请增加，或者写明为什么仍要进行。',
    en: '{whatEn}: {voters}, fewer than the {fewest} of "{ruleEn}" ({basisEn}); with few papers people guess who voted what. Add some, or give the reason to go on.',
  },
  VOTE_PAPER_LARGE: {
    code: 'BAD_USER_INPUT',
    zh: '一张票列不下 {subjects} 个对象，最多 {most} 个。请按对比组分几次投票。',
    en: 'One paper does not hold {subjects} assessed; it holds {most}. Vote group by group.',
  },
  VOTE_NO_PAPERS: {
    code: 'PRECONDITION_FAILED',
    zh: '一张票也没有收到，不能计票。请等投票，或者作废。',
    en: 'Not one paper came in, so there is nothing to count. Wait for votes, or void it.',
  },
  VOTE_OVER: {
    code: 'PRECONDITION_FAILED',
    zh: '这次测评已经结束，不能再办理。请刷新页面看最新情况。',
    en: 'This vote is over. Reload to see where it stands.',
  },
});
