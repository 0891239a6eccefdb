// npm run drill:decisions [-- rounds]: the API is killed with -9 at a random moment while members vote and matters get their
// numbers, again and again. Whoever was not answered asks once more, as a phone does. Never is a vote lost that was
// acknowledged, none counts twice, numbers and the record have no gaps.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { signIn } from '../apps/bench/peers/data/sessions.mjs';
import { calledSession, submittedMatters } from '../apps/bench/peers/data/rooms.mjs';
import { freePort, startPostgres } from '../libs/embedded-postgres/index.mjs';
import { trustedDocuments } from './documents.mjs';
import { buildWhatChanged } from './start/build.mjs';
import { temporaryFolder } from './test/system.mjs';

const root = path.resolve(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 10);
const voters = 20;
const numbersEach = 10;
const choices = ['FOR', 'FOR', 'FOR', 'AGAINST', 'ABSTAIN'];
/** A round that does not end in this time has failed. */
const longest = 120_000;
const figures = { kills: 0, acknowledged: 0, retried: 0, lost: 0, double: 0, gaps: 0 };

await buildWhatChanged({ only: ['api'], say: console.log });
const folder = temporaryFolder();
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg') });
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const env = {
  ...process.env,
  DATABASE_URL: postgres.url,
  DANGWU_DATA_DIR: path.join(folder, 'data'),
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL: url,
  LOG_LEVEL: 'fatal',
  RATE_LIMIT: '1000000000',
};
const client = new pg.Client({ connectionString: postgres.url });
await client.connect();
let api = null;
let chainHolds = false;
try {
  await command('migrate');
  await command('seed', '--empty');
  const [association] = (await client.query('select id, no from association')).rows;
  api = start();
  const staff = await person(association, 'PARTY_STAFF');
  await staff.do('foundOrganization', founding(), 'id');
  const people = [];
  for (let n = 0; n < voters; n++) people.push(await person(association, 'EXPERT'));
  const seats = people.map(({ account }) => account);
  const room = await calledSession(client, association, { seats, items: rounds });
  await staff.do('openSession', { id: room.session, version: 1 }, 'version');
  const marks = room.seats.map((seatId) => ({ seatId, attendance: 'PRESENT' }));
  await staff.do('markSeats', { id: room.session, marks }, 'version');
  for (const [n, item] of room.items.entries()) console.log(await round(association, staff, people, room, item, n));
  await numbersHaveNoGaps();
  chainHolds = await command('decisions', 'verify').then(
    () => true,
    () => false,
  );
} finally {
  api?.kill('SIGKILL');
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
const { kills, acknowledged, retried, lost, double, gaps } = figures;
console.log(
  `${kills} kills; ${acknowledged} votes acknowledged, ${retried} asked again, ${lost} lost, ${double} double; ` +
    `${gaps} gaps in numbers; the record ${chainHolds ? 'holds' : 'IS BROKEN'}`,
);
process.exit(lost + double + gaps === 0 && chainHolds ? 0 : 1);

/** A vote of everybody and the acceptance of some matters at once, the API killed in between. */
async function round(association, staff, people, { session }, itemId, n) {
  const until = Date.now() + longest;
  const called = await staff.do('callSessionItem', { id: session, itemId }, 'current { version }');
  const opening = { itemId, version: called.current.version, body: 'PARTY' };
  const open = await staff.do('openVote', opening, 'current { votes { id ballotId } }');
  const [{ id: voteId, ballotId }] = open.current.votes;
  const matters = await submittedMatters(client, association, staff.account, numbersEach);
  const cast = people.map((one, at) => ({ one, choice: choices[(at + n) % choices.length] }));
  const killing = killOnce();
  await Promise.all([
    ...cast.map(({ one, choice }) => one.insist('castNamedVote', { voteId, choice }, until)),
    ...matters.map((id) => staff.insist('acceptMatter', { id, version: 1 }, until, alreadyAccepted)),
  ]);
  const after = await killing;
  figures.acknowledged += cast.length;
  const missing = await lostVotes(ballotId, cast);
  const count = `current { version votes { id inFavour against abstained } }`;
  const { current } = await staff.do('countVote', { voteId }, count);
  const { inFavour, against, abstained } = current.votes.find(({ id }) => id === voteId);
  const sum = inFavour + against + abstained;
  const twice = (await votedTwice(ballotId)) + Math.max(0, sum - voters);
  const less = missing + Math.max(0, voters - sum);
  figures.lost += less;
  figures.double += twice;
  const opinion = inFavour > voters / 2 ? 'AGREE' : 'DEFER';
  const conclusion = { itemId, version: current.version, opinion, opinionText: '按表决结果' };
  await staff.do('concludeSessionItem', conclusion, 'version');
  const votes = `${inFavour} : ${against} : ${abstained}`;
  return `${String(n + 1).padStart(3)}. killed after ${after} ms: ${votes}, ${less} lost, ${twice} double`;
}

/** What was acknowledged and does not stand as it was sent. */
async function lostVotes(ballotId, cast) {
  const { rows } = await client.query(
    `select account_id as account, answers ->> 'motion' as choice from ballot_voter where ballot_id = $1`,
    [ballotId],
  );
  const standing = new Map(rows.map(({ account, choice }) => [account, choice]));
  return cast.filter(({ one, choice }) => standing.get(one.account) !== choice).length;
}

/** A vote that was written twice has two events. */
async function votedTwice(ballotId) {
  const { rows } = await client.query(
    `select account_id from audit_event where subject_id = $1 and action = 'ballot.vote' group by 1 having count(*) > 1`,
    [ballotId],
  );
  return rows.length;
}

async function numbersHaveNoGaps() {
  const { rows } = await client.query(
    `select max(n) - count(distinct n) as gaps, count(*) - count(distinct n) as twice, count(*)::int as given
     from (select substring(number from '(\\d+)号')::int as n from matter where number is not null) m`,
  );
  const { rows: record } = await client.query('select max(no) - count(*) as gaps from matter_record');
  figures.gaps += Number(rows[0].gaps) + Number(rows[0].twice) + Number(record[0].gaps);
  if (rows[0].given !== rounds * numbersEach) figures.gaps += rounds * numbersEach - rows[0].given;
  console.log(`${rows[0].given} numbers given: ${rows[0].gaps} gaps, ${rows[0].twice} twice`);
}

/** @returns after how many milliseconds */
async function killOnce() {
  const after = Math.round(Math.random() * 1_500);
  await sleep(after);
  api.kill('SIGKILL');
  figures.kills += 1;
  api = start();
  return after;
}

/** Of what was asked once more: an answer that was lost had done it. */
function alreadyAccepted({ reason }) {
  return reason === 'STALE_VERSION' || reason === 'MATTER_STATE';
}

async function person(association, role) {
  const { account, token } = await signIn(client, association, role, []);
  const cookie = `dangwu_session=${token}`;
  await ready();
  const bearer = (await asked({ cookie }, persisted('createExplorerToken'))).data.createExplorerToken.token;
  const ask = (name, input, fields) => {
    const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return asked({ authorization: `Bearer ${bearer}` }, { query, variables: { input } });
  };
  return {
    account,
    async do(name, input, fields) {
      await ready();
      const { data, errors } = await ask(name, input, fields);
      if (errors) throw new Error(`${name}: ${errors[0].message}`);
      return data[name];
    },
    /** Until it is answered; `done` says of a refusal that an answer which was lost had done it. */
    async insist(name, input, until, done = () => false) {
      for (let tries = 0; ; tries++) {
        if (Date.now() > until) throw new Error(`${name} was not answered in time`);
        // the connection breaks when the API is killed
        const answer = await ask(name, input, 'id').catch(() => null);
        const refusal = answer?.errors?.[0].extensions;
        if (answer && (!refusal || (tries > 0 && done(refusal)))) return;
        if (refusal && refusal.code !== 'UNAVAILABLE') throw new Error(`${name}: ${answer.errors[0].message}`);
        figures.retried += 1;
        await sleep(500);
      }
    },
  };
}

function persisted(operationName) {
  const sha256Hash = trustedDocuments().find(({ name }) => name === operationName)?.id;
  return { operationName, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

async function asked(headers, body) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  return answer.json();
}

async function ready() {
  for (let tries = 0; !(await fetch(`${url}/readyz`).catch(() => null))?.ok; tries++) {
    if (tries > 1_200) throw new Error('The API was not ready within two minutes');
    await sleep(100);
  }
}

function start() {
  return spawn(process.execPath, [path.join(root, 'apps/api/dist/main.js')], { cwd: root, env, stdio: 'ignore' });
}

function command(...args) {
  const child = spawn(process.execPath, [path.join(root, 'apps/api/dist/cli.js'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`)))),
  );
}

function founding() {
  const facts = { parentId: null, relation: null, type: 'FUNCTIONAL_COMMITTEE', tier: 'SECRETARIAT', code: 'R' };
  const dates = { foundedOn: '2020-01-01', effectiveOn: '2020-01-01', basis: '演练' };
  return { ...facts, ...dates, name: '演练协会党委' };
}
