import { VerifyRecords } from '../../record/verify-records';
import { localId } from '@dangwu/platform/ids';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { openOf, RoomSessions, type Seat, type Sitting } from '../../trial/rooms';

let world: World;
let sessions: RoomSessions;
beforeAll(async () => {
  world = await createWorld({ environment: { RATE_LIMIT: '1000000' } });
  sessions = new RoomSessions(world);
});
afterAll(() => world.close());

const matterOf = async (id: string) =>
  (
    await world.as(world.staff).query<{ matter: object }>(
      `query ($id: ID!) { matter(id: $id) { state opinion councilItem { outcome decidedOn decidingBody }
         records { kind matterNo } } }`,
      { id },
    )
  ).matter;

async function joint(category?: string): Promise<{ sitting: Sitting; itemId: string; matterId: string }> {
  const sitting = await sessions.called({ party: 5, council: 6 });
  const item = await sessions.scheduled(sitting, category);
  await sessions.sitting(sitting, 4, 4);
  await sessions.at(sitting, item.itemId);
  return { sitting, ...item };
}

async function voted(sitting: Sitting, body: string, seats: readonly Seat[], choices: readonly string[]) {
  const open = await sessions.openVote(sitting, body);
  await sessions.votes(open, seats, choices);
  return sessions.count(open);
}
const agreed = ({ party }: Sitting, sitting: Sitting) =>
  voted(sitting, 'PARTY', party, ['FOR', 'FOR', 'FOR', 'AGAINST']);

describe('a joint session', () => {
  it('has two rosters, quorums and votes, and the party body comes first', async () => {
    const { sitting, matterId } = await joint();
    const room = (await sessions.room(sitting.id))!;
    expect(room.current!.standings).toEqual([
      { body: 'PARTY', entitled: 5, present: 4, recused: 0, presenceNeeded: 3, canVote: true, base: 5, needed: 3 },
      { body: 'COUNCIL', entitled: 6, present: 4, recused: 0, presenceNeeded: 4, canVote: true, base: 4, needed: 3 },
    ]);
    await expect(sessions.openVote(sitting, 'COUNCIL')).rejects.toMatchObject({ reason: 'SESSION_PARTY_FIRST' });
    const open = await sessions.openVote(sitting, 'PARTY');
    // one vote at a time
    await expect(sessions.openVote(sitting, 'COUNCIL')).rejects.toMatchObject({ reason: 'SESSION_VOTE_OPEN' });
    await sessions.votes(open, sitting.party, ['FOR', 'FOR', 'FOR', 'AGAINST']);
    await sessions.count(open);
    const council = await sessions.openVote(sitting, 'COUNCIL');
    expect(openOf(council)).toMatchObject({ body: 'COUNCIL', entitled: 6, present: 4, base: 4, needed: 3 });
    // members of the party body have no vote there
    await expect(
      sessions.do('castNamedVote', { voteId: openOf(council).id, choice: 'FOR' }, sitting.party[0]!.actor),
    ).rejects.toMatchObject({ reason: 'NOT_A_VOTER' });
    await sessions.votes(council, sitting.council, ['FOR', 'FOR', 'FOR', 'ABSTAIN']);
    expect(await sessions.count(council)).toMatchObject({ inFavour: 3, passed: true });
    await sessions.conclude(sitting, 'AGREE');
    expect(await matterOf(matterId)).toMatchObject({
      state: 'DECIDED',
      opinion: 'AGREE',
      councilItem: { outcome: 'ADOPTED', decidedOn: '2026-09-18', decidingBody: 'STANDING_COUNCIL' },
    });
    const { records } = (await matterOf(matterId)) as { records: { kind: string; matterNo: number }[] };
    expect(records.map(({ kind }) => kind).reverse()).toEqual([
      ...['VOTE_OPENED', 'VOTE_COUNTED', 'VOTE_OPENED', 'VOTE_COUNTED', 'REVIEWED', 'FORWARDED', 'DECIDED'],
    ]);
    expect(await world.app.get(VerifyRecords).verify()).toMatchObject({ ok: true, findings: [] });
  });

  it('lets the council vote by a ballot of its own where the rule says so', async () => {
    const { sitting, itemId } = await joint();
    const rule = async (ballot: string | null) =>
      world.write((tx) =>
        tx.query(
          `update review_rule set council_ballot = $2 where id = (select review_rule_id from session_item where id = $1)`,
          [localId('SessionItem', itemId), ballot],
        ),
      );
    await rule('SECRET');
    try {
      const party = await sessions.openVote(sitting, 'PARTY');
      expect(openOf(party)).toMatchObject({ phase: 'CASTING' });
      await sessions.votes(party, sitting.party, ['FOR', 'FOR', 'FOR', 'FOR']);
      await sessions.count(party);
      // credentials come first where it is secret
      expect(openOf(await sessions.openVote(sitting, 'COUNCIL'))).toMatchObject({ body: 'COUNCIL', phase: 'ISSUING' });
      const document = 'query ($id: ID!) { sessionRoom(id: $id) { current { rule { ballot councilBallot } } } }';
      const { sessionRoom } = await world
        .as(world.staff)
        .query<{ sessionRoom: { current: { rule: object } } }>(document, { id: sitting.id });
      expect(sessionRoom.current.rule).toEqual({ ballot: 'OPEN', councilBallot: 'SECRET' });
    } finally {
      await rule(null);
    }
  });

  it('records what the council did not adopt, with how it was voted', async () => {
    const { sitting, matterId } = await joint();
    await agreed(sitting, sitting);
    await voted(sitting, 'COUNCIL', sitting.council, ['AGAINST', 'AGAINST', 'FOR', 'FOR']);
    // what the party body agreed to stays its opinion
    await expect(sessions.conclude(sitting, 'DEFER', '缓议')).rejects.toMatchObject({
      reason: 'SESSION_OPINION_AGAINST_VOTE',
    });
    await sessions.conclude(sitting, 'AGREE');
    expect(await matterOf(matterId)).toMatchObject({ state: 'DECIDED', councilItem: { outcome: 'NOT_ADOPTED' } });
    const [item] = await world.write((tx) =>
      tx.query<{ reason: string }[]>('select reason from council_item where matter_id = $1', [
        localId('Matter', matterId),
      ]),
    );
    expect(item!.reason).toContain('赞成 2 票，反对 2 票');
  });

  it('gives the council no vote on what it does not decide, nor after the party body did not agree', async () => {
    const { sitting } = await joint('INSTITUTION');
    await agreed(sitting, sitting);
    await expect(sessions.openVote(sitting, 'COUNCIL')).rejects.toMatchObject({ reason: 'SESSION_NO_COUNCIL' });
    const { sitting: other, itemId } = await joint();
    await voted(other, 'PARTY', other.party, ['AGAINST', 'AGAINST', 'AGAINST', 'FOR']);
    await expect(sessions.openVote(other, 'COUNCIL')).rejects.toMatchObject({ reason: 'SESSION_PARTY_FIRST' });
    // whoever writes rows meets the same
    await expect(
      world.write((tx) =>
        tx.query(
          `insert into session_vote (id, association_id, item_id, organization_id, body, ballot_id, secrecy, entitled, present,
             recused, presence, majority_base, majority, base, needed, opened_at)
           select gen_random_uuid(), association_id, item_id, organization_id, 'COUNCIL', ballot_id, secrecy, entitled,
             present, recused, presence, majority_base, majority, base, needed, opened_at from session_vote where item_id = $1`,
          [localId('SessionItem', itemId)],
        ),
      ),
    ).rejects.toThrow(/after the party body has agreed/);
  });

  it('recuses somebody from both bodies, and signs in for both', async () => {
    const sitting = await sessions.called({ party: 3, council: 3 });
    const { itemId } = await sessions.scheduled(sitting);
    const [{ actor }] = sitting.party as [Seat];
    await world.write((tx) =>
      tx.query('update session_member set account_id = $2 where id = $1', [
        localId('SessionMember', sitting.council[1]!.id),
        actor!.accountId,
      ]),
    );
    const signed = await sessions.do('signInToSession', { id: sitting.id, remote: true }, actor);
    expect(signed.rosters.map(({ present }) => present)).toEqual([1, 1]);
    await sessions.sitting(sitting, 3, 3);
    await sessions.at(sitting, itemId);
    const { current } = await sessions.do('recuseSeat', {
      ...{ itemId, seatId: sitting.party[0]!.id, source: 'SUGGESTED', reason: '提出单位负责人' },
    });
    expect(current!.standings.map(({ recused }) => recused)).toEqual([1, 1]);
  });
});

describe('who might have to be recused', () => {
  it('is told to whoever conducts the session, until it is settled', async () => {
    const sitting = await sessions.called({ party: 3 });
    const { itemId } = await sessions.scheduled(sitting);
    const [, proposer] = sitting.party as [Seat, Seat];
    // who drafted the matter sits
    await world.write((tx) =>
      tx.query('update session_member set account_id = $2 where id = $1', [
        localId('SessionMember', proposer.id),
        world.staff.accountId,
      ]),
    );
    await sessions.sitting(sitting);
    await sessions.at(sitting, itemId);
    const hints = async (actor: Actor) => {
      const document = 'query ($id: ID!) { sessionRoom(id: $id) { current { hints { seatId reason } } } }';
      const { sessionRoom } = await world
        .as(actor)
        .query<{ sessionRoom: { current: { hints: object[] } } }>(document, { id: sitting.id });
      return sessionRoom.current.hints;
    };
    expect(await hints(world.staff)).toEqual([{ seatId: proposer.id, reason: expect.stringContaining('测试') }]);
    expect(await hints(sitting.party[0]!.actor!)).toEqual([]);
    await sessions.do('recuseSeat', { itemId, seatId: proposer.id, source: 'SUGGESTED', reason: '提出人' });
    expect(await hints(world.staff)).toEqual([]);
  });
});

describe('who sees a room', () => {
  it('is whoever reads sessions there, and whoever has a seat, and nobody else', async () => {
    const [here, there] = [await world.organization('东片区党委', { type: 'COMMITTEE' }), await world.branch('西支部')];
    const sitting = await sessions.called({ party: 3, at: here.id });
    const member = sitting.party[1]!.actor!;
    const reader = await world.account('COMMITTEE_MEMBER', here);
    const stranger = await world.account('COMMITTEE_MEMBER', there);
    const sees = async (actor: Actor) => (await sessions.room(sitting.id, actor))?.viewerCan ?? null;
    expect(await sees(reader)).toEqual({ conduct: false, attend: false });
    expect(await sees(member)).toEqual({ conduct: false, attend: true });
    expect(await sees(world.staff)).toEqual({ conduct: true, attend: false });
    expect(await sees(stranger)).toBeNull();
    const signIn = { id: sitting.id, remote: false };
    await expect(sessions.do('signInToSession', signIn, stranger)).rejects.toMatchObject({ reason: 'UNKNOWN_ID' });
    await expect(sessions.do('signInToSession', signIn, reader)).rejects.toMatchObject({ reason: 'ROOM_NO_SEAT' });
    await expect(sessions.do('openSession', { id: sitting.id, version: 1 }, member)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await sessions.do('signInToSession', signIn, member)).rosters[0]!.present).toBe(1);
    const other = await world.another();
    expect(await new RoomSessions(other).room(sitting.id)).toBeNull();
  });
});
