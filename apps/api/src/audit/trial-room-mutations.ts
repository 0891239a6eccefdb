import { Voter } from '@dangwu/ballots/trial';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import { basis, MutationStage, personal } from './trial-stage';

interface Room {
  readonly id: string;
  readonly item: string;
  /** of the staff, of the chair, of others */
  readonly seats: readonly string[];
  readonly others: readonly Actor[];
}
interface Vote {
  readonly id: string;
  readonly ballotId: string;
  readonly mine: { readonly group: string; readonly publicKey: string } | null;
}
interface Answer {
  readonly version: number;
  readonly current: {
    readonly version: number;
    readonly votes: readonly Vote[];
    readonly recusals: readonly { readonly id: string }[];
  };
}
type Scenario = (stage: MutationStage) => Promise<{ readonly object: string }>;
type Row = Readonly<Record<string, unknown>>;

const fields = 'version current { version recusals { id } votes { id ballotId mine { group publicKey } } }';

/** A session that was called, with a matter on its agenda. As rows: how it is planned is told elsewhere. */
async function called(stage: MutationStage, ballot: 'OPEN' | 'SECRET' = 'OPEN'): Promise<Room> {
  const { world } = stage;
  const category = ballot === 'OPEN' ? 'MAJOR_DEPLOYMENT' : 'PERSONNEL';
  const [id, item, matter] = [newId(), newId(), newId()];
  const others = [await world.account('EXPERT', world.root), await world.account('EXPERT', world.root)];
  const of = { association_id: world.associationId, organization_id: localId('PartyOrganization', world.root.id) };
  const seats = [world.staff, ...others].map(() => newId());
  await world.write(async (tx) => {
    const insert = (table: string, row: Row): Promise<unknown> => {
      const all = { ...of, ...row };
      const places = Object.keys(all).map((_, i) => `$${i + 1}`);
      const names = Object.keys(all).join(', ');
      return tx.query(`insert into ${table} (${names}) values (${places.join(', ')})`, Object.values(all));
    };
    const [rule] = await tx.query<{ id: string }[]>(
      `select id from review_rule where association_id = $1 and category = $2 limit 1`,
      [world.associationId, category],
    );
    await insert('review_session', {
      ...{ id, reviewing_body: 'FUNCTIONAL_COMMITTEE', joint: false, title: '党委会', year: 2025, no: stage.next },
      ...{ starts_at: '2026-09-18T02:00Z', ends_at: '2026-09-18T05:00Z', state: 'NOTIFIED', called_by: '测试' },
      notified_at: '2026-09-10T02:00Z',
    });
    for (const [n, actor] of [world.staff, ...others].entries())
      await insert('session_member', {
        ...{ id: seats[n], session_id: id, body: 'PARTY', name: personal.name, seat: n + 1, chair: n === 1 },
        account_id: actor.accountId,
      });
    const title = `任免事项（联系电话 ${personal.phone}）`;
    await insert('matter', {
      ...{ id: matter, category, title, state: 'SCHEDULED', version_no: 1, review_rule_id: rule!.id },
      ...{ proposer_account_id: world.staff.accountId, proposer_name: '测试' },
    });
    const about = { matter_id: matter, review_rule_id: rule!.id, title, minutes: 20, no: 1, state: 'WAITING' };
    await insert('session_item', { id: item, session_id: id, ...about });
  });
  const global = seats.map((seat) => globalId('SessionMember', seat));
  return { id: globalId('ReviewSession', id), item: globalId('SessionItem', item), seats: global, others };
}

const send = (stage: MutationStage, name: string, input: object): Promise<Answer> =>
  stage.send<Answer>(name, input, { fields });

async function opened(stage: MutationStage, ballot?: 'OPEN' | 'SECRET'): Promise<Room> {
  const room = await called(stage, ballot);
  await send(stage, 'openSession', { id: room.id, version: 1 });
  return room;
}

async function current(stage: MutationStage, ballot?: 'OPEN' | 'SECRET'): Promise<Room> {
  const room = await opened(stage, ballot);
  await send(stage, 'callSessionItem', { id: room.id, itemId: room.item });
  return room;
}

const there = (stage: MutationStage, { id, seats }: Room, attendance = 'PRESENT'): Promise<Answer> =>
  send(stage, 'markSeats', { id, marks: seats.map((seatId) => ({ seatId, attendance })) });

const recused = (stage: MutationStage, { item: itemId, seats }: Room): Promise<Answer> =>
  send(stage, 'recuseSeat', { itemId, seatId: seats[0], source: 'DIRECTED', reason: basis });

/** With everybody there, who have spoken where they must. */
async function voting(stage: MutationStage, ballot?: 'OPEN' | 'SECRET'): Promise<{ room: Room; vote: Vote }> {
  const room = await current(stage, ballot);
  await there(stage, room);
  const [first, chair, last] = room.seats;
  for (const seatId of [first, last, chair])
    await send(stage, 'stateView', { itemId: room.item, seatId, text: personal.idNumber });
  const { version } = (await read(stage, room)).current;
  const answer = await send(stage, 'openVote', { itemId: room.item, version, body: 'PARTY' });
  return { room, vote: answer.current.votes[0]! };
}

async function read(stage: MutationStage, { id }: Room): Promise<Answer> {
  const document = `query ($id: ID!) { sessionRoom(id: $id) { ${fields} } }`;
  return (await stage.read<{ sessionRoom: Answer }>(document, { id })).sessionRoom;
}

async function credential(stage: MutationStage, { id: voteId, ballotId, mine }: Vote, by?: Actor): Promise<void> {
  const voter = new Voter(ballotId, mine!.group, mine!.publicKey);
  const options = { fields: 'signature', ...(by && { by }) };
  await stage.send('takeCredential', { voteId, blinded: await voter.blind() }, options);
}

const of =
  (work: (stage: MutationStage) => Promise<Room>): Scenario =>
  async (stage) => ({ object: (await work(stage)).id });
const after = (
  before: (stage: MutationStage) => Promise<Room>,
  work: (stage: MutationStage, room: Room) => Promise<unknown>,
): Scenario =>
  of(async (stage) => {
    const room = await before(stage);
    await work(stage, room);
    return room;
  });
/** of a vote: what is said of it stands with the session, and with the ballot */
const ofVote = (
  work: (stage: MutationStage, vote: Vote, room: Room) => Promise<unknown>,
  ballot?: 'OPEN' | 'SECRET',
  about: 'session' | 'ballot' = 'session',
): Scenario => {
  return async (stage) => {
    const { room, vote } = await voting(stage, ballot);
    await work(stage, vote, room);
    return { object: about === 'session' ? room.id : globalId('Ballot', vote.ballotId) };
  };
};

/** The same for the rooms of sessions. */
export const roomScenarios: Readonly<Record<string, Scenario>> = {
  openSession: of(opened),
  closeSession: after(opened, async (stage, room) => {
    const { version } = await read(stage, room);
    await send(stage, 'closeSession', { id: room.id, version });
  }),
  callSessionItem: of(current),
  markSeats: after(opened, there),
  signInToSession: after(opened, (stage, { id }) => send(stage, 'signInToSession', { id, remote: true })),
  recuseSeat: after(opened, recused),
  withdrawRecusal: after(current, async (stage, room) => {
    const { current: item } = await recused(stage, room);
    await send(stage, 'withdrawRecusal', { recusalId: item.recusals[0]!.id });
  }),
  stateView: after(current, async (stage, room) => {
    await there(stage, room);
    await send(stage, 'stateView', { itemId: room.item, seatId: room.seats[0], text: personal.phone });
  }),
  fileWrittenView: after(current, (stage, { item: itemId, seats }) =>
    send(stage, 'fileWrittenView', { itemId, seatId: seats[2], text: basis }),
  ),
  openVote: ofVote(() => Promise.resolve()),
  castNamedVote: ofVote(
    (stage, { id: voteId }) => send(stage, 'castNamedVote', { voteId, choice: 'FOR' }),
    'OPEN',
    'ballot',
  ),
  recordNamedVotes: ofVote(
    (stage, { id: voteId }, { seats }) =>
      send(stage, 'recordNamedVotes', { voteId, votes: [{ seatId: seats[0], choice: 'FOR' }] }),
    'OPEN',
    'ballot',
  ),
  takeCredential: ofVote((stage, vote) => credential(stage, vote), 'SECRET', 'ballot'),
  beginCasting: ofVote(async (stage, vote, { others }) => {
    for (const by of [undefined, ...others]) await credential(stage, vote, by);
    await send(stage, 'beginCasting', { voteId: vote.id });
  }, 'SECRET'),
  countVote: ofVote((stage, { id: voteId }) => send(stage, 'countVote', { voteId })),
  voidVote: ofVote((stage, { id: voteId }) => send(stage, 'voidVote', { voteId, reason: basis })),
  concludeSessionItem: after(current, async (stage, room) => {
    const { version } = (await read(stage, room)).current;
    const opinion = { opinion: 'DEFER', opinionText: `补充材料，联系 ${personal.phone}` };
    await send(stage, 'concludeSessionItem', { itemId: room.item, version, ...opinion });
  }),
};
