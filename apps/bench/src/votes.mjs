// Votes by name in a session: so many matters, everybody at once, beside a mutation that has nothing to do.
import { signIn } from '../peers/data/fill.mjs';
import { calledSession } from '../peers/data/rooms.mjs';
import { Server } from './servers.mjs';
import { openDatabase } from './system.mjs';
import { documents, idOf } from './vote-documents.mjs';

const voters = 30;

/** @returns lines of Markdown */
export async function measureVotes({ folder, options, ending, say }) {
  const database = await openDatabase({ folder, kept: options.data, sizes: options.sizes, say });
  ending.push(database.stop);
  const { client, association, postgres } = database;
  const staff = await signIn(client, association, 'PARTY_STAFF', []);
  const people = [];
  for (let n = 0; n < voters; n++) people.push(await signIn(client, association, 'EXPERT', []));
  const matters = options.quick ? 20 : 200;
  const room = await calledSession(client, association, {
    seats: people.map(({ account }) => account),
    items: matters,
  });
  const server = await Server.start('dangwu', { folder, databaseUrl: postgres.url, viewers: '' });
  ending.push(() => server.stop());
  const bench = new Room(server, staff, people, room);
  await bench.begin();
  const times = { cast: [], empty: [] };
  for (const [n, item] of room.items.entries()) {
    await bench.vote(item, times);
    if ((n + 1) % 50 === 0) say(`${n + 1} of ${matters} matters voted on`);
  }
  await everythingStands(client, matters);
  return table(times, matters);
}

class Room {
  constructor(server, staff, people, room) {
    Object.assign(this, { server, staff, people, room });
  }

  async begin() {
    const { session: id, seats } = this.room;
    await this.ask(this.staff, 'open', { id, version: 1 });
    await this.ask(this.staff, 'mark', { id, marks: seats.map((seatId) => ({ seatId, attendance: 'PRESENT' })) });
  }

  /** From call to opinion, with the votes timed, and the same number of empty mutations beside them. */
  async vote(itemId, times) {
    const { session: id } = this.room;
    const called = await this.ask(this.staff, 'call', { id, itemId });
    const { version } = called.callSessionItem.current;
    const open = await this.ask(this.staff, 'vote', { itemId, version, body: 'PARTY' });
    const voteId = open.openVote.current.votes[0].id;
    // one after the other, so that each is measured among its own kind
    await this.atOnce(times.empty, (person) => this.ask(person, 'empty', {}));
    const choice = (n) => (n % 10 ? 'FOR' : 'AGAINST');
    await this.atOnce(times.cast, (person, n) => this.ask(person, 'cast', { voteId, choice: choice(n) }));
    const { countVote } = await this.ask(this.staff, 'count', { voteId });
    const { current } = countVote;
    const conclusion = { itemId, version: current.version, opinion: 'AGREE', opinionText: '同意' };
    await this.ask(this.staff, 'conclude', conclusion);
  }

  async atOnce(times, work) {
    await Promise.all(
      this.people.map(async (person, n) => {
        const began = performance.now();
        await work(person, n);
        times.push(performance.now() - began);
      }),
    );
  }

  async ask({ token }, name, input) {
    const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(documents[name]) } };
    const answer = await this.server.ask('', token, JSON.stringify({ variables: { input }, extensions }));
    const { data, errors } = JSON.parse(answer);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 800)}`);
    return data;
  }
}

/** Every vote is counted once, and every matter has its opinion. */
async function everythingStands(client, matters) {
  const { rows } = await client.query(
    `select count(*)::int as votes, sum(in_favour + against + abstained)::int as cast,
       (select count(*)::int from matter where opinion = 'AGREE') as agreed from session_vote where passed`,
  );
  const [found] = rows;
  if (found.votes !== matters || found.cast !== matters * voters || found.agreed !== matters)
    throw new Error(`of ${matters} matters: ${JSON.stringify(found)}`);
}

function table({ cast, empty }, matters) {
  const at = (times, share) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1];
  const row = (name, times) =>
    `| ${name} | ${times.length.toLocaleString('en')} | ${[0.5, 0.95, 0.99].map((share) => at(times, share).toFixed(1)).join(' | ')} |`;
  return [
    `| ${matters} matters, ${voters} people at once | requests | p50 ms | p95 ms | p99 ms |`,
    '| --- | ---: | ---: | ---: | ---: |',
    row('a mutation that has nothing to do', empty),
    row('a vote by name, the room answered', cast),
    '',
    `p99 of a vote ÷ p99 of an empty mutation: ${(at(cast, 0.99) / at(empty, 0.99)).toFixed(1)} (wanted: at most 6)`,
    '',
  ];
}
