import { createHash } from 'node:crypto';
import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { attached, Dispatches, type AttachedAnswer } from '../trial/dispatches';

let world: World;
let dispatches: Dispatches;
let branch: { id: string };
let [secretary, above, stranger]: Actor[] = [];
let today: string;
beforeAll(async () => {
  world = await createWorld();
  dispatches = new Dispatches(world);
  const committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
  branch = await world.branch('标准部党支部', { under: committee });
  secretary = await world.account('SECRETARY', branch);
  above = await world.account('PARTY_STAFF', committee);
  stranger = await world.account('SECRETARY', await world.branch('财务部党支部', { under: committee }));
  today = world.clock.today();
});
afterAll(() => world.close());

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const read = (id: string, actor?: Actor) => dispatches.read<AttachedAnswer>(id, `id version ${attached}`, actor);
const get = (url: string, actor: Actor) => fetch(`${world.url}${url}`, { headers: { cookie: world.cookieOf(actor) } });
const removing = ({ id, version }: AttachedAnswer, attachmentId: string) =>
  dispatches.do<AttachedAnswer>(
    'removeDispatchAttachment',
    { id, version, attachmentId },
    secretary,
    `version ${attached}`,
  );

describe('the attachments of a draft', () => {
  it('are added and removed, each a change that others are told of, and their list has a hash', async () => {
    const draft = await dispatches.draft(branch, {}, secretary);
    const one = await dispatches.attach(draft, '换届办法.csv', secretary);
    expect(one.version).toBe(draft.version + 1);
    const two = await dispatches.attach(one, '候选人名册.csv', secretary);
    expect(two.attachments.map(({ part, name }) => [part, name])).toEqual([
      ['DISPATCH', '换届办法.csv'],
      ['DISPATCH', '候选人名册.csv'],
    ]);
    const [first, second] = two.attachments;
    expect(two.attachmentsHash).toBe(sha256(`${first!.sha256}  换届办法.csv\n${second!.sha256}  候选人名册.csv\n`));
    const fileId = await dispatches.upload('议程.csv', secretary);
    await expect(dispatches.step('addDispatchAttachment', draft, { fileId }, secretary)).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
    const less = await removing(two, first!.id);
    expect(less.attachments.map(({ name }) => name)).toEqual(['候选人名册.csv']);
    expect(less.attachmentsHash).toBe(sha256(`${second!.sha256}  候选人名册.csv\n`));
    expect((await get(first!.url, secretary!)).status).toBe(404);
    // a number is not given again
    const again = await dispatches.attach({ ...two, version: less.version }, '换届办法（修订）.csv', secretary);
    expect(again.attachments.map(({ name }) => name)).toEqual(['候选人名册.csv', '换届办法（修订）.csv']);
    const none = await removing(
      await removing(again, again.attachments[0]!.id).then((v) => ({ ...again, ...v })),
      again.attachments[1]!.id,
    );
    expect([none.attachments, none.attachmentsHash]).toEqual([[], null]);
  });

  it('are files that one uploaded oneself, each once, by whoever writes it', async () => {
    const draft = await dispatches.draft(branch, {}, secretary);
    const foreign = await dispatches.upload('他人.csv', above);
    await expect(dispatches.step('addDispatchAttachment', draft, { fileId: foreign }, secretary)).rejects.toMatchObject(
      { reason: 'DISPATCH_FILE_UNKNOWN', messages: { zh: expect.stringContaining('重新上传') } },
    );
    const fileId = await dispatches.upload('方案.csv', secretary);
    const one = await dispatches.step('addDispatchAttachment', draft, { fileId }, secretary);
    await expect(dispatches.step('addDispatchAttachment', one, { fileId }, secretary)).rejects.toMatchObject({
      reason: 'DISPATCH_FILE_USED',
    });
    const leader = await world.account('LEADER', branch);
    await expect(
      dispatches.step('addDispatchAttachment', one, { fileId: await dispatches.upload('a.csv', leader) }, leader),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      dispatches.step('addDispatchAttachment', one, { fileId: await dispatches.upload('b.csv', stranger) }, stranger),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are fifty at most', async () => {
    const draft = await dispatches.draft(branch, {}, secretary);
    await world.write((tx) =>
      tx.query(
        `with made as (
           insert into file (id, association_id, account_id, name, type, size, sha256)
           select gen_random_uuid(), $1, $2, 'a.csv', 'text/csv', 1, repeat('0', 64) from generate_series(1, 50)
           returning id)
         insert into dispatch_attachment (id, association_id, dispatch_id, organization_id, part, no, file_id, name, type,
           size, sha256, added_by, added_at)
         select gen_random_uuid(), $1, $3, $4, 'DISPATCH', row_number() over (), id, 'a.csv', 'text/csv', 1,
           repeat('0', 64), '测试', now() from made`,
        [
          world.associationId,
          secretary!.accountId,
          localId('Dispatch', draft.id),
          localId('PartyOrganization', branch.id),
        ],
      ),
    );
    await expect(dispatches.attach(draft, '又一份.csv', secretary)).rejects.toMatchObject({
      reason: 'DISPATCH_ATTACHMENTS_TOO_MANY',
    });
  });
});

describe('the attachments of what was issued', () => {
  let issued: AttachedAnswer;
  beforeAll(async () => {
    const draft = await dispatches.draft(branch, { title: '关于购置学习设备的请示' }, secretary);
    const one = await dispatches.attach(draft, '设备清单.csv', secretary);
    await dispatches.step('issueDispatch', one, {}, secretary);
    issued = await read(draft.id);
  });

  it('are frozen, for the API and for the database, and the event of issuing keeps their hash', async () => {
    expect(issued.attachmentsHash).toBe(sha256(`${issued.attachments[0]!.sha256}  设备清单.csv\n`));
    await expect(removing(issued, issued.attachments[0]!.id)).rejects.toMatchObject({ reason: 'DISPATCH_STATE' });
    await expect(dispatches.attach(issued, '补充.csv', secretary)).rejects.toMatchObject({ reason: 'DISPATCH_STATE' });
    const id = localId('Dispatch', issued.id);
    for (const [statement, constraint] of [
      [`update dispatch_attachment set name = 'b.csv' where dispatch_id = $1`, 'dispatch_attachment_frozen'],
      [`update dispatch_attachment set deleted_at = now() where dispatch_id = $1`, 'dispatch_attachment_frozen'],
      [`update dispatch set attachments_hash = null where id = $1`, 'dispatch_attachments_hash_frozen'],
    ] as const)
      await expect(world.write((tx) => tx.query(statement, [id]))).rejects.toMatchObject({ constraint });
    const [event] = await world.write((tx) =>
      tx.query<{ after: object }[]>(
        `select after from audit_event where action = 'dispatch.issue' and subject_id = $1`,
        [id],
      ),
    );
    expect(event!.after).toMatchObject({ attachmentsHash: issued.attachmentsHash });
  });

  it('are sent to whoever reads it, the superior too, on record; to nobody else, and by no public address', async () => {
    const [file] = issued.attachments;
    for (const reader of [secretary!, above!]) {
      const answer = await get(file!.url, reader);
      expect(answer.status).toBe(200);
      expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(file!.sha256);
      expect(answer.headers.get('cache-control')).toMatch(/no-store|private/);
    }
    expect((await get(file!.url, stranger!)).status).toBe(404);
    expect((await fetch(`${world.url}${file!.url}`)).status).toBe(401);
    const downloads = await world.write((tx) =>
      tx.query<{ kind: string; after: object }[]>(
        `select kind, after from audit_event where action = 'dispatch.downloadAttachment' and subject_id = $1`,
        [localId('DispatchAttachment', file!.id)],
      ),
    );
    expect(downloads).toEqual(Array(2).fill({ kind: 'EXPORT', after: { name: '设备清单.csv' } }));
  });

  it('stand beside a scan of the receipt, of the reply, and of what came of it', async () => {
    const file = (name: string, actor: Actor) => dispatches.upload(name, actor);
    const fileId = await file('收文回执.csv', above!);
    const received = await dispatches.step('recordDispatchReceipt', issued, { on: today, fileId }, above);
    const reply = { outcome: 'APPROVED', on: today, followUpDueOn: today };
    await expect(dispatches.step('recordDispatchReply', received, { ...reply, fileId }, above)).rejects.toMatchObject({
      reason: 'DISPATCH_FILE_USED',
    });
    const scan = await file('批复.csv', above!);
    const replied = await dispatches.step('recordDispatchReply', received, { ...reply, fileId: scan }, above);
    const shown = await file('验收单.csv', secretary!);
    await dispatches.step('recordDispatchFollowUp', replied, { on: today, text: '已购置', fileId: shown }, secretary);
    const all = await read(issued.id, secretary);
    expect(all.attachments.map(({ part, name }) => `${part} ${name}`)).toEqual([
      'DISPATCH 设备清单.csv',
      'FOLLOW_UP 验收单.csv',
      'RECEIPT 收文回执.csv',
      'REPLY 批复.csv',
    ]);
    // they are no attachments of the dispatch, whose hash stays
    expect(all.attachmentsHash).toBe(issued.attachmentsHash);
    const scanned = all.attachments.find(({ part }) => part === 'REPLY')!;
    expect([(await get(scanned.url, secretary!)).status, (await get(scanned.url, stranger!)).status]).toEqual([
      200, 404,
    ]);
    await expect(
      world.write((tx) =>
        tx.query(`update dispatch_attachment set name = 'b.csv' where part = 'REPLY' and dispatch_id = $1`, [
          localId('Dispatch', issued.id),
        ]),
      ),
    ).rejects.toMatchObject({ constraint: 'dispatch_attachment_frozen' });
  });
});
