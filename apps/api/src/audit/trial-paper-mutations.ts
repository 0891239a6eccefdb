import { deflateSync, crc32 } from 'node:zlib';
import { MutationStage } from './trial-stage';

interface Called {
  readonly id: string;
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by?: string }>;

const times = { startsAt: '2026-12-10T06:00:00Z', endsAt: '2026-12-10T08:00:00Z' };

async function session(stage: MutationStage): Promise<Called> {
  const input = { reviewingBody: 'FUNCTIONAL_COMMITTEE', joint: false, ...times };
  const called = await stage.send<Called & { version: number }>('callSession', input, { fields: 'id version' });
  await stage.send('addSessionItem', { id: called.id, title: `听取汇报${stage.next}`, minutes: 10 });
  const document = 'query ($id: ID!) { reviewSession(id: $id) { id version } }';
  const { reviewSession } = await stage.read<{ reviewSession: Called & { version: number } }>(document, {
    id: called.id,
  });
  const members = [{ name: '测试', chair: true }];
  return stage.send<Called>('changeSessionRoster', { ...reviewSession, body: 'PARTY', members });
}

/** A picture of one grey point. */
function point(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = chunk('IDAT', deflateSync(Buffer.from([0, 128])));
  return Buffer.concat([signature, chunk('IHDR', head), image, chunk('IEND', Buffer.alloc(0))]);
}

async function sealed(stage: MutationStage): Promise<Called> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(point())]), '签章.png');
  const headers = { cookie: stage.world.staff.cookie, 'x-dangwu-csrf': '1' };
  const answer = await fetch(`${stage.world.url}/files`, { method: 'POST', body: form, headers });
  const { id: fileId } = (await answer.json()) as { id: string };
  const { id: organizationId } = await stage.branch();
  return stage.send('setSealImage', { organizationId, body: 'PARTY', fileId });
}

/** The same for papers of sessions. */
export const paperScenarios: Readonly<Record<string, Scenario>> = {
  issueSessionDocument: async (stage) => {
    const { id: sessionId } = await session(stage);
    return { object: (await stage.send('issueSessionDocument', { sessionId, kind: 'NOTICE' })).id };
  },
  setSealImage: async (stage) => ({ object: (await sealed(stage)).id }),
  removeSealImage: async (stage) => {
    const { id } = await sealed(stage);
    await stage.send('removeSealImage', { id }, { fields: '' });
    return { object: id };
  },
};
