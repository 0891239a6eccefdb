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
  });
});
