import { Voter } from '@dangwu/ballots/trial';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';

export interface RoomVoteAnswer {
  readonly id: string;
  readonly body: string;
  readonly phase: string;
  readonly ballotId: string;
  readonly entitled: number;
  readonly present: number;
  readonly recused: number;
  readonly base: number;
  readonly needed: number;
  readonly issued: number;
  readonly cast: number;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly passed: boolean | null;
  readonly publishedHash: string | null;
  readonly publishedUrl: string | null;
  readonly named: readonly { readonly seatId: string; readonly choice: string | null }[];
  readonly mine: {
    readonly group: string;
    readonly publicKey: string | null;
    readonly done: boolean;
    readonly choice: string | null;
  } | null;
}

export interface RoomAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly rosters: readonly {
    readonly body: string;
    readonly entitled: number;
    readonly present: number;
    readonly seats: readonly { readonly id: string; readonly attendance: string; readonly mine: boolean }[];
  }[];
  readonly items: readonly { readonly id: string; readonly state: string; readonly opinion: string | null }[];
  readonly current: {
    readonly itemId: string;
    readonly version: number;
    readonly standings: readonly Readonly<Record<string, unknown>>[];
    readonly recusals: readonly { readonly id: string; readonly seatId: string; readonly source: string }[];
    readonly views: readonly { readonly seatId: string; readonly kind: string; readonly text: string }[];
    readonly nextSpeaker: string | null;
    readonly votes: readonly RoomVoteAnswer[];
  } | null;
  readonly viewerCan: { readonly conduct: boolean; readonly attend: boolean };
}

const vote = `id body phase ballotId entitled present recused base needed issued cast inFavour against abstained passed
  publishedHash publishedUrl named { seatId choice } mine { group publicKey done choice }`;
const answer = `id version state rosters { body entitled present seats { id attendance mine } }
  items { id state opinion } viewerCan { conduct attend }
  current { itemId version standings { body entitled present recused presenceNeeded canVote base needed }
    recusals { id seatId source } views { seatId kind text } nextSpeaker votes { ${vote} } }`;

export interface Seat {
  readonly id: string;
  /** who sits there; null: without an account */
  readonly actor: Actor | null;
  readonly name: string;
}

/** A session that was called, as rows: how it is planned is told elsewhere. */
export interface Sitting {
  readonly id: string;
  /** the first of each is the chair */
  readonly party: readonly Seat[];
  readonly council: readonly Seat[];
}

type Row = Readonly<Record<string, unknown>>;

/** Sessions of a world and what is done in their rooms, by the API as people use it. */
export class RoomSessions {
  private made = 0;
  /** people are used again: accounts are slow to make */
  private readonly people: Actor[] = [];

  constructor(readonly world: World) {}

  /** @param without how many of the last seats of the party body have no account */
  async called(
    sizes: { readonly party: number; readonly council?: number; readonly without?: number; readonly at?: string } = {
      party: 7,
    },
  ): Promise<Sitting> {
    const { party, council = 0, without = 0, at = this.world.root.id } = sizes;
    const [id, organizationId] = [newId(), localId('PartyOrganization', at)];
    const no = ++this.made;
    const associationId = this.world.associationId;
    await this.insert('review_session', {
      ...{ id, association_id: associationId, organization_id: organizationId, no, year: 2026 },
      ...{
        reviewing_body: 'FUNCTIONAL_COMMITTEE',
        joint: council > 0,
        title: `2026年第${no}次党委会`,
        state: 'NOTIFIED',
      },
      ...{ starts_at: '2026-09-18T02:00:00Z', ends_at: '2026-09-18T05:00:00Z', notified_at: '2026-09-10T02:00:00Z' },
      ...{ called_by: '测试' },
    });
    const roster = async (body: string, count: number, from: number): Promise<Seat[]> => {
      const seats: Seat[] = [];
      for (let n = 0; n < count; n++) {
        const actor = body === 'PARTY' && n >= count - without ? null : await this.person(from + n);
        const seat = { id: newId(), name: `${body === 'PARTY' ? '委员' : '理事'}${n + 1}` };
        await this.insert('session_member', {
          ...{ id: seat.id, association_id: associationId, session_id: id, organization_id: organizationId, body },
          ...{ account_id: actor?.accountId ?? null, name: seat.name, chair: n === 0, seat: n + 1 },
          ...{ post: n === 0 ? '书记' : '委员' },
        });
        seats.push({ id: globalId('SessionMember', seat.id), name: seat.name, actor });
      }
      return seats;
    };
    const seats = await roster('PARTY', party, 0);
    return { id: globalId('ReviewSession', id), party: seats, council: await roster('COUNCIL', council, party) };
  }

  /** A matter under the rule of its category, on the agenda. @returns the item and the matter */
  async scheduled(
    sitting: Sitting,
    category = 'MAJOR_DEPLOYMENT',
    no = 1,
  ): Promise<{ readonly itemId: string; readonly matterId: string }> {
    const [item, matter] = [newId(), newId()];
    const { world } = this;
    const title = `${category} 事项 ${++this.made}`;
    await world.write(async (tx) => {
      await tx.query(
        `insert into matter (id, association_id, organization_id, category, title, background, state, review_rule_id,
           proposer_account_id, proposer_name, amount_fen, version_no, submitted_at)
         select $1, $2, $3, r.category, $5, '会员多次提出。', 'SCHEDULED', r.id, $6, '测试', 200000000, 1, now() from review_rule r
         where r.association_id = $2 and r.category = $4 and r.tier = 'SECRETARIAT' and r.review_required
         order by r.amount_from limit 1`,
        [
          matter,
          world.associationId,
          localId('PartyOrganization', world.root.id),
          category,
          title,
          world.staff.accountId,
        ],
      );
      await tx.query(
        `insert into session_item (id, association_id, session_id, organization_id, matter_id, review_rule_id, no, title,
           minutes, state)
         select $1, s.association_id, s.id, s.organization_id, m.id, m.review_rule_id, $4, m.title, 20, 'WAITING'
         from review_session s, matter m where s.id = $2 and m.id = $3`,
        [item, localId('ReviewSession', sitting.id), matter, no],
      );
    });
    return { itemId: globalId('SessionItem', item), matterId: globalId('Matter', matter) };
  }

  /** Something that is only heard. */
  async heard(sitting: Sitting, no: number): Promise<string> {
    const id = newId();
    await this.world.write((tx) =>
      tx.query(
        `insert into session_item (id, association_id, session_id, organization_id, no, title, minutes, state)
         select $1, s.association_id, s.id, s.organization_id, $3, '听取汇报', 10, 'WAITING' from review_session s where s.id = $2`,
        [id, localId('ReviewSession', sitting.id), no],
      ),
    );
    return globalId('SessionItem', id);
  }

  async do<T = RoomAnswer>(name: string, input: object, actor?: Actor | null, fields = answer): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.world.as(actor ?? this.world.staff).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  async room(id: string, actor: Actor = this.world.staff): Promise<RoomAnswer | null> {
    const document = `query ($id: ID!) { sessionRoom(id: $id) { ${answer} } }`;
    return (await this.world.as(actor).query<{ sessionRoom: RoomAnswer | null }>(document, { id })).sessionRoom;
  }

  /** Opened, with the first `there` of the party body and `council` of the council present. */
  async sitting(sitting: Sitting, there = sitting.party.length, council = sitting.council.length): Promise<RoomAnswer> {
    const { version } = (await this.room(sitting.id))!;
    const seats = [...sitting.party.slice(0, there), ...sitting.council.slice(0, council)];
    await this.do('openSession', { id: sitting.id, version });
    return this.mark(sitting, seats, 'PRESENT');
  }

  mark({ id }: Sitting, seats: readonly Seat[], attendance: string): Promise<RoomAnswer> {
    return this.do('markSeats', { id, marks: seats.map((seat) => ({ seatId: seat.id, attendance })) });
  }

  /** Opens the session if need be, and calls the item. */
  async at(sitting: Sitting, itemId: string): Promise<RoomAnswer> {
    return this.do('callSessionItem', { id: sitting.id, itemId });
  }

  async openVote(sitting: Sitting, body = 'PARTY', actor?: Actor): Promise<RoomAnswer> {
    const { itemId, version } = (await this.room(sitting.id))!.current!;
    return this.do('openVote', { itemId, version, body }, actor);
  }

  /** Everybody of the roster speaks, the chair last. */
  async round(itemId: string, [chair, ...others]: readonly Seat[]): Promise<void> {
    for (const seat of [...others, chair!]) await this.do('stateView', { itemId, seatId: seat.id, text: '同意' });
  }

  /** A vote by name, by the devices of the seats. */
  async votes(room: RoomAnswer, seats: readonly Seat[], choices: readonly string[]): Promise<void> {
    const voteId = openOf(room).id;
    for (const [n, choice] of choices.entries()) await this.do('castNamedVote', { voteId, choice }, seats[n]!.actor);
  }

  async count(room: RoomAnswer): Promise<RoomVoteAnswer> {
    const { id } = openOf(room);
    return (await this.do('countVote', { voteId: id })).current!.votes.find((each) => each.id === id)!;
  }

  async conclude(sitting: Sitting, opinion: string | null, opinionText = '同意'): Promise<RoomAnswer> {
    const { itemId, version } = (await this.room(sitting.id))!.current!;
    return this.do('concludeSessionItem', { itemId, version, opinion, opinionText });
  }

  /** A device that holds a credential. */
  async device(sitting: Sitting, seat: Seat): Promise<Voter> {
    const { id: voteId, ballotId, mine } = openOf((await this.room(sitting.id, seat.actor!))!);
    const voter = new Voter(ballotId, mine!.group, mine!.publicKey!);
    const input = { voteId, blinded: await voter.blind() };
    const { signature } = await this.do<{ signature: string }>('takeCredential', input, seat.actor, 'signature');
    await voter.unblind(signature);
    return voter;
  }

  async paper(voter: Voter, choice: string): Promise<{ readonly id?: string; readonly errors?: unknown }> {
    const response = await fetch(`${this.world.url}/ballots/papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ballot: globalId('Ballot', voter.ballotId), ...voter.paper({ motion: choice }) }),
    });
    return (await response.json()) as { id?: string };
  }

  private async person(n: number): Promise<Actor> {
    while (this.people.length <= n) this.people.push(await this.world.account('EXPERT', this.world.root));
    return this.people[n]!;
  }

  private insert(table: string, row: Row): Promise<unknown> {
    const names = Object.keys(row);
    return this.world.write((tx) =>
      tx.query(
        `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(row),
      ),
    );
  }
}

/** The vote that is open. */
export function openOf(room: RoomAnswer): RoomVoteAnswer {
  const found = room.current?.votes.find(({ phase }) => phase === 'ISSUING' || phase === 'CASTING');
  if (!found) throw new Error('No vote is open');
  return found;
}
