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
async function written(stage: MutationStage, chair: string = personal.name): Promise<Versioned> {
  const { session } = await stage.read<{ session: { account: { name: string } } }>('{ session { account { name } } }');
  const attendance = { entitled: 9, present: 8, leave: 1, onLeave: [personal.name], guests: [personal.liaison] };
  const resolutions = [{ text: `走访 ${personal.idNumber}`, owner: personal.name }];
  const content = {
    chair,
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

const awaiting = async (stage: MutationStage, chair?: string): Promise<Versioned> =>
  sign(stage, await written(stage, chair), 'RECORDER');

/** One of each world: two accounts of one name would leave it open who signs. */
const chairs = new WeakMap<MutationStage['world'], Actor>();

async function locked(stage: MutationStage): Promise<Versioned & { by: Actor }> {
  const handed = await awaiting(stage);
  const by = chairs.get(stage.world) ?? (await stage.world.account('PARTY_STAFF'));
  chairs.set(stage.world, by);
  await stage.world.write((tx) =>
    tx.query(`update account set name = $2 where id = $1`, [by.accountId, personal.name]),
  );
  return { ...(await sign(stage, handed, 'CHAIR', by)), by };
}

async function activityOf(stage: MutationStage, { id }: Versioned): Promise<string> {
  const { minutes } = await stage.read<{ minutes: { activity: { id: string } } }>(
    'query ($id: ID!) { minutes(id: $id) { activity { id } } }',
    { id },
  );
  return minutes.activity.id;
}

/** A file of an activity: a roster, or a page that was signed. */
async function attached(
  stage: MutationStage,
  activityId: string,
  { by = stage.world.staff, page = false }: { by?: Actor; page?: boolean } = {},
): Promise<{ id: string; version: number }> {
  const input = { activityId, fileId: page ? await signedPage(stage, by) : await stage.roster() };
  const { attachments } = await stage.send<{ attachments: { id: string; version: number }[] }>('addAttachment', input, {
    fields: 'attachments { id version }',
    by,
  });
  return attachments[0]!;
}

async function signedPage(stage: MutationStage, by: Actor): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')]), '签字页.pdf');
  const headers = { cookie: by.cookie, 'x-dangwu-csrf': '1' };
  const answer = await fetch(`${stage.world.url}/files`, { method: 'POST', body: form, headers });
  return ((await answer.json()) as { id: string }).id;
}

/** A resolution of signed minutes, reported by the staff of the world for somebody without an account. */
async function reported(stage: MutationStage): Promise<{ id: string; version: number }> {
  const signed = await locked(stage);
  const { minutes } = await stage.read<{
    minutes: { activity: { resolutions: { id: string; version: number }[] } };
  }>('query ($id: ID!) { minutes(id: $id) { activity { resolutions { id version } } } }', { id: signed.id });
  const evidence = `已走访 ${personal.idNumber}`;
  return stage.send(
    'reportSupervisionItem',
    { ...step(minutes.activity.resolutions[0]!), evidence },
    {
      fields: 'id version',
    },
  );
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
  signMinutesOnPaper: async (stage) => {
    const handed = await awaiting(stage, personal.liaison);
    const by = await stage.world.account('PARTY_STAFF');
    const attachment = await attached(stage, await activityOf(stage, handed), { by, page: true });
    const input = { ...step(handed), contentHash: handed.contentHash, attachmentId: attachment.id, reason: basis };
    return { object: (await stage.send('signMinutesOnPaper', input, { by })).id, by: by.accountId };
  },
  reportSupervisionItem: async (stage) => ({ object: (await reported(stage)).id }),
  closeSupervisionItem: async (stage) => {
    const item = await reported(stage);
    return { object: (await stage.send('closeSupervisionItem', step(item))).id };
  },
  returnSupervisionItem: async (stage) => {
    const item = await reported(stage);
    return { object: (await stage.send('returnSupervisionItem', { ...step(item), reason: basis })).id };
  },
  addAttachment: async (stage) => ({ object: (await attached(stage, await activity(stage))).id }),
  removeAttachment: async (stage) => {
    const attachment = await attached(stage, await activity(stage));
    await stage.send('removeAttachment', step(attachment));
    return { object: attachment.id };
  },
};
