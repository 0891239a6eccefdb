import { associationStaff, everybody, everyone, staff } from '../who';
import { byId, mutation, type Area } from '../table';

const everyones = { of: 'whole', may: everybody, because: ['rules'] } as const;

export const rules: Area = {
  title: 'Rules',
  rows: [
    {
      ...everyones,
      operation: 'Query rules',
      ask: () => ({ document: '{ rules(first: 5) { totalCount } }' }),
    },
    {
      ...everyones,
      operation: 'Query ruleInForce',
      ask: () => ({ document: '{ ruleInForce(key: "branch.size.max") { value } }' }),
    },
    {
      of: 'tree',
      may: everyone,
      because: ['rules', 'association'],
      operation: 'Query ruleInForce',
      aspect: 'for an organization',
      // what is unknown here falls back to the association's rule, which everyone may read
      foreign: 'ALLOWED',
      ask: ({ id }) => ({
        document: 'query ($id: ID!) { ruleInForce(key: "branch.size.max", organizationId: $id) { value } }',
        variables: { id },
      }),
    },
    {
      of: 'tree',
      may: everyone,
      because: ['rules', 'association'],
      operation: 'Node Rule',
      ask: (target) => byId('node', target.thing('house rule').id, '{ ... on Rule { value } }'),
    },
    {
      of: 'whole',
      may: associationStaff,
      // staff of a part hold the permission nowhere
      because: ['rules', 'administrators'],
      operation: 'Mutation confirmRule',
      ask: (_, scene) => mutation('confirmRule', { id: scene.value('unconfirmed rule'), version: 1 }),
    },
    {
      of: 'tree',
      may: staff,
      elsewhere: 'FORBIDDEN',
      because: ['houseRules', 'register', 'association'],
      operation: 'Mutation overrideRule',
      ask: ({ id }) =>
        mutation('overrideRule', {
          key: 'branch.size.max',
          organizationId: id,
          value: '40',
          strength: 'NORMAL',
          basis: '决议〔2026〕1号',
          effectiveFrom: '2031-01-01',
        }),
    },
    {
      of: 'whole',
      may: associationStaff,
      because: ['rules'],
      operation: 'Mutation overrideRule',
      aspect: 'for the association',
      ask: () =>
        mutation('overrideRule', {
          key: 'branch.size.max',
          value: '40',
          strength: 'NORMAL',
          basis: '决议〔2026〕1号',
          effectiveFrom: '2031-01-01',
        }),
    },
    {
      of: 'tree',
      may: staff,
      elsewhere: 'FORBIDDEN',
      because: ['houseRules', 'register', 'association'],
      operation: 'Mutation withdrawRuleOverride',
      ask: (target) => {
        const { id, version } = target.thing('house rule');
        return mutation('withdrawRuleOverride', { id, version, effectiveTo: '2030-06-01' });
      },
    },
  ],
};
