import { byId, mutation, type Area, type Target } from '../table';
import { conductorsOfCycles, keepersOfActivities, readersOfCycles } from '../who';
import { counting } from './lists';

const read = { of: 'tree', may: readersOfCycles, because: ['cycles', 'hidden', 'association'] } as const;
const conduct = {
  of: 'tree',
  may: conductorsOfCycles,
  because: ['cycles', 'hidden', 'association'],
} as const;
/** of a cycle that is conducted at the root */
const known = {
  BRANCH_STAFF: ['OWN', 'CHILD'],
  COMMITTEE_STAFF: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'],
} as const;
const everywhere = ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'] as const;
const cycle = (target: Target) => target.thing('cycle').id;
const versioned = (target: Target) => ({ id: cycle(target), version: target.thing('cycle').version });
const assessed = (target: Target) => ({ id: target.thing('sheet').id, version: 1 });
const reason = '另有安排';
const scope = { relations: ['LEADS', 'GUIDES'], groupBy: 'NONE' };
const deadlines = [
  'SELF_ASSESSMENT',
  'VERIFICATION',
  'EXPERT_REVIEW',
  'MODERATION',
  'NOTICE',
  'OBJECTION',
  'FINAL',
].map((stage) => ({ stage, dueOn: '2026-12-31' }));
const ofCycle = (query: string, answer: string) => (target: Target) => ({
  document: `query ($id: ID!) { ${query}(cycleId: $id) ${answer} }`,
  variables: { id: cycle(target) },
});
/** answers of nothing are answers, too */
const answered = (): boolean => true;

export const assessmentCycles: Area = {
  title: 'Cycles of assessment',
  rows: [
    {
      ...read,
      operation: 'Query assessmentCycle',
      ask: (target) => byId('assessmentCycle', cycle(target), '{ title }'),
    },
    {
      ...read,
      operation: 'Query assessmentCycles',
      ask: (target) => ({
        document: 'query ($search: String!) { assessmentCycles(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: target.thing('cycle').name },
      }),
      shows: counting('assessmentCycles'),
    },
    {
      ...read,
      operation: 'Query assessment',
      ask: (target) => byId('assessment', assessed(target).id, '{ subjectName }'),
    },
    {
      ...read,
      operation: 'Query assessments',
      ask: () => ({ document: '{ assessments(first: 100) { nodes { subjectName } } }' }),
      names: (data) =>
        (data['assessments'] as { nodes: { subjectName: string }[] }).nodes.map(({ subjectName }) => subjectName),
    },
    { ...read, operation: 'Query assessmentGroups', ask: ofCycle('assessmentGroups', '{ key }'), shows: answered },
    {
      ...read,
      operation: 'Node AssessmentCycle',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', cycle(target), '{ ... on AssessmentCycle { title } }'),
    },
    {
      ...read,
      operation: 'Node Assessment',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', assessed(target).id, '{ ... on Assessment { subjectName } }'),
    },
    {
      of: 'whole',
      may: { BRANCH_STAFF: ['ASSOCIATION'], COMMITTEE_STAFF: ['ASSOCIATION'], ASSOCIATION_STAFF: ['ASSOCIATION'] },
      because: ['cycles', 'administrators'],
      operation: 'Query cycleSchemes',
      ask: () => ({ document: '{ cycleSchemes { no } }' }),
    },
    {
      ...conduct,
      operation: 'Query assessmentCyclePreview',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }) => ({
        document: 'query ($input: PreviewAssessmentCycleInput!) { assessmentCyclePreview(input: $input) { required } }',
        variables: { input: { organizationId: id, ...scope } },
      }),
    },
    {
      ...conduct,
      operation: 'Query assessmentCycleGaps',
      ask: ofCycle('assessmentCycleGaps', '{ kind }'),
      shows: answered,
    },
    {
      ...conduct,
      operation: 'Query assessmentCycleHints',
      ask: ofCycle('assessmentCycleHints', '{ kind }'),
      shows: answered,
    },
    {
      ...conduct,
      operation: 'Query assessmentScorers',
      ask: ofCycle('assessmentScorers', '{ name }'),
      shows: answered,
    },
    {
      ...conduct,
      operation: 'Query assessmentScorerCandidates',
      ask: (target) => ({
        document: 'query ($id: ID!) { assessmentScorerCandidates(cycleId: $id, search: "") { name } }',
        variables: { id: cycle(target) },
      }),
      shows: answered,
    },
    {
      ...conduct,
      operation: 'Mutation openAssessmentCycle',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }, scene) =>
        mutation('openAssessmentCycle', {
          organizationId: id,
          ...scope,
          schemeVersionId: scene.value('scheme version'),
          title: '考核',
          periodFrom: '2026-01-01',
          periodTo: '2026-06-30',
          deadlines,
        }),
      // nothing stands below a branch
      stopsAt: ['CYCLE_NOBODY'],
    },
    {
      ...conduct,
      operation: 'Mutation changeAssessmentCycle',
      ask: (target) => mutation('changeAssessmentCycle', { ...versioned(target), title: '改名' }),
    },
    {
      ...conduct,
      operation: 'Mutation advanceAssessmentCycle',
      ask: (target) => mutation('advanceAssessmentCycle', { ...versioned(target), reason }),
      // nobody is in it
      stopsAt: ['CYCLE_BLOCKED'],
    },
    {
      ...conduct,
      operation: 'Mutation reopenAssessmentCycle',
      ask: (target) => mutation('reopenAssessmentCycle', { ...versioned(target), to: 'SELF_ASSESSMENT', reason }),
      stopsAt: ['CYCLE_STAGE'],
    },
    {
      ...conduct,
      operation: 'Mutation cancelAssessmentCycle',
      ask: (target) => mutation('cancelAssessmentCycle', { ...versioned(target), reason }),
    },
    {
      ...conduct,
      operation: 'Mutation takeMetricSnapshot',
      ask: (target) => mutation('takeMetricSnapshot', versioned(target)),
    },
    {
      ...conduct,
      operation: 'Mutation nameAssessmentScorers',
      ask: (target, scene) =>
        mutation('nameAssessmentScorers', {
          ...versioned(target),
          scorers: [{ accountId: scene.value('expert account') }],
        }),
    },
    {
      ...conduct,
      operation: 'Mutation removeAssessmentScorer',
      ask: (target) =>
        mutation('removeAssessmentScorer', {
          ...versioned(target),
          scorerId: target.thing('cycle scorer').id,
          reason,
        }),
    },
    {
      of: 'tree',
      may: { BRANCH_STAFF: [], COMMITTEE_STAFF: [], ASSOCIATION_STAFF: everywhere },
      known,
      because: ['cycles', 'known', 'hidden', 'association'],
      operation: 'Mutation excludeFromAssessment',
      ask: (target) => mutation('excludeFromAssessment', { ...assessed(target), reason }),
    },
    {
      of: 'tree',
      may: keepersOfActivities,
      known: { COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'] },
      // nobody answers for those whom the association only guides
      refused: { ASSOCIATION_STAFF: everywhere },
      refusals: ['INVITATION_OWN'],
      because: ['cycles', 'known', 'hidden', 'association'],
      operation: 'Mutation answerAssessmentInvitation',
      ask: (target) => mutation('answerAssessmentInvitation', { ...assessed(target), takesPart: true }),
      stopsAt: ['INVITATION_ANSWERED'],
    },
  ],
};
