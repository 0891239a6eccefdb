import { byId, mutation, type Area } from '../table';
import { counting } from './lists';

const whole = { of: 'whole', may: { AUDITOR: ['ASSOCIATION'] }, because: ['administrators'] } as const;
const persons = {
  of: 'person',
  may: { AUDITOR: ['MINE', 'ANOTHERS'] },
  because: ['administrators', 'association'],
} as const;

export const audit: Area = {
  title: 'The audit log',
  rows: [
    {
      ...persons,
      operation: 'Query auditEvents',
      aspect: 'about a person',
      ask: (target) => ({
        document: 'query ($id: ID!) { auditEvents(first: 5, filter: { subjectId: $id }) { totalCount } }',
        variables: { id: target.thing('account').id },
      }),
      shows: counting('auditEvents'),
    },
    {
      ...persons,
      operation: 'Query auditEvent',
      ask: (target) => byId('auditEvent', target.thing('event').id, '{ action }'),
    },
    {
      ...persons,
      operation: 'Query auditActors',
      ask: () => ({ document: '{ auditActors(first: 100) { nodes { name } } }' }),
      names: (data) => (data['auditActors'] as { nodes: { name: string }[] }).nodes.map(({ name }) => name),
    },
    { ...whole, operation: 'Query auditActions', ask: () => ({ document: '{ auditActions { name } }' }) },
    { ...whole, operation: 'Query auditChain', ask: () => ({ document: '{ auditChain { sealedEvents } }' }) },
    {
      ...whole,
      operation: 'Mutation verifyAuditChain',
      ask: () => ({ document: 'mutation { verifyAuditChain { id } }' }),
    },
    { ...whole, operation: 'Mutation exportAuditEvents', ask: () => mutation('exportAuditEvents', {}) },
  ],
};
