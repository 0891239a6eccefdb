import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import { openOf, RoomSessions, type Sitting } from '../../trial/rooms';

let world: World;
let sessions: RoomSessions;
beforeAll(async () => {
  world = await createWorld({ environment: { RATE_LIMIT: '1000000', POOL_SIZE: '8' } });
  sessions = new RoomSessions(world);
});
afterAll(() => world.close());

/** A session of so many, so many of them there, that deals with a matter. */
async function dealing(
  party: number,
  there = party,
  category?: string,
): Promise<{ sitting: Sitting; itemId: string; matterId: string }> {
  const sitting = await sessions.called({ party });
  const item = await sessions.scheduled(sitting, category);
  await sessions.sitting(sitting, there);
  await sessions.at(sitting, item.itemId);
  return { sitting, ...item };
}

const sql = (text: string, values: unknown[] = []): Promise<unknown> => world.write((tx) => tx.query(text, values));

describe('whether a body can vote', () => {
  it('is asked at every vote, with the rule and the counts', async () => {
    const { sitting } = await dealing(8, 3);
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({
      code: 'RULE_VIOLATION',
      reason: 'SESSION_NO_QUORUM',
      params: { entitled: 8, present: 3, needed: 4, recused: 0 },
      messages: { zh: expect.stringMatching(/应到 8 人，实到 3 人，至少要有 4 人.*审议规则第 1 版/) },
    });
    await sessions.mark(sitting, [sitting.party[3]!], 'REMOTE');
    expect(openOf(await sessions.openVote(sitting))).toMatchObject({ entitled: 8, present: 4, base: 8, needed: 5 });
  });

  it('counts those recused neither as entitled nor as there', async () => {
    const { sitting, itemId } = await dealing(8, 4);
    const recuse = { itemId, seatId: sitting.party[0]!.id, source: 'DIRECTED', reason: '亲属关系' };
    const { current } = await sessions.do('recuseSeat', recuse);
    expect(current!.standings).toEqual([
      expect.objectContaining({ entitled: 7, present: 3, recused: 1, presenceNeeded: 4, canVote: false, needed: 4 }),
    ]);
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({ params: { entitled: 7, present: 3, recused: 1 } });
    await expect(sessions.do('recuseSeat', recuse)).rejects.toMatchObject({ reason: 'SESSION_RECUSED_ALREADY' });
    await sessions.do('withdrawRecusal', { recusalId: current!.recusals[0]!.id });
    const open = await sessions.openVote(sitting);
    await expect(sessions.do('recuseSeat', recuse)).rejects.toMatchObject({ reason: 'SESSION_VOTE_OPEN' });
    await sessions.count(open);
    await expect(sessions.do('recuseSeat', recuse)).rejects.toMatchObject({ reason: 'SESSION_VOTED' });
  });

  it('is frozen when it opens, whoever comes or goes', async () => {
    const { sitting } = await dealing(8, 5);
    const open = await sessions.openVote(sitting);
    const late = sitting.party[6]!;
    await sessions.mark(sitting, [late], 'PRESENT');
    const room = await sessions.mark(sitting, [sitting.party[0]!], 'ABSENT');
    expect(openOf(room)).toMatchObject({ entitled: 8, present: 5, needed: 5, issued: 5 });
    const voteId = openOf(open).id;
    await expect(sessions.do('castNamedVote', { voteId, choice: 'FOR' }, late.actor)).rejects.toMatchObject({
      reason: 'NOT_A_VOTER',
    });
    // who left has a vote still: it was there when it opened
    await sessions.votes(open, sitting.party, ['FOR', 'FOR', 'FOR', 'FOR', 'FOR']);
    expect(await sessions.count(open)).toMatchObject({ inFavour: 5, passed: true });
    for (const set of ['needed = 1', 'present = 8', 'in_favour = 0'])
      await expect(
        sql(`update session_vote set ${set} where id = $1`, [localId('SessionVote', voteId)]),
      ).rejects.toThrow(/frozen|stays as it was/);
  });

  it('takes more than half of those entitled, not of those who are there', async () => {
    const { sitting, itemId } = await dealing(8, 5);
    const open = await sessions.openVote(sitting);
    await sessions.votes(open, sitting.party, ['FOR', 'FOR', 'FOR', 'FOR', 'ABSTAIN']);
    expect(await sessions.count(open)).toMatchObject({ inFavour: 4, needed: 5, passed: false });
    await expect(sessions.conclude(sitting, 'AGREE')).rejects.toMatchObject({
      reason: 'SESSION_AGREE_NEEDS_VOTE',
      messages: { zh: expect.stringContaining('没有表决通过') },
    });
    await expect(
      sql(`update session_item set state = 'CONCLUDED', opinion = 'AGREE', concluded_at = now() where id = $1`, [
        localId('SessionItem', itemId),
      ]),
    ).rejects.toThrow(/takes a vote that was passed/);
    // one vote per item and body
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({ reason: 'SESSION_VOTED' });
    await expect(sessions.conclude(sitting, 'DEFER', ' ')).rejects.toMatchObject({ reason: 'SESSION_OPINION_MISSING' });
    const room = await sessions.conclude(sitting, 'DEFER', '票数不足，缓议');
    const closed = await sessions.do('closeSession', { id: sitting.id, version: room.version });
    expect(closed.items[0]).toMatchObject({ state: 'CONCLUDED', opinion: 'DEFER' });
  });
});

describe('votes by name', () => {
  it('come in once each, however often and by however many at once they are sent', async () => {
    const { sitting } = await dealing(10);
    const open = await sessions.openVote(sitting);
    const voteId = openOf(open).id;
    const choices = ['FOR', 'AGAINST', 'ABSTAIN', 'FOR', 'FOR'];
    const tries = sitting.party.flatMap((seat) => choices.map((choice) => ({ seat, choice })));
    const sent = await Promise.allSettled(
      tries.map(({ seat, choice }) => sessions.do('castNamedVote', { voteId, choice }, seat.actor, 'id')),
    );
    const refused = sent.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { reason: string }).reason] : [],
    );
    expect(new Set(refused)).toEqual(new Set(['VOTED_ALREADY']));
    const counted = await sessions.count(open);
    expect(counted.cast).toBe(10);
    expect(counted.inFavour! + counted.against! + counted.abstained!).toBe(10);
    const choice = counted.named[0]!.choice === 'FOR' ? 'AGAINST' : 'FOR';
    await expect(sessions.do('castNamedVote', { voteId, choice }, sitting.party[0]!.actor)).rejects.toMatchObject({
      reason: 'VOTED_ALREADY',
    });
    await expect(sessions.do('countVote', { voteId })).rejects.toMatchObject({ reason: 'SESSION_VOTE_OVER' });
  }, 120_000);

  it('are recorded by show of hands for who has no device', async () => {
    const sitting = await sessions.called({ party: 4, without: 2 });
    const { itemId } = await sessions.scheduled(sitting);
    await sessions.sitting(sitting, 4);
    await sessions.mark(sitting, [sitting.party[1]!], 'ON_LEAVE');
    await sessions.at(sitting, itemId);
    const open = await sessions.openVote(sitting);
    const { id: voteId } = openOf(open);
    const [first, away, third, fourth] = sitting.party.map(({ id }) => id);
    const record = (votes: object[]) => sessions.do('recordNamedVotes', { voteId, votes });
    await expect(record([{ seatId: away, choice: 'FOR' }])).rejects.toMatchObject({ reason: 'SESSION_NOT_VOTING' });
    await record([
      { seatId: first, choice: 'FOR' },
      { seatId: third, choice: 'FOR' },
      { seatId: fourth, choice: 'FOR' },
    ]);
    await record([{ seatId: third, choice: 'FOR' }]);
    await expect(record([{ seatId: third, choice: 'AGAINST' }])).rejects.toMatchObject({
      reason: 'SESSION_HAND_VOTED',
    });
    const room = await sessions.room(sitting.id, sitting.party[0]!.actor!);
    expect(openOf(room!)).toMatchObject({ cast: 3, issued: 3, mine: { done: true, choice: 'FOR' } });
    expect(openOf(room!).named.map(({ choice }) => choice)).toEqual(['FOR', 'FOR', 'FOR']);
    expect(await sessions.count(open)).toMatchObject({ inFavour: 3, needed: 3, passed: true });
  });

  it('are voided uncounted and repeated', async () => {
    const { sitting } = await dealing(5);
    const first = await sessions.openVote(sitting);
    await sessions.votes(first, sitting.party, ['AGAINST', 'AGAINST']);
    await expect(sessions.openVote(sitting)).rejects.toMatchObject({ reason: 'SESSION_VOTE_OPEN' });
    await expect(sessions.conclude(sitting, 'DEFER', '缓议')).rejects.toMatchObject({ reason: 'SESSION_VOTE_OPEN' });
    const voided = await sessions.do('voidVote', { voteId: openOf(first).id, reason: '有人离席未投' });
    expect(voided.current!.votes).toEqual([expect.objectContaining({ phase: 'VOID', inFavour: null, passed: null })]);
    const second = await sessions.openVote(sitting);
    await sessions.votes(second, sitting.party, ['FOR', 'FOR', 'FOR', 'FOR', 'FOR']);
    expect(await sessions.count(second)).toMatchObject({ inFavour: 5, passed: true });
  });
});

describe('two who conduct at once', () => {
  it('open one vote, count it once, conclude once', async () => {
    const { sitting, itemId } = await dealing(5);
    const other = await world.account('PARTY_STAFF', world.root);
    const { version } = (await sessions.room(sitting.id))!.current!;
    const both = async (name: string, input: object): Promise<string[]> => {
      const [one, two] = await Promise.allSettled([sessions.do(name, input), sessions.do(name, input, other)]);
      return [one, two].flatMap((end) =>
        end.status === 'rejected' ? [(end.reason as { reason: string }).reason] : [],
      );
    };
    expect(await both('openVote', { itemId, version, body: 'PARTY' })).toEqual(['STALE_VERSION']);
    const open = (await sessions.room(sitting.id))!;
    await sessions.votes(open, sitting.party, ['FOR', 'FOR', 'FOR']);
    expect(await both('countVote', { voteId: openOf(open).id })).toEqual(['SESSION_VOTE_OVER']);
    const { version: now } = (await sessions.room(sitting.id))!.current!;
    const conclusion = { itemId, version: now, opinion: 'AGREE', opinionText: '同意' };
    expect(await both('concludeSessionItem', conclusion)).toEqual(['SESSION_ITEM_STATE']);
    // who looks at an old screen changes nothing
    await expect(sessions.do('openSession', { id: sitting.id, version: 1 })).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    });
  });
});
