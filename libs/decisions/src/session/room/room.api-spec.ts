import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { RoomSessions } from '../../trial/rooms';

let world: World;
let sessions: RoomSessions;
beforeAll(async () => {
  world = await createWorld();
  sessions = new RoomSessions(world);
});
afterAll(() => world.close());

const matterOf = async (id: string) =>
  (
    await world.as(world.staff).query<{
      matter: { state: string; opinion: string | null; councilItem: { outcome: string; reason: string } | null };
    }>('query ($id: ID!) { matter(id: $id) { state opinion councilItem { outcome reason } } }', { id })
  ).matter;

const entriesOf = async (id: string) =>
  (
    await world
      .as(world.staff)
      .query<{ matter: { records: { kind: string; session: string | null }[] } }>(
        'query ($id: ID!) { matter(id: $id) { records { kind session } } }',
        { id },
      )
  ).matter.records;
const titleOf = async (id: string) =>
  (
    await world
      .as(world.staff)
      .query<{ reviewSession: { title: string } }>('query ($id: ID!) { reviewSession(id: $id) { title } }', { id })
  ).reviewSession;

describe('a session in its room', () => {
  it('goes from the call to the opinion, and what was not reached waits', async () => {
    const sitting = await sessions.called({ party: 7 });
    const first = await sessions.scheduled(sitting);
    const second = await sessions.scheduled(sitting, 'MAJOR_DEPLOYMENT', 2);
    const heard = await sessions.heard(sitting, 3);
    await sessions.sitting(sitting, 5);
    const called = await sessions.at(sitting, first.itemId);
    expect(called.current!.standings).toEqual([
      { body: 'PARTY', entitled: 7, present: 5, recused: 0, presenceNeeded: 4, canVote: true, base: 7, needed: 4 },
    ]);
    // one item at a time
    await expect(sessions.at(sitting, second.itemId)).rejects.toMatchObject({ reason: 'SESSION_ITEM_CURRENT' });
    const open = await sessions.openVote(sitting);
    await sessions.votes(open, sitting.party, ['FOR', 'FOR', 'FOR', 'FOR', 'AGAINST']);
    const counted = await sessions.count(open);
    expect(counted).toMatchObject({ phase: 'CLOSED', inFavour: 4, against: 1, abstained: 0, passed: true, cast: 5 });
    await sessions.conclude(sitting, 'AGREE');
    expect(await matterOf(first.matterId)).toEqual({ state: 'REVIEWED', opinion: 'AGREE', councilItem: null });

    await sessions.at(sitting, heard);
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({ reason: 'SESSION_HEARD_ONLY' });
    const { version } = (await sessions.room(sitting.id))!;
    await expect(sessions.do('closeSession', { id: sitting.id, version })).rejects.toMatchObject({
      reason: 'SESSION_ITEM_CURRENT',
    });
    await expect(sessions.conclude(sitting, 'AGREE')).rejects.toMatchObject({ reason: 'SESSION_HEARD_ONLY' });
    const room = await sessions.conclude(sitting, null, '');
    await expect(sessions.do('closeSession', { id: sitting.id, version })).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
    const closed = await sessions.do('closeSession', { id: sitting.id, version: room.version });
    expect(closed).toMatchObject({ state: 'CLOSED', current: null });
    expect(await matterOf(second.matterId)).toMatchObject({ state: 'ACCEPTED', opinion: null });
    expect(await entriesOf(second.matterId)).toEqual([{ kind: 'UNSCHEDULED', session: '2026年第1次党委会' }]);
  });

  it('names the session in the record of what it deferred', async () => {
    const sitting = await sessions.called({ party: 3 });
    const { itemId, matterId } = await sessions.scheduled(sitting);
    await sessions.sitting(sitting);
    await sessions.at(sitting, itemId);
    const { version } = await sessions.conclude(sitting, 'DEFER', '材料不齐');
    await sessions.do('closeSession', { id: sitting.id, version });
    const { title } = await titleOf(sitting.id);
    expect(await matterOf(matterId)).toMatchObject({ state: 'ACCEPTED', opinion: null });
    expect(await entriesOf(matterId)).toEqual([
      { kind: 'RESUMED', session: title },
      { kind: 'REVIEWED', session: title },
    ]);
  });

  it('is not opened before its day, from which what it decides is dated', async () => {
    const sitting = await sessions.called({ party: 3 });
    const on = (starts: string) =>
      world.write((tx) =>
        tx.query(
          `update review_session set starts_at = $2, ends_at = $2::timestamptz + interval '2 hours' where id = $1`,
          [localId('ReviewSession', sitting.id), starts],
        ),
      );
    const open = async () =>
      sessions.do('openSession', { id: sitting.id, version: (await sessions.room(sitting.id))!.version });
    // ten past midnight of the next day in Shanghai, which is still today in Greenwich
    await on('2026-09-18T16:10:00Z');
    await expect(open()).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'SESSION_DAY_AHEAD',
      messages: { zh: expect.stringMatching(/定于 2026-09-19 召开，今天是 2026-09-18.*先把会议时间改到今天/) },
    });
    await on('2026-09-18T15:50:00Z');
    expect(await open()).toMatchObject({ state: 'OPEN' });
  });
});
