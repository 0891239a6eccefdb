// npm run drill:sqlmap: sqlmap against signing in and a filtered list of a system of its own, on loopback. It must find
// nothing there, and must find the hole of a little server that has one: otherwise the drill would prove nothing.
// Installs Debian's package when it is missing and we are root. Prints a line per case, with its requests, and the sum.
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startPostgres, temporaryFolder } from '../libs/embedded-postgres/index.mjs';
import { trustedDocuments } from './documents.mjs';
import { startSystem } from './test/system.mjs';

/** For one target; what is not found by then counts as a failure of the drill, not as safe. */
const LONGEST = 900_000;
const figures = { passed: 0, failed: 0, requests: 0 };

const program = await sqlmap();
const folder = temporaryFolder();
await control();
await ours();
rmSync(folder, { recursive: true, force: true });
console.log(`${figures.requests} requests by ${program.version}`);
console.log(`${figures.passed} passed, ${figures.failed} failed`);
process.exit(figures.failed ? 1 : 0);

/** A statement put together from what was sent. */
async function control() {
  const postgres = await startPostgres({ dataDir: path.join(folder, 'pg'), database: 'hole', ephemeral: true });
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create table thing (name text); insert into thing values ('one'), ('two')`);
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    try {
      const { search } = JSON.parse(body);
      const { rows } = await client.query(`select name from thing where name like '%${search}%'`);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { nodes: rows } }));
    } catch {
      response.writeHead(400).end('{"errors":[]}'); // like ours, it tells nothing of what went wrong
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const found = await run('control', { url, body: { search: 'o*' } });
  show('a server with a hole: the hole is found', found.vulnerable, found);
  server.close();
  server.closeAllConnections();
  await client.end();
  await postgres.stop();
}

async function ours() {
  // Every try must reach the database: locks and budgets would answer instead of it.
  const env = {
    SIGN_IN_FAILURES: '100',
    SIGN_IN_LOCK: '1ms',
    RATE_LIMIT: '1000000000',
    RATE_LIMIT_ANONYMOUS: '1000000000',
  };
  const system = await startSystem({ env });
  const url = `${system.url}/graphql`;
  try {
    const [username, password] = staff(system.dataDir);
    const signedIn = await fetch(url, request(operation('signIn', { input: { username, password } })));
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error(`signing in failed: ${await signedIn.text()}`);
    const targets = [
      ['signing in, the name', operation('signIn', { input: { username: 'x*', password: 'y' } })],
      ['signing in, the password', operation('signIn', { input: { username, password: 'y*' } })],
      ['organizations, the search', operation('searchOrganizations', { search: 'x*' }), cookie],
      ['rules, the filter', operation('rules', { first: 10, filter: { search: 'x*' }, order: 'KEY' }), cookie],
      ['rules, the cursor', operation('rules', { first: 10, after: 'x*', filter: {}, order: 'KEY' }), cookie],
    ];
    for (const [name, body, session] of targets) {
      const before = await fetch(url, { ...request(body), headers: headersOf(session) });
      const found = await run(name, { url, body, cookie: session });
      show(`${name}: nothing is found`, found.safe && before.status < 500, found);
    }
  } finally {
    await system.stop();
    system.remove();
  }
}

function staff(dataDir) {
  const line = readFileSync(path.join(dataDir, 'demo-accounts.txt'), 'utf8')
    .split('\n')
    .find((each) => each.startsWith('PARTY_STAFF'));
  const [, username, password] = line.split('\t').map((part) => part.trim());
  return [username, password];
}

/** One of the console's operations: a session may send no others. */
function operation(operationName, variables) {
  const found = trustedDocuments().find(({ name }) => name === operationName);
  if (!found) throw new Error(`The console has no operation ${operationName}`);
  return { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: found.id } } };
}

function headersOf(cookie) {
  return { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
}

function request(body) {
  return { method: 'POST', headers: headersOf(), body: JSON.stringify(body) };
}

/** sqlmap tries the place marked by * and no other. */
async function run(name, { url, body, cookie }) {
  const output = path.join(folder, name.replace(/\W+/g, '-'));
  mkdirSync(output, { recursive: true });
  const traffic = path.join(output, 'traffic.txt');
  const args = ['-u', url, '--method=POST', `--data=${JSON.stringify(body)}`, '-H', 'Content-Type: application/json'];
  if (cookie) args.push(`--cookie=${cookie}`);
  args.push('--batch', '--disable-coloring', '--flush-session', `--output-dir=${output}`, '-t', traffic);
  args.push('--dbms=PostgreSQL', '--level=2', '--risk=2', '--technique=BEUSTQ', '--time-sec=2', '--timeout=20');
  args.push('--ignore-code=400,401,403,429', '--retries=1');
  const began = performance.now();
  const { text, late } = await printed(program.path, args);
  const requests = existsSync(traffic) ? readFileSync(traffic, 'latin1').split('HTTP request [#').length - 1 : 0;
  figures.requests += requests;
  const vulnerable = /identified the following injection point/.test(text);
  const safe = !vulnerable && !late && /do(es)? not (appear|seem) to be injectable/.test(text) && requests > 20;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  return { vulnerable, safe, requests, seconds, text, late };
}

function printed(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let late = false;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
    }, LONGEST);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve({ text, late });
    });
  });
}

async function sqlmap() {
  const find = () => {
    try {
      return execFileSync('which', ['sqlmap'], { encoding: 'utf8' }).trim();
    } catch {
      return null; // which says by its exit code that there is none
    }
  };
  if (!find() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('installing sqlmap …');
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'sqlmap'], { stdio: 'ignore' });
  }
  const file = find();
  if (!file)
    throw new Error('sqlmap is not installed. Install it (Debian: apt-get install sqlmap) and run this again.');
  const version = execFileSync(file, ['--version', '--disable-coloring'], { encoding: 'utf8' }).trim();
  return { path: file, version: `sqlmap ${version}` };
}

function show(name, good, { requests, seconds, text, late }) {
  figures[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? '✓' : '✗'} ${name}: ${requests} requests, ${seconds} s${late ? ', broken off' : ''}`);
  if (!good) console.log(text.split('\n').slice(-25).join('\n'));
}
