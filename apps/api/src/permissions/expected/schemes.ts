import { mutation, type Area } from '../table';
import { associationStaff, everybody } from '../who';

const read = { of: 'whole', may: everybody, because: ['schemes'] } as const;
const maintain = { of: 'whole', may: associationStaff, because: ['schemes', 'administrators'] } as const;
/** what is no tree is told so, to whoever may ask */
const tree = {};

export const schemes: Area = {
  title: 'Schemes of assessment',
  rows: [
    {
      ...read,
      operation: 'Query assessmentSchemes',
      ask: () => ({ document: '{ assessmentSchemes(first: 5) { totalCount } }' }),
    },
    {
      ...read,
      operation: 'Query assessmentSchemes',
      aspect: 'with drafts',
      may: associationStaff,
      // to others there are none
      others: 'NOT_FOUND',
      ask: () => ({ document: '{ assessmentSchemes(first: 5, filter: { drafted: true }) { totalCount } }' }),
      shows: (data) => (data['assessmentSchemes'] as { totalCount: number }).totalCount > 0,
    },
    {
      ...read,
      operation: 'Query assessmentScheme',
      ask: (_, scene) => ({
        document: 'query ($id: ID!) { assessmentScheme(id: $id) { name { zh } } }',
        variables: { id: scene.value('scheme') },
      }),
    },
    {
      ...read,
      operation: 'Query assessmentScheme',
      aspect: 'never published',
      may: associationStaff,
      others: 'NOT_FOUND',
      ask: (_, scene) => ({
        document: 'query ($id: ID!) { assessmentScheme(id: $id) { name { zh } draft { no } } }',
        variables: { id: scene.value('unpublished scheme') },
      }),
    },
    {
      ...read,
      operation: 'Query schemeVersion',
      ask: (_, scene) => ({
        document: 'query ($id: ID!) { schemeVersion(id: $id) { no tree } }',
        variables: { id: scene.value('scheme version') },
      }),
    },
    {
      ...read,
      operation: 'Query schemeDifference',
      ask: (_, scene) => ({
        document: 'query ($id: ID!) { schemeDifference(from: $id, to: $id) { kind } }',
        variables: { id: scene.value('scheme version') },
      }),
      shows: () => true,
    },
    {
      ...read,
      operation: 'Query schemeDifference',
      aspect: 'with a draft',
      may: associationStaff,
      others: 'NOT_FOUND',
      ask: (_, scene) => ({
        document: 'query ($from: ID!, $to: ID!) { schemeDifference(from: $from, to: $to) { kind } }',
        variables: { from: scene.value('scheme version'), to: scene.value('scheme draft') },
      }),
      shows: () => true,
    },
    { ...read, operation: 'Query schemeDuties', ask: () => ({ document: '{ schemeDuties { key } }' }) },
    {
      ...maintain,
      operation: 'Query schemeFaults',
      ask: () => ({
        document: 'query ($tree: SchemeTree!) { schemeFaults(tree: $tree) { code } }',
        variables: { tree },
      }),
    },
    {
      ...maintain,
      operation: 'Query schemePreview',
      ask: () => ({
        document: 'query ($input: PreviewSchemeInput!) { schemePreview(input: $input) { total } }',
        variables: { input: { tree } },
      }),
    },
    {
      ...maintain,
      operation: 'Mutation createAssessmentScheme',
      ask: (_, scene) =>
        mutation('createAssessmentScheme', { nameZh: `考核方案${scene.serial}`, nameEn: `Scheme ${scene.serial}` }),
    },
    {
      ...maintain,
      operation: 'Mutation changeAssessmentScheme',
      ask: (_, scene) => mutation('changeAssessmentScheme', { id: scene.value('scheme'), version: 1, nameEn: 'Named' }),
    },
    {
      ...maintain,
      operation: 'Mutation beginSchemeDraft',
      ask: (_, scene) => mutation('beginSchemeDraft', { id: scene.value('scheme') }),
    },
    {
      ...maintain,
      operation: 'Mutation saveSchemeDraft',
      ask: (_, scene) => mutation('saveSchemeDraft', { id: scene.value('scheme draft'), version: 1, tree }),
      stopsAt: ['SCHEME_UNREADABLE'],
    },
    {
      ...maintain,
      operation: 'Mutation discardSchemeDraft',
      ask: (_, scene) => mutation('discardSchemeDraft', { id: scene.value('scheme draft'), version: 1 }),
      stopsAt: ['SCHEME_NO_DRAFT_LEFT'],
    },
    {
      ...maintain,
      operation: 'Mutation publishSchemeVersion',
      ask: (_, scene) => mutation('publishSchemeVersion', { id: scene.value('scheme draft'), version: 1 }),
      stopsAt: ['SCHEME_FAULTY'],
    },
    {
      ...maintain,
      operation: 'Mutation retireAssessmentScheme',
      ask: (_, scene) => mutation('retireAssessmentScheme', { id: scene.value('scheme'), version: 1 }),
    },
    {
      ...maintain,
      operation: 'Mutation restoreAssessmentScheme',
      ask: (_, scene) => mutation('restoreAssessmentScheme', { id: scene.value('scheme'), version: 1 }),
      stopsAt: ['SCHEME_IN_USE'],
    },
  ],
};
