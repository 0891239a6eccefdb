import { defineAudited } from '@dangwu/platform/audit';

/** What is recorded of votes. Who got a credential stands with the ballot; how anybody voted stands nowhere. */
defineAudited({
  actions: {
    'cycle.openVote': { zh: '开始无记名测评', en: 'Open a secret vote of an assessment' },
    'cycle.beginCasting': { zh: '测评领票结束，开始投票', en: 'Begin the casting of an assessment' },
    'cycle.countVote': { zh: '测评计票', en: 'Count a vote of an assessment' },
    'cycle.voidVote': { zh: '测评作废', en: 'Void a vote of an assessment' },
    'cycle.downloadVoteList': { zh: '下载测评票单', en: 'Download the list of a vote of an assessment' },
  },
  subjects: {},
  fields: {
    voterGroup: { zh: '投票人类别', en: 'group of voters' },
    subjects: { zh: '考核对象', en: 'assessed' },
    voters: { zh: '投票人数', en: 'voters' },
    issued: { zh: '发出票数', en: 'credentials issued' },
    papers: { zh: '收回票数', en: 'votes counted' },
    publishedHash: { zh: '票单摘要值', en: 'hash of the list' },
  },
});
