import { PDFDocument } from '@cantoo/pdf-lib';
import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { createHash } from 'node:crypto';
import { endsAt, PlannedSessions, startsAt, type SessionAnswer } from '../trial/planned-sessions';
import { KeptPacks } from './kept-packs';

let world: World;
let sessions: PlannedSessions;
let sitting: Actor;
let session: SessionAnswer;

interface Pack {
  readonly no: number;
  readonly pages: number;
  readonly sha256: string;
  readonly url: string;
}
const packs = async (): Promise<Pack[]> =>
  (
    await world
      .as(world.staff)
      .query<{ sessionPacks: Pack[] }>('query ($id: ID!) { sessionPacks(sessionId: $id) { no pages sha256 url } }', {
        id: session.id,
      })
  ).sessionPacks;

const get = (path: string, actor: Actor = world.staff) =>
  fetch(`${world.url}${path}`, { headers: { cookie: actor.cookie } });
const bytes = async (path: string, actor?: Actor) => {
  const response = await get(path, actor);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

beforeAll(async () => {
  world = await createWorld({ now: '2026-09-28T02:00:00Z' });
  sessions = new PlannedSessions(world);
  sitting = await world.account('MEMBER', await world.branch('别的支部'));
  await sessions.holds(world.root, '罗景行', 'SECRETARY');
  await sessions.holds(world.root, '秦悦', 'COMMITTEE_MEMBER', sitting);
  const matter = await sessions.accepted(await world.branch('标准部党支部'));
  session = await sessions.call({ joint: true, council: '周常务 会长\n罗景行 副会长', startsAt, endsAt });
  session = await sessions.schedule(session, matter);
});
afterAll(() => world.close());

describe('papers of a session that was called', () => {
  it('is kept as it was when its members were called, and made anew, which they are told, when it says something else', async () => {
    const path = `/files/sessions/${session.id}/pack.pdf`;
    expect(await packs()).toEqual([]);
    session = await sessions.stepOf('sendSessionNotice', session);
    await bytes(path, sitting);
    const [first] = await packs();
    expect(first).toMatchObject({ no: 1, pages: 7 });
    const kept = await bytes(path);
    expect(createHash('sha256').update(kept).digest('hex')).toBe(first!.sha256);
    world.clock.advance(60_000);
    // the same bytes a minute later, for whoever asks
    expect((await bytes(path, sitting)).equals(kept)).toBe(true);
    const told = async () => (await sessions.bell(sitting)).filter(({ kind }) => kind === 'SESSION_PAPERS');
    expect(await told()).toEqual([]);
    session = await sessions.send('addSessionItem', { id: session.id, title: '听取汇报', minutes: 10 });
    const keeper = world.app.get(KeptPacks, { strict: false });
    const key = localId('ReviewSession', session.id);
    // of two at once one makes it
    await Promise.all([keeper.keep(world.associationId, key), keeper.keep(world.associationId, key)]);
    expect((await packs()).map(({ no }) => no)).toEqual([2, 1]);
    expect(await told()).toMatchObject([{ text: { zh: expect.stringContaining('现为第 2 版') } }]);
    expect((await bytes(path)).equals(kept)).toBe(false);
    expect((await bytes(first!.url, sitting)).equals(kept)).toBe(true);
    for (const wrong of ['3', '0', 'x']) expect((await get(`${path}?version=${wrong}`)).status).toBe(404);
    const item = session.items.find(({ title }) => title === '听取汇报')!;
    session = await sessions.send('removeSessionItem', { id: session.id, itemId: item.id, reason: '不再汇报' });
    await keeper.keep(world.associationId, key);
    expect((await packs()).map(({ no }) => no)).toEqual([3, 2, 1]);
    // what was asked for by the changes, for the worker
    const asked = await world.write((tx) =>
      tx.query<{ count: number }[]>(`select count(*)::int from outbox_message where topic = 'session.pack'`),
    );
    expect(asked).toEqual([{ count: 3 }]);
  });

  it('can be looked at before they are issued: without a number, and nothing is written', async () => {
    const path = `/files/sessions/${session.id}/preview`;
    const written = () =>
      world.write((tx) =>
        tx.query(`select (select count(*) from session_document) as documents, (select count(*) from document_number) as
          numbers, (select count(*) from audit_event where subject_type = 'SessionDocument') as events`),
      );
    const before = await written();
    const response = await get(`${path}/NOTICE.pdf`);
    expect(response.status).toBe(200);
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('（草稿）.pdf');
    const draft = await PDFDocument.load(await response.arrayBuffer());
    expect(draft.getTitle()).toBe(`关于召开${session.title}的通知`);
    expect(await written()).toEqual(before);
    const early = await get(`${path}/MINUTES.pdf?body=COUNCIL`);
    expect(early.status).toBe(412);
    expect(await early.text()).toContain('SESSION_DOCUMENT_EARLY');
    expect((await get(`${path}/LETTER.pdf`)).status).toBe(404);
    // who sits has what was issued, no drafts
    expect((await get(`${path}/NOTICE.pdf`, sitting)).status).toBe(403);
  });
});
