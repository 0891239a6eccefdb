import { judgedIndicator, votedIndicator } from '../trial/insert-cycle';
import { mutation, type Area, type Target } from '../table';
import { everybody, keepersOfActivities, recipientsOfVerification } from '../who';

/** who reads what came of it, but does not fill it in */
const known = {
  COMMITTEE_STAFF: ['PUBLISHED', 'UNPUBLISHED'],
  COMMITTEE_MEMBER: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'],
  LEADER: ['OWN', 'CHILD', 'PUBLISHED', 'UNPUBLISHED'],
} as const;
const self = {
  of: 'tree',
  may: keepersOfActivities,
  known,
  // everybody may be named an expert: what a sheet asks for is asked at the sheet
  others: 'NOT_FOUND',
  because: ['assessing', 'known', 'hidden', 'association'],
} as const;
const own = { of: 'whole', may: everybody, because: ['assessing'] } as const;

const assessmentId = (target: Target): string => target.thing('sheet').id;
const nobodys = `AssessmentCycle_${'0'.repeat(32)}`;

export const assessmentSheets: Area = {
  title: 'Sheets of assessments',
  rows: [
    {
      ...self,
      operation: 'Query assessmentSheet',
      ask: (target) => ({
        document: 'query ($id: ID!) { assessmentSheet(assessmentId: $id, as: SELF) { subjectName } }',
        variables: { id: assessmentId(target) },
      }),
    },
    {
      ...self,
      operation: 'Mutation saveAssessmentScores',
      ask: (target) =>
        mutation(
          'saveAssessmentScores',
          {
            assessmentId: assessmentId(target),
            as: 'SELF',
            scores: [{ nodeKey: judgedIndicator, version: 0, points: '20' }],
          },
          '{ saved }',
        ),
      stopsAt: ['SHEET_SUBMITTED'],
    },
    {
      ...self,
      operation: 'Mutation submitAssessmentSheet',
      ask: (target) =>
        mutation('submitAssessmentSheet', { assessmentId: assessmentId(target), as: 'SELF' }, '{ subjectName }'),
      stopsAt: ['SHEET_SUBMITTED', 'SHEET_INCOMPLETE'],
    },
    {
      of: 'tree',
      ...recipientsOfVerification,
      because: ['assessing', 'known', 'hidden', 'association'],
      operation: 'Mutation returnAssessmentSheet',
      ask: (target) =>
        mutation('returnAssessmentSheet', { assessmentId: assessmentId(target), as: 'SELF', reason: '佐证不全' }, ''),
      stopsAt: ['SHEET_NOT_SUBMITTED'],
    },
    {
      of: 'tree',
      ...recipientsOfVerification,
      because: ['assessing', 'known', 'hidden', 'association'],
      operation: 'Mutation recordAssessmentVotes',
      ask: (target) =>
        mutation(
          'recordAssessmentVotes',
          {
            assessmentId: assessmentId(target),
            nodeKey: votedIndicator,
            version: 0,
            papers: [{ group: 'MEMBERS', option: 'YES', papers: 1 }],
            tellers: '王岚、李想',
          },
          '{ subjectName }',
        ),
      // who may is asked before what stage it is
      stopsAt: ['SHEET_STAGE', 'SCORER_RECUSED'],
    },
    {
      ...own,
      operation: 'Query ownAssessmentSheets',
      ask: () => ({ document: '{ ownAssessmentSheets { subjectName } }' }),
    },
    {
      ...own,
      operation: 'Mutation importAssessmentScores',
      ask: () =>
        mutation(
          'importAssessmentScores',
          { cycleId: nobodys, as: 'EXPERT', fileId: `File_${'0'.repeat(32)}` },
          '{ taken }',
        ),
      // whoever scores nothing has nothing to hand in
      stopsAt: ['NOTHING_TO_SCORE'],
    },
    {
      // of a cycle in which nobody has anything to score; score-workbooks.api-spec.ts shows one in which somebody has
      of: 'whole',
      may: {},
      others: 'NOT_FOUND',
      because: ['assessing', 'hidden'],
      operation: 'HTTP GET /files/assessment-scores/:cycleId/:as.xlsx',
      ask: () => ({ http: 'GET', path: `/files/assessment-scores/${nobodys}/EXPERT.xlsx` }),
    },
  ],
};
