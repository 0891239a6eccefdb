import { defineAudited } from '@dangwu/platform/audit';
import { secrecyWords } from './ballot-words';

/** What ballots record. That somebody got a credential stands there, and who voted by name; never how anybody voted secretly. */
defineAudited({
  actions: {
    'ballot.open': { zh: '开始投票程序', en: 'Open a ballot' },
    'ballot.issue': { zh: '领票', en: 'Fetch a credential' },
    'ballot.vote': { zh: '记名投票', en: 'Vote by name' },
    'ballot.beginCasting': { zh: '领票结束，开始投票', en: 'Begin the casting' },
    'ballot.close': { zh: '计票', en: 'Count a ballot' },
    'ballot.giveUp': { zh: '投票作废', en: 'Void a ballot' },
  },
  subjects: { Ballot: { zh: '投票', en: 'Ballot' } },
  fields: {
    secrecy: { zh: '投票方式', en: 'secrecy' },
    voters: { zh: '投票人数', en: 'voters' },
    issued: { zh: '发出票数', en: 'credentials issued' },
    papers: { zh: '收回票数', en: 'votes counted' },
    publishedHash: { zh: '票单摘要值', en: 'hash of the list' },
    answers: { zh: '所投', en: 'answers' },
  },
  values: { secrecy: secrecyWords },
});
