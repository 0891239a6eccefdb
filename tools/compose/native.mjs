// What docker compose would run, as ordinary processes: an ordinary PostgreSQL, the files of the image, nginx.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../libs/embedded-postgres/index.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
/** Nobody, as USER node is in the image: no process of ours runs as root. */
export const unprivileged = isRoot ? { uid: 65534, gid: 65534 } : {};

/** Debian's packages, installed when they are missing and we may. */
export function need(program, debianPackage) {
  if (existsSync(program)) return program;
  if (!isRoot || !existsSync('/etc/debian_version'))
    throw new Error(`${program} is missing. This drill runs on Debian: apt-get install ${debianPackage}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { env, stdio: 'ignore' });
  return program;
}

export function folderFor(account, ...parts) {
  const folder = path.join(...parts);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** The final stage of the Dockerfile: production dependencies, the two builds, package.json. */
export function layOutImage(target) {
  mkdirSync(path.join(target, 'apps/api'), { recursive: true });
  mkdirSync(path.join(target, 'apps/console'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    cpSync(path.join(root, file), path.join(target, file));
  execFileSync('npm', ['ci', '--omit=dev', '--ignore-scripts', '--loglevel=error'], { cwd: target, stdio: 'inherit' });
  cpSync(path.join(root, 'apps/api/dist'), path.join(target, 'apps/api/dist'), { recursive: true });
  cpSync(path.join(root, 'apps/console/dist'), path.join(target, 'apps/console/dist'), { recursive: true });
  const size = execFileSync('du', ['-sm', target], { encoding: 'utf8' });
  return Number(size.split('\t')[0]);
}

/** Debian's PostgreSQL with a superuser of its own, and an ordinary login that owns nothing yet. */
export async function startOrdinaryPostgres(folder) {
  const bin = path.dirname(need('/usr/lib/postgresql/15/bin/postgres', 'postgresql-15'));
  const account = isRoot ? accountOf('postgres') : {};
  const data = path.join(folderFor(account, folder, 'postgres'), 'data');
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' };
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', '--locale=C.UTF-8'];
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'admin', '-A', 'trust', ...locale, '--no-sync'], {
    ...account,
    env,
    stdio: 'ignore',
  });
  // Whoever comes over the network shows a password; the administrator comes over the socket.
  const rules = ['local all admin trust', 'host all all 127.0.0.1/32 scram-sha-256'];
  writeFileSync(path.join(data, 'pg_hba.conf'), `${rules.join('\n')}\n`);
  const port = await freePort();
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${data}`,
  ];
  const server = spawn(path.join(bin, 'postgres'), args, { ...account, env, stdio: 'ignore' });
  const admin = { host: data, port, user: 'admin', database: 'postgres' };
  await until(async () => (await sql(admin, 'select 1').catch(() => null)) !== null, 20_000);
  await sql(admin, `create role dangwu login password 'drill-only'`);
  await sql(admin, 'create database dangwu');
  const { rows } = await sql(admin, 'show server_version');
  return {
    url: `postgres://dangwu:drill-only@127.0.0.1:${port}/dangwu`,
    version: rows[0].server_version,
    asAdministrator: (text) => sql({ ...admin, database: 'dangwu' }, text),
    stop: () => end(server, 'SIGINT'),
  };
}

async function sql(connection, text) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

function accountOf(name) {
  const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** deploy/nginx.conf with the addresses of this drill in place of the names of the containers. */
export async function startNginx(folder, apiPorts) {
  const program = need('/usr/sbin/nginx', 'nginx-light');
  const port = await freePort();
  const own = folderFor(unprivileged, folder, 'nginx');
  const text = readFileSync(path.join(root, 'deploy/nginx.conf'), 'utf8')
    .replaceAll('/tmp/', `${own}/`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('/dev/stdout', `${own}/access.log`)
    .replace('/dev/stderr', `${own}/error.log`)
    .replace(/server api:3000( .*;)/, apiPorts.map((each) => `server 127.0.0.1:${each}$1`).join('\n    '));
  const file = path.join(own, 'nginx.conf');
  writeFileSync(file, text);
  const options = { ...unprivileged, stdio: ['ignore', 'ignore', 'pipe'] };
  execFileSync(program, ['-t', '-q', '-c', file, '-e', `${own}/error.log`], options);
  const server = spawn(program, ['-c', file, '-e', `${own}/error.log`, '-g', 'daemon off;'], options);
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/nginx-health`).catch(() => null))?.ok, 10_000);
  return {
    url,
    log: () => readFileSync(path.join(own, 'access.log'), 'utf8'),
    stop: () => end(server, 'SIGQUIT'),
  };
}

/** A process of the image, as the unprivileged account, with nothing in its environment but what is given. */
export function runImage(image, command, env) {
  const child = spawn(process.execPath, command.slice(1), {
    ...unprivileged,
    cwd: image,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  return { child, ended, output: () => output, stop: (signal = 'SIGTERM') => end(child, signal) };
}

export async function until(condition, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    if (await condition()) return true;
    await sleep(50);
  }
  return false;
}

function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? child.signalCode);
  const ended = new Promise((resolve) => child.once('exit', (code, name) => resolve(code ?? name)));
  child.kill(signal);
  return ended;
}
