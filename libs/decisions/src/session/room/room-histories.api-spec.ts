import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import fc from 'fast-check';
import { DecidingBody, SpeakingOrder } from '../../review-rule/review-rule.enums';
import { VerifyRecords } from '../../record/verify-records';
import { histories } from '../../trial/room-commands';
import { idle, RoomModel, votesFor, type Command } from '../../trial/room-model';
import { RoomSessions, type RoomAnswer, type Seat, type Sitting } from '../../trial/rooms';
import { VoteChoice } from '../session.enums';

const sizes = { party: 4, council: 3 };
const runs = 200;

let world: World;
let sessions: RoomSessions;
beforeAll(async () => {
  world = await createWorld({ environment: { RATE_LIMIT: '100000000' } });
  sessions = new RoomSessions(world);
}, 300_000);
afterAll(() => world.close());

/** One room in the system, beside its model. */
class Trial {
  readonly model = new RoomModel(sizes.party, sizes.council, [
    { order: SpeakingOrder.CHAIR_LAST, deciding: DecidingBody.STANDING_COUNCIL },
    { order: SpeakingOrder.CHAIR_LAST, deciding: DecidingBody.COUNCIL },
  ]);
  private readonly seats: readonly Seat[];

  constructor(
    private readonly sitting: Sitting,
    readonly items: readonly { readonly itemId: string; readonly matterId: string }[],
    private room: RoomAnswer,
  ) {
    this.seats = [...sitting.party, ...sitting.council];
  }

  static async begin(): Promise<Trial> {
    const sitting = await sessions.called(sizes);
    const items = [
      await sessions.scheduled(sitting, 'MAJOR_DEPLOYMENT', 1),
      await sessions.scheduled(sitting, 'INSTITUTION', 2),
    ];
    const { version } = (await sessions.room(sitting.id))!;
    return new Trial(sitting, items, await sessions.do('openSession', { id: sitting.id, version }));
  }

  /** What the model says of it, and what the system does. */
  async step(command: Command): Promise<readonly [string | null, string | null]> {
    const call = this.callOf(command);
    const said = this.model.apply(command);
    if (said === idle) return [idle, idle];
    const [name, input, actor] = call!;
    try {
      this.room = await sessions.do(name, input, actor);
      return [said, null];
    } catch (error) {
      return [said, (error as { reason: string }).reason];
    }
  }

  /** The counts of the item that is being dealt with, by the model and by the system. */
  counts(): readonly [object, object] {
    const votes = (this.model.current?.votes ?? []).filter(({ over }) => over !== 'VOID');
    const shown = (this.room.current?.votes ?? []).filter(({ phase }) => phase !== 'VOID');
    const sorted = votes.toSorted((a, b) => (a.body > b.body ? -1 : 1));
    return [
      sorted.map(({ body, standing, cast, passed, over }) => ({
        ...{ body, entitled: standing.entitled, present: standing.present, needed: standing.needed, cast: cast.size },
        passed,
        inFavour: over ? votesFor({ cast } as Parameters<typeof votesFor>[0], VoteChoice.FOR) : null,
      })),
      shown.map(({ body, entitled, present, needed, cast, passed, inFavour }) => ({
        ...{ body, entitled, present, needed, cast, passed, inFavour },
      })),
    ];
  }

  private callOf(command: Command): [string, object, Seat['actor']?] | null {
    const { id } = this.sitting;
    const { current, version } = this.room;
    const itemId = current?.itemId ?? this.items[0]!.itemId;
    const seat = 'seat' in command ? this.seats[command.seat]! : null;
    const vote = current?.votes.find(({ phase }) => phase === 'CASTING')?.id;
    const ofItem = { itemId, version: current?.version ?? 1 };
    switch (command.do) {
      case 'mark':
        return ['markSeats', { id, marks: [{ seatId: seat!.id, attendance: command.attendance }] }];
      case 'call':
        return ['callSessionItem', { id, itemId: this.items[command.item]!.itemId }];
      case 'recuse':
        return ['recuseSeat', { itemId, seatId: seat!.id, source: 'DIRECTED', reason: '亲属' }];
      case 'withdraw': {
        const recusal = current?.recusals.find(({ seatId }) => seatId === seat!.id);
        return recusal ? ['withdrawRecusal', { recusalId: recusal.id }] : null;
      }
      case 'speak':
        return ['stateView', { itemId, seatId: seat!.id }];
      case 'openVote':
        return ['openVote', { ...ofItem, body: command.body }];
      case 'cast':
        return vote ? ['castNamedVote', { voteId: vote, choice: command.choice }, seat!.actor] : null;
      case 'count':
        return vote ? ['countVote', { voteId: vote }] : null;
      case 'void':
        return vote ? ['voidVote', { voteId: vote, reason: '重投' }] : null;
      case 'conclude':
        return ['concludeSessionItem', { ...ofItem, opinion: command.opinion, opinionText: '理由' }];
      case 'close':
        return ['closeSession', { id, version }];
    }
  }
}

const matters = async (ids: readonly string[]): Promise<object[]> =>
  world.write((tx) =>
    tx.query(
      `select m.state, m.opinion, c.outcome from matter m left join council_item c on c.matter_id = m.id
       where m.id = any($1) order by array_position($1, m.id)`,
      [ids.map((id) => localId('Matter', id))],
    ),
  );

it(`does what the model says in ${runs} random histories, and leaves a record without gaps`, async () => {
  const reasons = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(histories(sizes.party + sizes.council, 2, 10), async (commands) => {
      const trial = await Trial.begin();
      for (const command of commands) {
        const [said, done] = await trial.step(command);
        expect([command, done]).toEqual([command, said]);
        reasons.set(done ?? 'done', (reasons.get(done ?? 'done') ?? 0) + 1);
        const [expected, shown] = trial.counts();
        expect(shown).toEqual(expected);
      }
      const [first, second] = trial.model.items;
      expect(await matters(trial.items.map(({ matterId }) => matterId))).toEqual([first!.matter, second!.matter]);
    }),
    { numRuns: runs, seed: 20260918, endOnFailure: true },
  );
  expect(await world.app.get(VerifyRecords).verify()).toMatchObject({ ok: true, findings: [] });
  const [gaps] = await world.write((tx) =>
    tx.query<{ gaps: number }[]>('select (max(no) - count(*))::int as gaps from matter_record'),
  );
  expect(gaps).toEqual({ gaps: 0 });
  // what was met, so that it can be seen that histories lead somewhere
  expect([...reasons.keys()]).toEqual(
    expect.arrayContaining(['done', 'SESSION_NO_QUORUM', 'SESSION_PARTY_FIRST', 'SESSION_VOTED', 'ROOM_STATE']),
  );
}, 900_000);
