import { judgedIndicator } from '../trial/insert-cycle';
import { mutation, type Area, type Target } from '../table';
import { conductorsOfCycles, everybody, keepersOfActivities, readersOfCycles } from '../who';

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
