import { createWorld, type Actor, type World } from '@dangwu/testing';
import { RemindJob } from '../reminder';
import { TasksOf } from '../trial/tasks';
import type { MinutesAnswer } from '../trial/minutes';

// the world's clock stands at 2026-09-18 10:20 in Shanghai
describe('who signs minutes, and who reads them before', () => {
  let world: World;
  let tasks: TasksOf;
  let branch: { id: string };
  let [recorder, keeper, chair, reader]: Actor[] = [];
  beforeAll(async () => {
    world = await createWorld();
    tasks = new TasksOf(world);
    branch = await world.branch('第四党支部');
    recorder = await tasks.named(await world.account('PARTY_STAFF', branch), '秦悦');
    keeper = await tasks.named(await world.account('SECRETARY', branch), '杜若川');
    chair = await tasks.named(await world.account('COMMITTEE_MEMBER', branch), '罗景行');
    reader = await tasks.named(await world.account('MEMBER', branch), '江月明');
  });
  afterAll(() => world.close());

  let day = 1;
  const handed = async (content: object = {}): Promise<{ activity: { id: string }; minutes: MinutesAnswer }> => {
    const activity = await tasks.plan(branch, `2026-09-${String(day++).padStart(2, '0')}`);
    const saved = await tasks.save(await tasks.begin(activity, recorder), tasks.content(content), recorder);
    return { activity, minutes: await tasks.sign(saved, 'RECORDER', recorder!) };
  };
  const awaited = async (actor: Actor) => {
    const data = await world
      .as(actor)
      .query<{ minutesToSign: { id: string; version: number; contentHash: string; previewUrl: string }[] }>(
        '{ minutesToSign { id version contentHash previewUrl content { chair } } }',
      );
    return data.minutesToSign;
  };
  const toldTo = async (actor: Actor) =>
    (await tasks.bell(actor)).filter(({ title }) => title.zh === '1 份会议记录待您签字').length;
  const read = async (id: string, actor: Actor) => {
    const fields = 'state content { chair place } contentHash correctionReason';
    const data = await world
      .as(actor)
      .query<{ minutes: object | null }>(`query ($id: ID!) { minutes(id: $id) { ${fields} } }`, { id });
    return data.minutes;
  };

  it('the chair is told, sees what is signed and signs, without keeping the activities', async () => {
    const before = await toldTo(chair!);
    const { minutes } = await handed();
    expect(await toldTo(chair!)).toBe(before + 1);
    const [mine] = await awaited(chair!);
    expect(mine).toMatchObject({ id: minutes.id, contentHash: minutes.contentHash, content: { chair: '罗景行' } });
    expect((await tasks.get(mine!.previewUrl, chair)).status).toBe(200);
    expect(await awaited(keeper!)).toEqual([]);
    expect((await tasks.sign(minutes, 'CHAIR', chair!)).state).toBe('LOCKED');
    expect(await awaited(chair!)).toEqual([]);
    expect(await toldTo(chair!)).toBe(before);
  });

  it('gets a letter within ten minutes, and none of what was taken back before', async () => {
    await world.write((tx) => tx.query(`update account set mail = $2 where id = $1`, [chair!.accountId, 'l@x.cn']));
    const letters = () =>
      world.write((tx) =>
        tx.query<{ text: string }[]>(`select mailed_at from reminder where kind = 'TO_SIGN' and mailed_at is not null`),
      );
    const job = world.app.get(RemindJob, { strict: false });
    const first = await handed();
    const back = await tasks.do('withdrawMinutes', { id: first.minutes.id, version: first.minutes.version }, recorder);
    await job.runAtOnce();
    expect(await letters()).toHaveLength(0);
    expect(await toldTo(chair!)).toBe(0);
    const again = await tasks.sign(back, 'RECORDER', recorder!);
    expect(await toldTo(chair!)).toBe(1);
    await job.runAtOnce();
    await job.runAtOnce();
    expect(await letters()).toHaveLength(1);
    await tasks.sign(again, 'CHAIR', chair!);
  });

  it('is whoever was chosen, not whoever has the same name', async () => {
    const double = await tasks.named(await world.account('SECRETARY', branch), '罗景行');
    const begun = await tasks.begin(await tasks.plan(branch, '2026-09-10'), recorder);
    const unnamed = await tasks.save(begun, tasks.content(), recorder);
    await expect(tasks.sign(unnamed, 'RECORDER', recorder!)).rejects.toMatchObject({
      reason: 'MINUTES_CHAIR_AMBIGUOUS',
    });
    const chosen = await tasks.save(unnamed, tasks.content({ chairId: tasks.accountId(chair!) }), recorder);
    const minutes = await tasks.sign(chosen, 'RECORDER', recorder!);
    await expect(tasks.sign(minutes, 'CHAIR', double)).rejects.toMatchObject({ reason: 'MINUTES_SIGNER' });
    expect((await tasks.sign(minutes, 'CHAIR', chair!)).state).toBe('LOCKED');
    await tasks.named(double, '同名人');
  });

  describe('a chair without an account', () => {
    const paper = (minutes: MinutesAnswer, attachmentId: string, actor: Actor) => {
      const { id, version, contentHash } = minutes;
      const input = { id, version, contentHash, attachmentId, reason: '主持人没有账号' };
      return tasks.do('signMinutesOnPaper', input, actor);
    };

    it('signs a page, which another than the recorder attaches and puts on record', async () => {
      const { activity, minutes } = await handed({ chair: '老支书' });
      const page = await tasks.page(activity, keeper!);
      await expect(paper(minutes, page, recorder!)).rejects.toMatchObject({ reason: 'MINUTES_PAPER_BY_RECORDER' });
      const elsewhere = await tasks.page(await tasks.plan(branch, '2026-09-10'), keeper!, '别处.pdf');
      await expect(paper(minutes, elsewhere, keeper!)).rejects.toMatchObject({ reason: 'MINUTES_PAPER_UNKNOWN' });
      expect((await paper(minutes, page, keeper!)).state).toBe('LOCKED');
      const { minutes: signed } = await world
        .as(reader!)
        .query<{ minutes: object }>(
          'query ($id: ID!) { minutes(id: $id) { versions { chairName paperUrl paperReason paperBy } } }',
          { id: minutes.id },
        );
      const version = { chairName: '老支书', paperReason: '主持人没有账号', paperBy: '杜若川' };
      expect(signed).toEqual({ versions: [{ ...version, paperUrl: `/files/attachments/${page}` }] });
      const events = await tasks.events('Minutes', minutes.id);
      expect(events.map(({ action }) => action)).toContain('minutes.lockOnPaper');
      // the page belongs to the signature from now on
      await expect(tasks.do('removeAttachment', { id: page, version: 1 }, keeper, 'id')).rejects.toMatchObject({
        reason: 'ATTACHMENT_IS_SIGNATURE',
      });
    });

    it('is not somebody who has one', async () => {
      const { activity, minutes } = await handed();
      const page = await tasks.page(activity, keeper!);
      await expect(paper(minutes, page, keeper!)).rejects.toMatchObject({ reason: 'MINUTES_CHAIR_SIGNS' });
    });
  });

  describe('what is not signed', () => {
    const hidden = { content: null, contentHash: null, correctionReason: null };

    it('is read by those who may write there, and not by other readers of the activity', async () => {
      const begun = await tasks.begin(await tasks.plan(branch, '2026-09-16'), recorder);
      const saved = await tasks.save(begun, tasks.content(), recorder);
      expect(await read(saved.id, keeper!)).toMatchObject({ content: { chair: '罗景行' } });
      expect(await read(saved.id, reader!)).toEqual({ state: 'DRAFT', ...hidden });
      expect(await read(saved.id, chair!)).toEqual({ state: 'DRAFT', ...hidden });
      const preview = `/files/minutes/${saved.id}/preview.pdf`;
      expect((await tasks.get(preview, keeper)).status).toBe(200);
      expect((await tasks.get(preview, reader)).status).toBe(404);
    });

    it('of a correction leaves what was signed before to its readers, also as a file', async () => {
      const { minutes } = await handed({ place: '三层' });
      const locked = await tasks.sign(minutes, 'CHAIR', chair!);
      const step = { id: locked.id, version: locked.version };
      const opened = await tasks.do('correctMinutes', { ...step, reason: '地点写错' }, recorder);
      await tasks.save(opened, tasks.content({ place: '四层' }), recorder);
      expect(await read(locked.id, reader!)).toEqual({
        state: 'DRAFT',
        content: { chair: '罗景行', place: '三层' },
        contentHash: locked.contentHash,
        correctionReason: null,
      });
      expect(await read(locked.id, keeper!)).toMatchObject({
        content: { place: '四层' },
        correctionReason: '地点写错',
      });
      expect((await tasks.get(`/files/minutes/${locked.id}/1.pdf`, reader)).status).toBe(200);
    });

    it('is hidden by row-level security too', async () => {
      await tasks.begin(await tasks.plan(branch, '2026-09-17'), recorder);
      const seen = (permission: string) =>
        world.write(async (tx) => {
          await tx.query(
            `select set_config('dangwu.everywhere', 'off', true), set_config('dangwu.path_lo', '{/}', true),
               set_config('dangwu.path_hi', '{0}', true), set_config('dangwu.leads_lo', '{}', true),
               set_config('dangwu.leads_hi', '{}', true), set_config('dangwu.permission', $1, true)`,
            [permission],
          );
          const rows = await tx.query<{ state: string }[]>(`select distinct state from minutes order by state`);
          return rows.map(({ state }) => state);
        });
      expect(await seen('activity.read')).toEqual(['LOCKED']);
      expect(await seen('activity.maintain')).toEqual(['AWAITING', 'DRAFT', 'LOCKED']);
    });
  });
});
