import { globalId } from '@dangwu/platform/ids';
import { basis, personal, type MutationStage } from './trial-stage';

type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by: string }>;

/** Of the security administrator: somebody made a member of the branch gets a second role. */
async function granted(stage: MutationStage): Promise<{ grant: string; account: string; by: string }> {
  const [by, { id: organizationId }] = [await stage.world.account('SECURITY_ADMIN'), await stage.branch()];
  const account = globalId('Account', (await stage.world.account('MEMBER', organizationId)).accountId);
  const input = { accountId: account, role: 'SECRETARY', organizationId, basis };
  const { id } = await stage.send('grantRole', input, { by });
  return { grant: id, account, by: by.accountId };
}

async function asked(stage: MutationStage): Promise<{ object: string; by: string }> {
  const by = await stage.world.account('SECRETARY', stage.world.root);
  const input = { role: 'EXPERT', organizationId: stage.world.root.id, reason: `值班，电话 ${personal.phone}` };
  const { id } = await stage.send('requestEmergencyAccess', input, { by });
  return { object: id, by: by.accountId };
}

interface Published {
  readonly object: string;
  readonly publication: string;
}

async function published(stage: MutationStage): Promise<Published> {
  const { id: organizationId } = await stage.branch({ type: 'COMMITTEE', relation: 'GUIDES' });
  const secretary = await stage.world.account('SECRETARY', organizationId);
  const { publications } = await stage.send<{ publications: { id: string }[] }>(
    'publish',
    { organizationId, subject: 'ORGANIZATION', basis },
    { by: secretary, fields: 'publications { id }' },
  );
  return { object: organizationId, publication: publications[0]!.id };
}

/** The same for rights: who gives them, asks for them in need, and shows what across GUIDES edges. */
export const rightsScenarios: Readonly<Record<string, Scenario>> = {
  grantRole: async (stage) => {
    const { account, by } = await granted(stage);
    return { object: account, by };
  },
  revokeGrant: async (stage) => {
    const { grant, account } = await granted(stage);
    const by = await stage.world.account('SECURITY_ADMIN');
    await stage.send('revokeGrant', { id: grant, basis }, { by });
    return { object: account, by: by.accountId };
  },
  requestEmergencyAccess: asked,
  decideEmergencyAccess: async (stage) => {
    const { object } = await asked(stage);
    const by = await stage.world.account('SECURITY_ADMIN');
    await stage.send('decideEmergencyAccess', { id: object, confirm: true }, { by });
    return { object, by: by.accountId };
  },
  publish: async (stage) => {
    const { id: organizationId } = await stage.branch({ type: 'COMMITTEE', relation: 'GUIDES' });
    const by = await stage.world.account('SECRETARY', organizationId);
    await stage.send('publish', { organizationId, subject: 'UNIT', basis }, { by, fields: 'guided' });
    return { object: organizationId, by: by.accountId };
  },
  withdrawPublication: async (stage) => {
    const { object, publication } = await published(stage);
    const by = await stage.world.account('SECRETARY', object);
    await stage.send('withdrawPublication', { id: publication, basis }, { by, fields: 'guided' });
    return { object, by: by.accountId };
  },
};
