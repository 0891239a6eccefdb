import { byId, mutation, type Area, type Target } from '../table';
import { at, conductorsOfCycles, everybody } from '../who';

const because = ['cycles', 'voting', 'hidden', 'association'] as const;
const conduct = { of: 'tree', may: conductorsOfCycles, because } as const;
/** for voters alone: nobody here is one, and what comes of it is shown where votes are held */
const own = { of: 'tree', may: at(everybody, []), because } as const;

const vote = (target: Target): string => target.thing('vote').id;
const cycle = (target: Target): string => target.thing('cycle').id;
const ofCycle = (query: string, answer: string) => (target: Target) => ({
  document: `query ($id: ID!) { ${query}(cycleId: $id) ${answer} }`,
  variables: { id: cycle(target) },
});
/** answers of nothing are answers, too */
const shows = (): boolean => true;
const stopsAt = ['VOTE_OVER'];
const nobody = `Account_${'0'.repeat(32)}`;

export const assessmentVotes: Area = {
  title: 'Votes of assessments',
  rows: [
    { ...conduct, operation: 'Query assessmentVotes', ask: ofCycle('assessmentVotes', '{ id }'), shows },
    {
      ...conduct,
      operation: 'Query assessmentVoteChoices',
      ask: ofCycle('assessmentVoteChoices', '{ fewest }'),
      shows,
    },
    {
      ...conduct,
      operation: 'Query assessmentVoterCandidates',
      ask: ofCycle('assessmentVoterCandidates', '{ withoutAccount }'),
      shows,
    },
    {
      ...conduct,
      operation: 'Mutation openAssessmentVote',
      ask: (target) =>
        mutation('openAssessmentVote', {
          ...{ cycleId: cycle(target), nodeKey: 'none', groupKey: 'MEMBERS' },
          assessmentIds: [target.thing('sheet').id],
          voterIds: [nobody],
        }),
      stopsAt: ['SCORE_NODE_UNKNOWN'],
    },
    {
      ...conduct,
      operation: 'Mutation beginAssessmentCasting',
      ask: (target) => mutation('beginAssessmentCasting', { voteId: vote(target) }),
      stopsAt,
    },
    {
      ...conduct,
      operation: 'Mutation countAssessmentVote',
      ask: (target) => mutation('countAssessmentVote', { voteId: vote(target) }),
      stopsAt,
    },
    {
      ...conduct,
      operation: 'Mutation voidAssessmentVote',
      ask: (target) => mutation('voidAssessmentVote', { voteId: vote(target), reason: '名单有误' }),
      stopsAt,
    },
    {
      ...own,
      operation: 'Mutation takeAssessmentCredential',
      ask: (target) => mutation('takeAssessmentCredential', { voteId: vote(target), blinded: 'AAAA' }, '{ signature }'),
    },
    {
      ...own,
      operation: 'Query ownAssessmentVote',
      ask: (target) => byId('ownAssessmentVote', vote(target), '{ phase }'),
    },
    {
      of: 'whole',
      may: everybody,
      because: ['voting'],
      operation: 'Query ownAssessmentVotes',
      ask: () => ({ document: '{ ownAssessmentVotes { id } }' }),
    },
    {
      ...own,
      may: { ...at(everybody, []), ...conductorsOfCycles },
      operation: 'HTTP GET /files/assessment-votes/:id.json',
      ask: (target) => ({ http: 'GET', path: `/files/assessment-votes/${vote(target)}.json` }),
    },
  ],
};
