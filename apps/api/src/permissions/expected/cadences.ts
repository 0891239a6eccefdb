import { associationStaff, staff } from '../who';
import { mutation, type Area, type Request, type Scene } from '../table';

const set = {
  of: 'tree',
  may: staff,
  elsewhere: 'FORBIDDEN',
  because: ['houseRules', 'register', 'association'],
} as const;
const basis = '决议〔2026〕1号';

/** Held by organizations of every type; each of these on a day of its own. */
const cadence = (scene: Scene, organizationId: string | null): Record<string, unknown> => {
  const day = (no: number) => new Date(Date.UTC(2031, 0, 1 + no)).toISOString().slice(0, 10);
  return {
    activityTypeId: scene.value('an activity type'),
    period: 'YEAR',
    times: 1,
    organizationTypes: ['FUNCTIONAL_COMMITTEE', 'COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH', 'PARTY_GROUP'],
    organizationId,
    basis,
    effectiveFrom: day(scene.serial),
    effectiveTo: day(scene.serial + 1),
  };
};
const preview = (input: object): Request => ({
  document: 'query ($input: SetCadenceInput) { previewCadence(set: $input) { appearing } }',
  variables: { input },
});

export const cadences: Area = {
  title: 'Cadences',
  rows: [
    {
      ...set,
      operation: 'Query previewCadence',
      ask: ({ id }, scene) => preview(cadence(scene, id)),
    },
    {
      ...set,
      operation: 'Mutation setCadence',
      ask: ({ id }, scene) => mutation('setCadence', cadence(scene, id)),
    },
    {
      of: 'whole',
      may: associationStaff,
      because: ['rules'],
      operation: 'Mutation setCadence',
      aspect: 'for the association',
      ask: (_, scene) => mutation('setCadence', cadence(scene, null)),
    },
    {
      ...set,
      operation: 'Mutation changeCadence',
      ask: (target) => {
        const { id, version } = target.thing('house cadence');
        return mutation('changeCadence', { id, version, times: 2, effectiveFrom: '2031-06-01', basis });
      },
    },
    {
      ...set,
      operation: 'Mutation endCadence',
      ask: (target) => {
        const { id, version } = target.thing('house cadence');
        return mutation('endCadence', { id, version, effectiveTo: '2031-06-01', reason: basis });
      },
    },
  ],
};
