import { recount, type PublishedBallot } from '@dangwu/ballots';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { localId } from '@dangwu/platform/ids';
import { createHash } from 'node:crypto';
import { openOf, RoomSessions, type Seat, type Sitting } from '../../trial/rooms';

let world: World;
let sessions: RoomSessions;
beforeAll(async () => {
  world = await createWorld({ environment: { RATE_LIMIT: '1000000' } });
  sessions = new RoomSessions(world);
});
afterAll(() => world.close());

/** A personnel matter, with everybody there having spoken. */
async function personnel(party: number, there: number, without = 0): Promise<{ sitting: Sitting; matterId: string }> {
  const sitting = await sessions.called({ party, without });
  const { itemId, matterId } = await sessions.scheduled(sitting, 'PERSONNEL');
  await sessions.sitting(sitting, there);
  await sessions.at(sitting, itemId);
  await sessions.round(itemId, sitting.party.slice(0, there));
  return { sitting, matterId };
}

describe('a personnel matter', () => {
  it('is voted on secretly from end to end, and everybody can recount it', async () => {
    const { sitting, matterId } = await personnel(6, 5);
    const open = openOf(await sessions.openVote(sitting));
    expect(open).toMatchObject({ phase: 'ISSUING', present: 5, needed: 4, named: [], mine: null });
    const devices = [];
    for (const seat of sitting.party.slice(0, 5)) devices.push(await sessions.device(sitting, seat));
    const own = openOf((await sessions.room(sitting.id, sitting.party[0]!.actor!))!);
    expect(own).toMatchObject({ issued: 5, cast: 0, mine: { done: true, choice: null } });
    await sessions.do('beginCasting', { voteId: open.id });
    const choices = ['FOR', 'FOR', 'FOR', 'FOR', 'AGAINST'];
    for (const [n, device] of devices.entries()) expect((await sessions.paper(device, choices[n]!)).id).toBe(device.id);
    expect(openOf((await sessions.room(sitting.id))!)).toMatchObject({ phase: 'CASTING', cast: 5, inFavour: null });
    const counted = await sessions.count((await sessions.room(sitting.id))!);
    expect(counted).toMatchObject({ inFavour: 4, against: 1, passed: true, named: [] });

    const list = await published(counted.publishedUrl!, sitting.party[0]!.actor!.cookie);
    expect(list.status).toBe(200);
    expect(createHash('sha256').update(list.text).digest('hex')).toBe(counted.publishedHash);
    const { counts, faults } = recount(JSON.parse(list.text) as PublishedBallot);
    expect([counts, faults]).toEqual([{ motion: { MEMBERS: { FOR: 4, AGAINST: 1, ABSTAIN: 0 } } }, []]);
    const stranger = await world.account('MEMBER', world.root);
    expect((await published(counted.publishedUrl!, stranger.cookie)).status).toBe(404);

    await sessions.conclude(sitting, 'AGREE');
    const [entry] = await records(matterId, 'REVIEWED');
    expect(entry!.data).toMatchObject({
      opinion: 'AGREE',
      votes: [
        {
          ...{ body: 'PARTY', secrecy: 'SECRET', entitled: 6, present: 5, recused: 0, presence: '>= 2/3' },
          ...{ majority: '> 1/2', base: 6, needed: 4, inFavour: 4, against: 1, abstained: 0, passed: true },
          publishedHash: counted.publishedHash,
        },
      ],
    });
    // what the session keeps of a secret vote names nobody's choice
    expect(await joinable(sitting)).toEqual({ chosen: 0, named: 0 });
  }, 120_000);

  it('is voided and repeated when somebody has lost the device', async () => {
    const { sitting } = await personnel(4, 4);
    const first = openOf(await sessions.openVote(sitting));
    for (const seat of sitting.party.slice(0, 2)) await sessions.device(sitting, seat);
    await expect(sessions.do('beginCasting', { voteId: first.id })).rejects.toMatchObject({
      reason: 'TOO_FEW_FOR_SECRECY',
    });
    const voided = await sessions.do('voidVote', { voteId: first.id, reason: '有人设备丢失' });
    expect(voided.current!.votes).toMatchObject([{ phase: 'VOID' }]);
    const second = openOf(await sessions.openVote(sitting));
    const devices = [];
    for (const seat of sitting.party) devices.push(await sessions.device(sitting, seat));
    await sessions.do('beginCasting', { voteId: second.id });
    for (const device of devices) await sessions.paper(device, 'FOR');
    expect(await sessions.count((await sessions.room(sitting.id))!)).toMatchObject({ inFavour: 4, passed: true });
  }, 120_000);

  it('takes a device of everybody, and three of them', async () => {
    const { sitting } = await personnel(4, 4, 1);
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({
      reason: 'SESSION_SEATS_WITHOUT_ACCOUNT',
      params: { names: ['委员4'] },
    });
    const { sitting: small } = await personnel(2, 2);
    await expect(sessions.openVote(small)).rejects.toMatchObject({
      reason: 'SESSION_TOO_FEW_FOR_SECRECY',
      params: { voters: 2, floor: 3 },
    });
  });

  it('is not voted on before everybody who is there has spoken, the chair last', async () => {
    const sitting = await sessions.called({ party: 5 });
    const { itemId } = await sessions.scheduled(sitting, 'PERSONNEL');
    await sessions.sitting(sitting, 4);
    await sessions.at(sitting, itemId);
    const [chair, second, third, fourth, away] = sitting.party as [Seat, Seat, Seat, Seat, Seat];
    const state = (seat: { id: string }, actor?: Actor) =>
      sessions.do('stateView', { itemId, seatId: seat.id, text: '同意' }, actor);
    await expect(state(chair)).rejects.toMatchObject({
      reason: 'SESSION_CHAIR_LAST',
      params: { names: ['委员2', '委员3', '委员4'] },
      messages: { zh: expect.stringContaining('第二十七条') },
    });
    expect((await state(second, second.actor!)).current!.nextSpeaker).toBe(third.id);
    await expect(state(third, second.actor!)).rejects.toMatchObject({ reason: 'ROOM_SEAT_OTHERS' });
    await sessions.do('recuseSeat', { itemId, seatId: third.id, source: 'DECLARED', reason: '亲属' }, third.actor);
    await expect(state(third)).rejects.toMatchObject({ reason: 'SESSION_RECUSED' });
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({
      reason: 'SESSION_SPEAKING_ROUND',
      params: { names: ['委员4', '委员1'] },
    });
    await state(fourth);
    expect((await state(chair)).current!.nextSpeaker).toBeNull();

    // who is away writes, which is neither a vote nor presence
    await expect(state(away)).rejects.toMatchObject({ reason: 'SESSION_NOT_THERE' });
    const written = { itemId, seatId: away.id, text: '赞成该人选' };
    await expect(sessions.do('fileWrittenView', { ...written, seatId: second.id })).rejects.toMatchObject({
      reason: 'SESSION_IS_THERE',
    });
    const filed = await sessions.do('fileWrittenView', written, away.actor);
    expect(filed.current!.views).toContainEqual({ seatId: away.id, kind: 'WRITTEN', text: '赞成该人选' });
    expect(filed.current!.standings).toMatchObject([{ present: 3, entitled: 4 }]);

    // who comes late speaks, and the chair says the last word again
    await sessions.mark(sitting, [away], 'PRESENT');
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({ params: { names: ['委员5'] } });
    const late = await state(away);
    expect(late.current!.nextSpeaker).toBe(chair.id);
    expect(late.current!.views.map(({ kind }) => kind)).toEqual(['SPOKEN', 'SPOKEN', 'SPOKEN']);
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({ params: { names: ['委员1'] } });
    await state(chair);
    expect(openOf(await sessions.openVote(sitting))).toMatchObject({ entitled: 4, present: 4, recused: 1 });
  });
});

async function published(url: string, cookie: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${world.url}${url}`, { headers: { cookie } });
  return { status: response.status, text: await response.text() };
}

const records = async (matterId: string, kind: string) =>
  world.write((tx) =>
    tx.query<{ data: Record<string, unknown> }[]>(`select data from matter_record where matter_id = $1 and kind = $2`, [
      localId('Matter', matterId),
      kind,
    ]),
  );

/** Rows of the session's own tables that say what somebody voted secretly. */
const joinable = async ({ id }: Sitting): Promise<{ chosen: number; named: number } | undefined> =>
  (
    await world.write((tx) =>
      tx.query<{ chosen: number; named: number }[]>(
        `select count(n.choice)::int as chosen, count(b.answers)::int as named
         from session_vote v join session_item i on i.id = v.item_id join session_voter n on n.vote_id = v.id
         join ballot_voter b on b.ballot_id = v.ballot_id
         where i.session_id = $1 and v.secrecy = 'SECRET'`,
        [localId('ReviewSession', id)],
      ),
    )
  )[0];
