// Votes in a session, everybody at once: so many matters by name and some secretly, beside a mutation that has nothing to do.
import { signIn } from '../peers/data/fill.mjs';
import { calledSession } from '../peers/data/rooms.mjs';
import { Server } from './servers.mjs';
import { openDatabase } from './system.mjs';
import { VotingRoom } from './voting-room.mjs';

const voters = 30;
/** Matters of one sitting, of 30 minutes each a long day. The room knows them all, so what is asked in it grows with them. */
const agenda = 20;

/** @returns a row for each kind of request */
export async function measureVotes({ folder, options, ending, say }) {
  const database = await openDatabase({ folder, kept: options.data, sizes: options.sizes, say });
  ending.push(database.stop);
  const { client, association, postgres } = database;
  const staff = await signIn(client, association, 'PARTY_STAFF', []);
  const people = [];
  for (let n = 0; n < voters; n++) people.push(await signIn(client, association, 'EXPERT', []));
  const server = await Server.start('dangwu', { folder, databaseUrl: postgres.url, viewers: '' });
  ending.push(() => server.stop());
  const sitting = async (category, items) => {
    const seats = people.map(({ account }) => account);
    const room = await calledSession(client, association, { seats, items, category });
    return VotingRoom.begin({ server, staff, people, room });
  };
  const named = { items: [], times: {} };
  for (const wanted = options.quick ? agenda : 200; named.items.length < wanted;) {
    const { items, times } = await sitting('MAJOR_DEPLOYMENT', agenda).then((one) => one.each('byName', () => null));
    named.items.push(...items);
    for (const [kind, some] of Object.entries(times)) (named.times[kind] ??= []).push(...some);
    say(`${named.items.length} of ${wanted} matters voted on by name`);
  }
  await everythingStands(client, named.items.length);
  // the devices of all voters are one process here, and blinding takes them longer than anything takes the server
  const secret = await sitting('PERSONNEL', options.quick ? 2 : agenda);
  await secret.each('secretly', (done, of) =>
    done % 5 === 0 ? say(`${done} of ${of} matters voted on secretly`) : null,
  );
  await everythingStands(client, named.items.length + secret.items.length);
  return [...rowsOf(named, 'by name'), ...rowsOf(secret, 'secretly')];
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

const titles = {
  empty: 'a mutation that has nothing to do',
  cast: 'a vote by name, the room answered',
  credential: 'a credential, signed unseen',
  paper: 'a paper of a secret vote',
};

/** Each beside the empty mutations of the same session. */
function rowsOf({ items, times }, manner) {
  const at = (name, share) => times[name].toSorted((a, b) => a - b)[Math.ceil(times[name].length * share) - 1];
  return Object.keys(times).map((name) => ({
    ...{ manner, request: titles[name], matters: items.length, requests: times[name].length },
    ...{ p50: at(name, 0.5), p95: at(name, 0.95), p99: at(name, 0.99), p99ToEmpty: at(name, 0.99) / at('empty', 0.99) },
  }));
}

export function votesTable(rows, about) {
  const ms = ({ p50, p95, p99 }) => [p50, p95, p99].map((value) => value.toFixed(1));
  return [
    '# Bench: votes',
    '',
    `Taken ${about.takenAt} on ${about.cores} cores (${about.processor}), load average before ${about.loadBefore.join(' / ')}, after ${about.loadAfter.join(' / ')}.`,
    `${voters} people at once in sittings of ${agenda} matters, each kind of request by itself, the empty ones between the others of the same session. Wanted: p99 of a vote by name at most 6 × that of the empty mutation.`,
    '',
    '| matters | request | requests | p50 ms | p95 ms | p99 ms | p99 ÷ empty |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(
      (row) =>
        `| ${[`${row.matters} ${row.manner}`, row.request, row.requests.toLocaleString('en'), ...ms(row), row.p99ToEmpty.toFixed(1)].join(' | ')} |`,
    ),
    '',
  ].join('\n');
}
