import { Notifications } from '@dangwu/platform/notifications';
import { attendanceScenarios } from './trial-attendance-mutations';
import { activityScenarios, cadenceScenarios, catalogueScenarios } from './trial-activity-mutations';
import { batchScenarios } from './trial-batch-mutations';
import { decisionScenarios } from './trial-decision-mutations';
import { cycleScenarios } from './trial-cycle-mutations';
import { dispatchScenarios } from './trial-dispatch-mutations';
import { paperScenarios } from './trial-paper-mutations';
import { sessionScenarios } from './trial-session-mutations';
import { identityScenarios } from './trial-identity-mutations';
import { minutesScenarios } from './trial-minutes-mutations';
import {
  memberExportScenarios,
  memberScenarios,
  personalScenarios,
  staffScenarios,
  viewScenarios,
} from './trial-member-mutations';
import { roomScenarios } from './trial-room-mutations';
import { schemeScenarios } from './trial-scheme-mutations';
import { scoreScenarios } from './trial-score-mutations';
import { voteScenarios } from './trial-vote-mutations';
import { rightsScenarios } from './trial-rights-mutations';
import { obligationScenarios } from './trial-obligation-mutations';
import { planScenarios, seriesScenarios } from './trial-plan-mutations';
import { basis, MutationStage, personal, today } from './trial-stage';

/** What the event of a successful call must name: the object, by its global id. */
export type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const itself =
  (name: string, input: (stage: MutationStage) => Promise<object> | object): Scenario =>
  async (stage) => ({ object: (await stage.send(name, await input(stage))).id });

const ofOrganization = (name: string, more: (stage: MutationStage) => Promise<object> | object): Scenario =>
  itself(name, async (stage) => ({
    ...(await stage.change('partyOrganization', (await stage.branch({ reportedMemberCount: 9 })).id)),
    ...(await more(stage)),
  }));

const ofUnit = (name: string, more: object): Scenario =>
  itself(name, async (stage) => ({ ...(await stage.change('unit', await stage.unit())), ...more }));

const seat = async (stage: MutationStage): Promise<{ id: string; version: number }> => {
  const input = { organizationId: stage.world.root.id, post: 'COMMITTEE_MEMBER', since: '2024-01-01', basis };
  const fields = 'seats { id version personName }';
  const personName = `${personal.name}${stage.next}`;
  const { seats } = await stage.send<{ seats: { id: string; version: number; personName: string }[] }>(
    'fillSeat',
    { ...input, personName },
    { fields },
  );
  return seats.find((one) => one.personName === personName)!;
};

/** How each mutation is carried out successfully, by a person in a browser. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...activityScenarios,
  ...attendanceScenarios,
  ...batchScenarios,
  ...cadenceScenarios,
  ...catalogueScenarios,
  ...cycleScenarios,
  ...minutesScenarios,
  ...decisionScenarios,
  ...dispatchScenarios,
  ...sessionScenarios,
  ...paperScenarios,
  ...roomScenarios,
  ...schemeScenarios,
  ...scoreScenarios,
  ...voteScenarios,
  ...identityScenarios,
  ...memberScenarios,
  ...obligationScenarios,
  ...planScenarios,
  ...seriesScenarios,
  ...personalScenarios,
  ...memberExportScenarios,
  ...rightsScenarios,
  ...staffScenarios,
  ...viewScenarios,

  signIn: async (stage) => {
    const { accountId, username, password } = await stage.world.account('SECRETARY', stage.world.root);
    await stage.send('signIn', { username, password }, { by: null, fields: 'account { id }' });
    return { object: `Account_${accountId.replaceAll('-', '')}`, by: accountId };
  },
  signOut: async (stage) => {
    const actor = await stage.world.account('SECRETARY', stage.world.root);
    await stage.world.as(actor).mutate('mutation { signOut }');
    return { object: `Account_${actor.accountId.replaceAll('-', '')}`, by: actor.accountId };
  },

  foundOrganization: itself('foundOrganization', ({ world, next }) => ({
    parentId: world.root.id,
    relation: 'LEADS',
    type: 'BRANCH',
    code: `S${next}`,
    name: `新支部${next}`,
    effectiveOn: today,
    basis,
  })),
  renameOrganization: ofOrganization('renameOrganization', ({ next }) => ({ name: `更名支部${next}` })),
  changeOrganizationType: ofOrganization('changeOrganizationType', () => ({ type: 'COMMITTEE' })),
  moveOrganization: ofOrganization('moveOrganization', async (stage) => ({
    parentId: (await stage.branch({ type: 'COMMITTEE' })).id,
    relation: 'LEADS',
  })),
  dissolveOrganization: ofOrganization('dissolveOrganization', () => ({})),
  mergeOrganizations: itself('mergeOrganizations', async (stage) => {
    const [into, merged] = [await stage.branch(), await stage.branch()];
    const versions = [into, merged].map(({ id }) => ({ id, version: 1 }));
    return { intoId: into.id, ids: [merged.id], versions, effectiveOn: today, basis };
  }),
  splitOrganization: ofOrganization('splitOrganization', ({ next }) => ({
    newOrganizations: [{ type: 'BRANCH', code: `T${next}`, name: `拆出支部${next}`, reportedMemberCount: 4 }],
  })),
  undoOperation: async (stage) => {
    const { id } = await stage.branch();
    await stage.send('renameOrganization', {
      ...(await stage.change('partyOrganization', id)),
      name: `误名${stage.next}`,
    });
    await stage.send('undoOperation', { operationId: await stage.latestOperation(id), basis });
    return { object: id };
  },
  withdrawPendingOperation: async (stage) => {
    const { id } = await stage.branch();
    const later = { ...(await stage.change('partyOrganization', id)), effectiveOn: '2027-01-01' };
    await stage.send('renameOrganization', { ...later, name: `来年名${stage.next}` });
    const input = { operationId: await stage.latestOperation(id), basis };
    await stage.send('withdrawPendingOperation', input, { type: 'UndoOperationInput' });
    return { object: id };
  },
  fillSeat: async (stage) => ({ object: (await seat(stage)).id }),
  vacateSeat: async (stage) => {
    const { id, version } = await seat(stage);
    await stage.send('vacateSeat', { id, version, until: today });
    return { object: id };
  },

  registerUnit: itself('registerUnit', (stage) => stage.newUnit()),
  changeUnit: ofUnit('changeUnit', { partyMemberCount: 12 }),
  changeUnitCoverage: ofUnit('changeUnitCoverage', { coverage: 'UNCOVERED' }),
  closeUnit: ofUnit('closeUnit', {}),

  exportOrganizations: itself('exportOrganizations', () => ({})),
  exportUnits: itself('exportUnits', () => ({ filter: { search: personal.phone } })),
  exportMatters: itself('exportMatters', () => ({ filter: { search: personal.phone } })),
  exportDispatches: itself('exportDispatches', () => ({ filter: { search: personal.phone } })),
  exportActivities: itself('exportActivities', () => ({ filter: { search: personal.phone } })),
  cancelJob: itself('cancelJob', async (stage) => ({ id: (await stage.send('exportUnits', {})).id })),

  confirmRule: itself('confirmRule', async (stage) => ({
    ...(await stage.rule('branch.found.min')),
    note: `电话 ${personal.phone} 核对`,
  })),
  overrideRule: itself('overrideRule', () => ({
    key: 'branch.size.max',
    value: '40',
    strength: 'MUST',
    basis,
    effectiveFrom: today,
  })),
  withdrawRuleOverride: itself('withdrawRuleOverride', async (stage) => {
    const { id, version } = await stage.rule('branch.size.max');
    return { id, version, effectiveTo: '2026-12-31' };
  }),

  setHolidayYear: itself('setHolidayYear', () => ({
    year: 2028,
    status: 'PROVISIONAL',
    basis,
    days: [{ date: '2028-01-01', kind: 'OFF', name: '元旦' }],
  })),

  startImport: itself('startImport', async (stage) => ({ kind: 'ORGANIZATIONS', fileId: await stage.roster() })),
  mapImportColumns: itself('mapImportColumns', async (stage) => ({
    id: await stage.checked({ unmapped: true }),
    mapping: [{ column: 1, field: 'code' }],
  })),
  correctImportCell: itself('correctImportCell', async (stage) => ({
    id: await stage.checked({ faulty: true }),
    row: 2,
    column: 3,
    value: '党支部',
  })),
  correctImportCells: itself('correctImportCells', async (stage) => ({
    id: await stage.checked({ faulty: true }),
    column: 3,
    found: '俱乐部',
    value: '党支部',
  })),
  confirmImport: itself('confirmImport', async (stage) => ({ id: await stage.checked(), goodRowsOnly: false })),
  discardImport: itself('discardImport', async (stage) => ({ id: await stage.checked() })),
  undoImport: itself('undoImport', async (stage) => {
    const id = await stage.checked();
    await stage.send('confirmImport', { id, goodRowsOnly: false });
    await stage.step('write', id);
    return { id };
  }),

  verifyAuditChain: async (stage) => {
    const auditor = await stage.world.account('AUDITOR');
    const document = 'mutation { verifyAuditChain { id } }';
    const data = await stage.world.as(auditor).mutate<{ verifyAuditChain: { id: string } }>(document);
    return { object: data.verifyAuditChain.id, by: auditor.accountId };
  },
  exportAuditEvents: async (stage) => {
    const auditor = await stage.world.account('AUDITOR');
    const { id } = await stage.send('exportAuditEvents', { filter: { requestId: personal.phone } }, { by: auditor });
    return { object: id, by: auditor.accountId };
  },

  markNotificationsRead: async (stage) => {
    const { associationId, staff } = stage.world;
    await stage.world.write((tx) =>
      stage.world.app.get(Notifications).add(tx, {
        accountId: staff.accountId,
        associationId,
        kind: 'ORGANIZATION_CHANGED',
        params: { name: '甲', summaryZh: '更名', summaryEn: 'renamed', on: today },
      }),
    );
    await stage.send('markNotificationsRead', {}, { fields: '' });
    return { object: `Account_${staff.accountId.replaceAll('-', '')}` };
  },
};

/**
 * Mutations of libraries whose own specs carry them out, by the path of the spec. The same guard stands there: under
 * `createWorld` a mutation that leaves no event is refused.
 */
export const shownBy: Readonly<Record<string, string>> = {
  batchChangeUnits: 'libs/organization/src/units/batch/unit-batch.api-spec.ts',
  batchDissolveOrganizations: 'libs/organization/src/batch/organization-batches.api-spec.ts',
  batchMoveOrganizations: 'libs/organization/src/batch/organization-batches.api-spec.ts',
  batchTransferMembers: 'libs/membership/src/batch/member-batch.api-spec.ts',
  // in no session yet
  proveSecondFactor: 'libs/access/src/sign-in/sign-in-steps.api-spec.ts',
  replacePassword: 'libs/access/src/sign-in/sign-in-steps.api-spec.ts',
  requestPasswordReset: 'libs/access/src/password/password-resets.api-spec.ts',
  setPasswordByLink: 'libs/access/src/password/password-resets.api-spec.ts',
  setUp: 'apps/api/src/setup/setup.api-spec.ts',
  // by way of the provider
  startSingleSignOn: 'libs/access/src/single-sign-on/single-sign-on.api-spec.ts',
  linkIdentity: 'libs/access/src/single-sign-on/single-sign-on.api-spec.ts',
  unlinkIdentity: 'libs/access/src/single-sign-on/single-sign-on.api-spec.ts',
  // when everything has been scored
  computeAssessments: 'libs/assessment/src/result/results.api-spec.ts',
  adjustAssessment: 'libs/assessment/src/result/results.api-spec.ts',
  withdrawAdjustment: 'libs/assessment/src/result/results.api-spec.ts',
  publishAssessmentNotice: 'libs/assessment/src/result/results.api-spec.ts',
  raiseObjection: 'libs/assessment/src/result/notice.api-spec.ts',
  decideObjection: 'libs/assessment/src/result/notice.api-spec.ts',
  finishAssessmentCycle: 'libs/assessment/src/result/notice.api-spec.ts',
  issueAssessmentLetters: 'libs/assessment/src/letter/letters.api-spec.ts',
  exportAssessmentEvidence: 'libs/assessment/src/letter/evidence.api-spec.ts',
  handOverAssessments: 'libs/assessment/src/weak/weak.api-spec.ts',
};
