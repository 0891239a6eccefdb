import { judgedIndicator } from '../trial/insert-cycle';
import { mutation, type Area, type Target } from '../table';
import { conductorsOfCycles, everybody, exportersOfAssessments, keepersOfActivities, readersOfCycles } from '../who';

const because = ['results', 'hidden', 'association'] as const;
const read = { of: 'tree', may: readersOfCycles, because } as const;
const conduct = { of: 'tree', may: conductorsOfCycles, because, stopsAt: ['CYCLE_STAGE'] } as const;
/** of a cycle that is conducted at the root */
const ofRoot = {
  of: 'tree',
  may: { BRANCH_STAFF: [], COMMITTEE_STAFF: [], ASSOCIATION_STAFF: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'] },
  known: { BRANCH_STAFF: ['OWN', 'CHILD'], COMMITTEE_STAFF: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'] },
  because: ['results', 'known', 'hidden', 'association'],
  stopsAt: ['CYCLE_STAGE'],
} as const;
const assessed = (target: Target) => ({ id: target.thing('sheet').id, version: 1 });
const versioned = (target: Target) => ({ id: target.thing('cycle').id, version: target.thing('cycle').version });
const ofSheet = (query: string, answer: string) => (target: Target) => ({
  document: `query ($id: ID!) { ${query}(assessmentId: $id) ${answer} }`,
  variables: { id: target.thing('sheet').id },
});
const ofCycle = (query: string, answer: string) => (target: Target) => ({
  document: `query ($id: ID!) { ${query}(cycleId: $id) ${answer} }`,
  variables: { id: target.thing('cycle').id },
});
/** answers of nothing are answers, too: it is not on notice yet */
const shows = (): boolean => true;
const reason = '综合平衡';

export const assessmentResults: Area = {
  title: 'Results of assessments',
  rows: [
    { ...read, operation: 'Query assessmentResult', ask: ofSheet('assessmentResult', '{ total }'), shows },
    { ...read, operation: 'Query assessmentTrend', ask: ofSheet('assessmentTrend', '{ total }'), shows },
    {
      ...conduct,
      stopsAt: [],
      operation: 'Query assessmentDistribution',
      ask: ofCycle('assessmentDistribution', '{ base }'),
      shows,
    },
    {
      ...conduct,
      stopsAt: [],
      operation: 'Query assessmentDimensions',
      ask: ofCycle('assessmentDimensions', '{ name }'),
      shows,
    },
    {
      ...read,
      operation: 'Query assessmentComparison',
      ask: (target) => ({
        document: 'query ($id: ID!) { assessmentComparison(firstId: $id, secondId: $id) { difference } }',
        variables: { id: target.thing('sheet').id },
      }),
      // it is found before it is told that two are needed
      stopsAt: ['COMPARE_ITSELF'],
    },
    {
      ...conduct,
      stopsAt: [],
      operation: 'Query assessmentsToSettle',
      ask: ofCycle('assessmentsToSettle', '{ objections }'),
      shows,
    },
    {
      ...conduct,
      stopsAt: [],
      operation: 'Query assessmentWeakList',
      ask: ofCycle('assessmentWeakList', '{ weak { name } }'),
      shows,
    },
    {
      of: 'tree',
      may: exportersOfAssessments,
      because,
      operation: 'HTTP GET /files/assessment-letters/:id.:format',
      ask: (target) => ({ http: 'GET', path: `/files/assessment-letters/${target.thing('sheet').id}.pdf` }),
      // the cycle is not over
      stopsAt: ['LETTER_NOT_ISSUED'],
    },
    {
      of: 'whole',
      may: everybody,
      because: ['results'],
      operation: 'HTTP GET /files/assessment-cycles/:id/notice.:format',
      ask: () => ({ http: 'GET', path: `/files/assessment-cycles/AssessmentCycle_${'0'.repeat(32)}/notice.pdf` }),
      stopsAt: ['UNKNOWN_ID'],
    },
    {
      of: 'whole',
      may: everybody,
      because: ['results'],
      operation: 'Query assessmentNotice',
      ask: () => ({
        document: 'query ($id: ID!) { assessmentNotice(cycleId: $id) { title } }',
        variables: { id: `AssessmentCycle_${'0'.repeat(32)}` },
      }),
      stopsAt: ['UNKNOWN_ID'],
    },
    {
      ...conduct,
      operation: 'Mutation computeAssessments',
      ask: (target) => mutation('computeAssessments', versioned(target), ''),
    },
    {
      ...conduct,
      operation: 'Mutation publishAssessmentNotice',
      ask: (target) => mutation('publishAssessmentNotice', { ...versioned(target), fields: [] }),
    },
    {
      ...conduct,
      operation: 'Mutation finishAssessmentCycle',
      ask: (target) => mutation('finishAssessmentCycle', versioned(target)),
    },
    {
      ...conduct,
      operation: 'Mutation issueAssessmentLetters',
      ask: (target) => mutation('issueAssessmentLetters', versioned(target), ''),
    },
    {
      ...conduct,
      operation: 'Mutation handOverAssessments',
      ask: (target) =>
        mutation(
          'handOverAssessments',
          { ...versioned(target), assessmentIds: [target.thing('sheet').id], reason },
          '{ weak { name } }',
        ),
    },
    {
      ...conduct,
      operation: 'Mutation exportAssessmentEvidence',
      ask: (target) => mutation('exportAssessmentEvidence', { id: target.thing('cycle').id }, ''),
      stopsAt: ['EVIDENCE_EARLY'],
    },
    {
      ...ofRoot,
      operation: 'Mutation adjustAssessment',
      ask: (target) =>
        mutation(
          'adjustAssessment',
          { ...assessed(target), nodeKey: judgedIndicator, points: '1', reason },
          '{ total }',
        ),
    },
    {
      ...ofRoot,
      // what moderation set is told with the result, and it is not on notice yet
      known: {},
      because,
      operation: 'Mutation withdrawAdjustment',
      ask: (target) => mutation('withdrawAdjustment', { id: target.thing('adjustment').id, reason }, '{ total }'),
    },
    {
      ...ofRoot,
      operation: 'Mutation decideObjection',
      ask: (target) =>
        mutation(
          'decideObjection',
          { id: target.thing('objection').id, version: 1, upheld: false, answer: reason },
          '{ total }',
        ),
    },
    {
      of: 'tree',
      may: keepersOfActivities,
      known: { COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'] },
      because: ['results', 'known', 'hidden', 'association'],
      operation: 'Mutation raiseObjection',
      ask: (target) => mutation('raiseObjection', { id: assessed(target).id, text: '请复核' }, '{ total }'),
      stopsAt: ['CYCLE_STAGE'],
    },
  ],
};
