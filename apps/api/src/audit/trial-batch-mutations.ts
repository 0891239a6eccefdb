import { transferable } from './trial-member-mutations';
import type { Scenario } from './trial-mutations';
import { basis, today, type MutationStage } from './trial-stage';

/** Foresees a batch, then carries it out: what the first answers is sent with the second. */
async function batch(
  stage: MutationStage,
  consequences: string,
  type: string,
  mutation: string,
  input: object,
): Promise<void> {
  const { found } = await stage.read<{ found: { expected: string } }>(
    `query ($input: ${type}!) { found: ${consequences}(input: $input) { expected } }`,
    { input },
  );
  await stage.send(mutation, { ...input, expected: found.expected }, { fields: 'changed' });
}

/** One verb for many rows leaves an event for each of them. */
export const batchScenarios: Readonly<Record<string, Scenario>> = {
  batchChangeUnits: async (stage) => {
    const id = await stage.unit();
    const input = { ids: [id], change: { tier: 'COUNCIL' }, effectiveOn: today, basis };
    await batch(stage, 'unitBatchConsequences', 'UnitBatchInput', 'batchChangeUnits', input);
    return { object: id };
  },
  batchTransferMembers: async (stage) => {
    const { id, organizationId } = await transferable(stage);
    const input = { ids: [id], organizationId, effectiveOn: today, basis };
    await batch(stage, 'batchTransferConsequences', 'MembersTransferInput', 'batchTransferMembers', input);
    return { object: id };
  },
  batchMoveOrganizations: async (stage) => {
    const { id } = await stage.branch();
    const { id: parentId } = await stage.branch({ type: 'COMMITTEE' });
    const input = { ids: [id], parentId, effectiveOn: today, basis };
    await batch(stage, 'batchMoveConsequences', 'OrganizationsMoveInput', 'batchMoveOrganizations', input);
    return { object: id };
  },
  batchDissolveOrganizations: async (stage) => {
    const { id } = await stage.branch();
    const input = { ids: [id], effectiveOn: today, basis };
    await batch(stage, 'batchDissolveConsequences', 'OrganizationsDissolveInput', 'batchDissolveOrganizations', input);
    return { object: id };
  },
};
