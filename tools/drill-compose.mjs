// npm run drill:compose: what docker-compose.yml describes, without Docker. Each command of the file runs as an
// unprivileged process from the files of the image, with the settings of deploy/dangwu.env.example, on Debian's
// PostgreSQL 15 with an ordinary login, behind Debian's nginx with deploy/nginx.conf. Prints a line per case and the sum.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../libs/embedded-postgres/index.mjs';
import { trustedDocuments } from './documents.mjs';
import { buildWhatChanged } from './start/build.mjs';
import {
  folderFor,
  layOutImage,
  runImage,
  startNginx,
  startOrdinaryPostgres,
  unprivileged,
  until,
} from './compose/native.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'dangwu-compose-'));
chmodSync(folder, 0o755);
const image = path.join(folder, 'app');
const figures = { passed: 0, failed: 0 };
const compose =
  readFileSync(path.join(root, 'docker-compose.yml'), 'utf8') + readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const commands = {
  migrate: ['node', 'apps/api/dist/cli.js', 'migrate'],
  api: ['node', '--enable-source-maps', 'apps/api/dist/main.js'],
  worker: ['node', '--enable-source-maps', 'apps/api/dist/worker.js'],
  inbox: ['node', 'apps/api/dist/inbox.js'],
};
const running = [];

try {
  await drill();
} catch (error) {
  show('the drill itself', false, error.stack);
}
for (const part of running.reverse()) await part.stop();
rmSync(folder, { recursive: true, force: true });
console.log(`${figures.passed} passed, ${figures.failed} failed`);
process.exit(figures.failed ? 1 : 0);

async function drill() {
  await buildWhatChanged({ say: console.log });
  show('the files of the image', true, `${layOutImage(image)} MB with production dependencies`);
  for (const [name, command] of Object.entries(commands)) {
    const written = [`['${command.join("', '")}']`, `["${command.join('", "')}"]`];
    show(
      `the command of ${name} is the one written down`,
      written.some((text) => compose.includes(text)),
      command.join(' '),
    );
  }
  const postgres = await startOrdinaryPostgres(folder);
  running.push(postgres);
  const env = await settings(postgres.url);
  await migrations(postgres, env);

  const seed = runImage(image, ['node', 'apps/api/dist/cli.js', 'seed', '--demo'], env);
  show('the demo association', (await seed.ended) === 0, seed.output().trim().split('\n').at(-1)?.slice(0, 80) ?? '');

  const ports = [await freePort(), await freePort()];
  const apis = ports.map((port) => start('api', { ...env, PORT: String(port) }));
  start('worker', env);
  start('inbox', env);
  for (const port of ports) {
    const ready = await until(
      async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok,
      60_000,
    );
    show('an API process is ready', ready, `port ${port}`);
  }
  const nginx = await startNginx(folder, ports);
  running.push(nginx);
  const cookie = await throughNginx(nginx, ports);
  await oneProcessLess(nginx, apis[0], cookie);
  const from = performance.now();
  const code = await apis[1].stop();
  // Nest ends itself by the same signal once everything is closed; a process that hangs would be killed after 40 s.
  const seconds = (performance.now() - from) / 1000;
  show(
    'an API process ends in order on SIGTERM',
    (code === 'SIGTERM' || code === 0) && seconds < 15,
    `after ${seconds.toFixed(1)} s`,
  );
}

async function settings(databaseUrl) {
  const example = readFileSync(path.join(root, 'deploy/dangwu.env.example'), 'utf8');
  const lines = example.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
  const env = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  const inbox = String(await freePort());
  return {
    ...env,
    DATABASE_URL: databaseUrl,
    DANGWU_MASTER_KEY: randomBytes(32).toString('base64'),
    // What differs because there are no containers: addresses, ports, the data folder.
    DANGWU_DATA_DIR: folderFor(unprivileged, folder, 'data'),
    HOST: '127.0.0.1',
    DEVELOPMENT_INBOX: 'true',
    INBOX_PORT: inbox,
    SMTP_URL: `smtp://127.0.0.1:${inbox}`,
  };
}

async function migrations(postgres, env) {
  const refused = runImage(image, commands.migrate, env);
  const refusal = (await refused.ended) !== 0 && refused.output();
  const sql = refusal ? refusal.split('\n').filter((line) => /^(create role|grant) .*;$/.test(line.trim())) : [];
  show('a login without rights is told what to run', sql.length >= 3, `${sql.length} statements`);
  await postgres.asAdministrator(sql.join('\n'));
  const migrate = runImage(image, commands.migrate, env);
  const code = await migrate.ended;
  show(
    `migrations as an ordinary login (PostgreSQL ${postgres.version.split(' ')[0]})`,
    code === 0,
    migrate.output().trim().slice(0, 100),
  );
  const again = runImage(image, commands.migrate, env);
  show('migrations run once more change nothing', (await again.ended) === 0 && /current/.test(again.output()), '');
}

/** @returns the cookie of a session that either API process knows */
async function throughNginx(nginx, ports) {
  const page = await fetch(`${nginx.url}/organizations`, { headers: { accept: 'text/html' } });
  const html = await page.text();
  show('the console through nginx', page.ok && html.includes('<div id="root"'), `${html.length} bytes`);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1];
  const asset = await fetch(nginx.url + script, { headers: { 'accept-encoding': 'gzip' } });
  show(
    'its scripts, compressed and kept',
    asset.headers.get('content-encoding') === 'gzip' && /immutable/.test(asset.headers.get('cache-control')),
    script,
  );

  const accounts = path.join(folder, 'data/demo-accounts.txt');
  const line =
    existsSync(accounts) &&
    readFileSync(accounts, 'utf8')
      .split('\n')
      .find((each) => each.startsWith('PARTY_STAFF'));
  const [, username, password] = line ? line.split('\t') : [];
  const signedIn = await graphql(nginx, 'signIn', { input: { username, password } });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  show('signing in', Boolean(cookie), username);

  let known = 0;
  for (let index = 0; index < 20; index += 1) {
    const answer = await (await graphql(nginx, 'session', {}, cookie)).json();
    if (username && answer.data?.session?.account?.username === username) known += 1;
  }
  const served = ports.map((port) => nginx.log().split(`127.0.0.1:${port} `).length - 1);
  show(
    'both processes know the session',
    known === 20 && served.every((count) => count > 3),
    `${known} of 20, by process ${served.join(' and ')}`,
  );

  const abort = new AbortController();
  const events = await fetch(`${nginx.url}/events`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: abort.signal,
  });
  const first = await Promise.race([
    events.body.getReader().read(),
    new Promise((resolve) => setTimeout(resolve, 20_000)),
  ]);
  show('live events come through at once', events.ok && first?.value?.length > 0, events.headers.get('content-type'));
  abort.abort();

  const large = await fetch(`${nginx.url}/files`, {
    method: 'POST',
    body: Buffer.alloc(22 * 1024 * 1024),
    headers: { cookie },
  });
  show('an upload of 22 MB is refused', large.status === 413, String(large.status));
  show('figures are not for the world', (await fetch(`${nginx.url}/metrics`)).status === 404, '');
  return cookie;
}

async function oneProcessLess(nginx, api, cookie) {
  let failures = 0;
  let asked = 0;
  const ask = async () => {
    const answer = await graphql(nginx, 'session', {}, cookie).catch(() => null);
    asked += 1;
    if (!answer?.ok) failures += 1;
  };
  for (let index = 0; index < 20; index += 1) await ask();
  await api.stop('SIGKILL');
  for (let index = 0; index < 60; index += 1) await ask();
  show('kill -9 of one API process, 60 requests after', failures === 0, `${failures} of ${asked} failed`);
}

/** One of the console's operations: from a session the API takes no others. */
function graphql(nginx, operationName, variables, cookie) {
  const sha256Hash = trustedDocuments().find(({ name }) => name === operationName)?.id;
  return fetch(`${nginx.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  });
}

function start(name, env) {
  const part = runImage(image, commands[name], env);
  running.push(part);
  return part;
}

function show(title, good, detail) {
  figures[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? '✓' : '✗'} ${title.padEnd(58)} ${detail}`);
}
