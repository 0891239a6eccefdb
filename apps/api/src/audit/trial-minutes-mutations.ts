import type { Actor } from '@dangwu/testing';
import { basis, MutationStage, personal } from './trial-stage';

interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const step = ({ id, version }: { id: string; version: number }) => ({ id, version });
const fields = 'id version contentHash';
const text = JSON.stringify({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: `联系 ${personal.phone}` }] }],
});

async function activity(stage: MutationStage): Promise<string> {
  const { id: organizationId } = await stage.branch();
  const { activityTypes } = await stage.read<{ activityTypes: { id: string; key: string }[] }>(
    '{ activityTypes { id key } }',
  );
  const activityTypeId = activityTypes.find((type) => type.key === 'THEME_DAY')!.id;
  const times = { startsAt: '2026-09-11T09:00:00+08:00', endsAt: '2026-09-11T10:00:00+08:00' };
  return (
    await stage.send('planActivity', { organizationId, activityTypeId, title: `主题党日${stage.next}`, ...times })
  ).id;
}

const begun = async (stage: MutationStage): Promise<Versioned> =>
  stage.send<Versioned>('beginMinutes', { activityId: await activity(stage) }, { fields });

/** Written with personal values in every place, the staff of the world as the recorder. */
async function written(stage: MutationStage): Promise<Versioned> {
  const { session } = await stage.read<{ session: { account: { name: string } } }>('{ session { account { name } } }');
  const attendance = { entitled: 9, present: 8, leave: 1, onLeave: [personal.name], guests: [personal.liaison] };
  const resolutions = [{ text: `走访 ${personal.idNumber}`, owner: personal.name }];
  const content = {
    chair: personal.name,
    recorder: session.account.name,
    startsAt: '2026-09-11T09:00:00+08:00',
    endsAt: '2026-09-11T10:00:00+08:00',
    attendance,
    items: [{ title: '学习', owner: personal.name, text, resolutions }],
  };
  return stage.send<Versioned>('saveMinutes', { ...step(await begun(stage)), content }, { fields });
}

const sign = (stage: MutationStage, minutes: Versioned, as: string, by?: Actor): Promise<Versioned> => {
  const input = { ...step(minutes), contentHash: minutes.contentHash, as };
  return stage.send<Versioned>('signMinutes', input, { fields, ...(by && { by }) });
};

const awaiting = async (stage: MutationStage): Promise<Versioned> => sign(stage, await written(stage), 'RECORDER');

async function locked(stage: MutationStage): Promise<Versioned & { by: Actor }> {
  const handed = await awaiting(stage);
  const by = await stage.world.account('PARTY_STAFF');
  await stage.world.write((tx) =>
    tx.query(`update account set name = $2 where id = $1`, [by.accountId, personal.name]),
  );
  return { ...(await sign(stage, handed, 'CHAIR', by)), by };
}

async function attached(stage: MutationStage): Promise<{ id: string; version: number }> {
  const input = { activityId: await activity(stage), fileId: await stage.roster() };
  const { attachments } = await stage.send<{ attachments: { id: string; version: number }[] }>('addAttachment', input, {
    fields: 'attachments { id version }',
  });
  return attachments[0]!;
}

/** The same for minutes, resolutions and attachments. */
export const minutesScenarios: Readonly<Record<string, Scenario>> = {
  beginMinutes: async (stage) => ({ object: (await begun(stage)).id }),
  saveMinutes: async (stage) => ({ object: (await written(stage)).id }),
  signMinutes: async (stage) => ({ object: (await awaiting(stage)).id }),
  withdrawMinutes: async (stage) => {
    const handed = await awaiting(stage);
    return { object: (await stage.send('withdrawMinutes', step(handed))).id };
  },
  correctMinutes: async (stage) => {
    const signed = await locked(stage);
    return { object: (await stage.send('correctMinutes', { ...step(signed), reason: basis })).id };
  },
  completeResolution: async (stage) => {
    const signed = await locked(stage);
    const { minutes } = await stage.read<{
      minutes: { activity: { resolutions: { id: string; version: number }[] } };
    }>('query ($id: ID!) { minutes(id: $id) { activity { resolutions { id version } } } }', { id: signed.id });
    const [resolution] = minutes.activity.resolutions;
    await stage.send('completeResolution', resolution!);
    return { object: resolution!.id };
  },
  addAttachment: async (stage) => ({ object: (await attached(stage)).id }),
  removeAttachment: async (stage) => {
    const attachment = await attached(stage);
    await stage.send('removeAttachment', step(attachment));
    return { object: attachment.id };
  },
};
