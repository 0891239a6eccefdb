import { localId, globalId } from '@dangwu/platform/ids';
import { Obligations } from '@dangwu/activities';
import { basis, type MutationStage } from './trial-stage';

type Scenario = (stage: MutationStage) => Promise<{ readonly object: string }>;

/** What a branch that was founded owes, derived as the worker derives it. */
async function obligation(stage: MutationStage): Promise<{ id: string; version: number }> {
  const { world } = stage;
  const { id } = await stage.branch();
  const branch = localId('PartyOrganization', id);
  await world.write((tx) => world.app.get(Obligations).derive(tx, world.associationId, [branch]));
  const [row] = await world.write((tx) =>
    tx.query<{ id: string; version: number }[]>(
      `select id, version from obligation where organization_id = $1 order by ends_on limit 1`,
      [branch],
    ),
  );
  return { id: globalId('Obligation', row!.id), version: row!.version };
}

/** The same for what the rules ask of organizations. */
export const obligationScenarios: Readonly<Record<string, Scenario>> = {
  waiveObligation: async (stage) => {
    const input = { ...(await obligation(stage)), reason: basis };
    return { object: (await stage.send('waiveObligation', input)).id };
  },
  withdrawWaiver: async (stage) => {
    const input = { ...(await obligation(stage)), reason: basis };
    const { id, version } = await stage.send<{ id: string; version: number }>('waiveObligation', input, {
      fields: 'id version',
    });
    return { object: (await stage.send('withdrawWaiver', { id, version, reason: basis })).id };
  },
  nudgeObligation: async (stage) => {
    const due = await obligation(stage);
    const [{ organizationId } = { organizationId: '' }] = await stage.world.write((tx) =>
      tx.query<{ organizationId: string }[]>(
        `select organization_id as "organizationId" from obligation where id = $1`,
        [localId('Obligation', due.id)],
      ),
    );
    await stage.world.account('SECRETARY', globalId('PartyOrganization', organizationId));
    return { object: (await stage.send('nudgeObligation', { id: due.id })).id };
  },
};
