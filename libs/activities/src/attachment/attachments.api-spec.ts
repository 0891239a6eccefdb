import { FileEntity } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { MinutesOf } from '../trial/minutes';

interface Attached {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly size: number;
  readonly url: string;
  readonly addedBy: string;
}

describe('attachments', () => {
  let world: World;
  let things: MinutesOf;
  let branch: { id: string };
  let activity: { id: string };
  let member: Actor;
  beforeAll(async () => {
    world = await createWorld();
    things = new MinutesOf(world);
    branch = await world.branch('第四党支部');
    activity = await things.plan(branch, '2026-09-16');
    member = await world.account('MEMBER', branch);
  });
  afterAll(() => world.close());

  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const upload = async (content: Buffer, name: string, actor: Actor): Promise<Response> => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(content)]), name);
    const headers = { cookie: actor.cookie, 'x-dangwu-csrf': '1' };
    return fetch(`${world.url}/files`, { method: 'POST', body, headers });
  };
  const fileOf = async (actor: Actor = world.staff, name = '签到照片.png'): Promise<string> =>
    ((await (await upload(png, name, actor)).json()) as { id: string }).id;
  const fields = 'attachments { id version name size url addedBy }';
  const add = async (fileId: string, actor?: Actor, to = activity): Promise<Attached[]> =>
    (await things.do<{ attachments: Attached[] }>('addAttachment', { activityId: to.id, fileId }, actor, fields))
      .attachments;

  it('are kept with name and size, and sent to whoever may read the activity, as downloads', async () => {
    const [attached] = await add(await fileOf());
    expect(attached).toMatchObject({
      name: '签到照片.png',
      size: png.length,
      addedBy: expect.stringContaining('测试'),
    });
    const sent = await things.get(attached!.url, member);
    expect(sent.status).toBe(200);
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(sent.headers.get('cache-control')).toBe('private, no-store');
    expect(Buffer.from(await sent.arrayBuffer())).toEqual(png);
    const stranger = await world.account('SECRETARY', await world.branch('第六党支部'));
    expect((await things.get(attached!.url, stranger)).status).toBe(404);
    expect((await things.get(attached!.url)).status).toBe(401);
    // by its own id the file stays that of whoever uploaded it
    const events = await things.events('Attachment', attached!.id);
    expect(events.map(({ action }) => action)).toEqual(['attachment.add', 'attachment.download']);
  });

  it('are what the caller uploaded, once', async () => {
    const theirs = await fileOf(member);
    await expect(add(theirs)).rejects.toMatchObject({ reason: 'ATTACHMENT_FILE_UNKNOWN' });
    const mine = await fileOf();
    await add(mine);
    await expect(add(mine)).rejects.toMatchObject({ reason: 'ATTACHMENT_USED' });
    await expect(add(await fileOf(member), member)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    ['a program', Buffer.from('MZ'), '安装.exe', 'FILE_TYPE_REFUSED'],
    ['a macro file', Buffer.from('PK'), '名册.xlsm', 'FILE_TYPE_REFUSED'],
    ['a program called a picture', Buffer.from('MZ\u0090'), '照片.png', 'FILE_CONTENT_MISMATCH'],
    ['nothing', Buffer.alloc(0), '照片.png', 'FILE_EMPTY'],
  ])('are refused at once when they are %s', async (_, content, name, reason) => {
    const answer = await upload(content, name, world.staff);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(await answer.json())).toContain(reason);
  });

  it('are deleted with their bytes; the row and the log stay', async () => {
    const other = await things.plan(branch, '2026-09-15');
    const fileId = await fileOf();
    const [attached] = await add(fileId, undefined, other);
    const { id, version } = attached!;
    await expect(things.do('removeAttachment', { id, version }, member, 'id')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(things.do('removeAttachment', { id, version: 9 }, undefined, 'id')).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
    expect(await things.do('removeAttachment', { id, version }, undefined, fields)).toEqual({ attachments: [] });
    expect((await things.get(attached!.url, world.staff)).status).toBe(404);
    const file = await world.write((tx) => tx.findOneByOrFail(FileEntity, { id: localId('File', fileId) }));
    expect(file.purgedAt).toBeInstanceOf(Date);
    expect((await things.get(`/files/${fileId}`, world.staff)).status).toBe(404);
    const events = await things.events('Attachment', id);
    expect(events.map(({ action }) => action)).toEqual(['attachment.add', 'attachment.remove']);
  });

  it('are at most fifty', async () => {
    const full = await things.plan(branch, '2026-09-14');
    // as rows: nobody may upload so many in a second
    await world.write((tx) =>
      tx.query(
        `with files as (
           insert into file (id, association_id, account_id, name, type, size, sha256)
           select gen_random_uuid(), $1, $2, n || '.png', 'image/png', 1, '' from generate_series(1, 50) n returning id, name)
         insert into attachment (id, association_id, activity_id, organization_id, file_id, name, type, size, added_by, added_at)
         select gen_random_uuid(), $1, $3, $4, id, name, 'image/png', 1, '测试', now() from files`,
        [
          world.associationId,
          world.staff.accountId,
          localId('Activity', full.id),
          localId('PartyOrganization', branch.id),
        ],
      ),
    );
    await expect(add(await fileOf(), undefined, full)).rejects.toMatchObject({ reason: 'ATTACHMENTS_TOO_MANY' });
  });
});
