// The processes that are measured: started on free ports of loopback, ended with us.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../libs/embedded-postgres/index.mjs';

const peers = path.resolve(import.meta.dirname, '../peers');
/** The API as it was built, with the documents of the bench beside the console's: `buildApi` puts it there. */
const built = path.resolve(import.meta.dirname, '../dist');

const programs = {
  limit: { script: path.join(peers, 'limit/server.mjs') },
  'limit-session': { script: path.join(peers, 'limit/server.mjs'), env: { SESSIONS: 'read' } },
  // production's settings: a log line per request, rights of the moment; but a budget that lets the load through, and time
  // for what takes long when 16 ask for it at once
  dangwu: {
    script: path.join(built, 'main.js'),
    ready: '/readyz',
    env: { RATE_LIMIT: '1000000000', STATEMENT_TIMEOUT: '10m', POOL_TIMEOUT: '10m' },
  },
  worker: { script: path.join(built, 'worker.js'), ready: null, env: { STATEMENT_TIMEOUT: '10m' } },
  postgraphile: { script: path.join(peers, 'postgraphile/server.mjs'), env: { NODE_ENV: 'production' } },
  usual: { script: path.join(peers, 'usual/dist/main.js'), env: { NODE_ENV: 'production' } },
};

/** How a server is asked: where, and how the caller says who it is. */
const manners = {
  limit: { path: (operation) => `/${operation}`, header: (token) => `authorization: ${token}` },
  graphql: { path: () => '/graphql', header: (token) => `cookie: dangwu_session=${token}` },
};

export class Server {
  #process;
  #logFile;

  /** @param flags of Node, e.g. to profile */
  static async start(name, { folder, databaseUrl, viewers, flags = [] }) {
    const server = new Server();
    const { script, env, ready } = programs[name];
    server.name = name;
    server.port = await freePort();
    server.#logFile = path.join(folder, `${name}.log`);
    const log = openSync(server.#logFile, 'a');
    server.#process = spawn(process.execPath, [...flags, script], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        ...env,
        DATABASE_URL: databaseUrl,
        PORT: String(server.port),
        HOST: '127.0.0.1',
        DANGWU_DATA_DIR: path.join(folder, 'data'),
        VIEWERS: viewers,
      },
      // the channel closes when we are killed, and the server ends
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    try {
      // one without a port begins with what waits for it
      if (ready !== null) await server.#ready(ready);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get pid() {
    return this.#process.pid;
  }

  /** The bytes of a request. */
  request(operation, token, body) {
    const { path: at, header } = this.name.startsWith('limit') ? manners.limit : manners.graphql;
    return [
      `POST ${at(operation)} HTTP/1.1`,
      `host: 127.0.0.1:${this.port}`,
      'content-type: application/json',
      'accept: application/json',
      header(token),
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n');
  }

  /** The same request through fetch, for reading the answer. */
  async ask(operation, token, body) {
    const { path: at, header } = this.name.startsWith('limit') ? manners.limit : manners.graphql;
    const [name, value] = header(token).split(': ');
    const response = await fetch(`http://127.0.0.1:${this.port}${at(operation)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [name]: value },
      body,
    });
    return response.text();
  }

  async stop() {
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  }

  async #ready(address) {
    const deadline = Date.now() + 60_000;
    for (;;) {
      if (this.#process.exitCode !== null)
        throw new Error(`${this.name} ended:\n${readFileSync(this.#logFile, 'utf8').slice(-3_000)}`);
      const answer = await fetch(`http://127.0.0.1:${this.port}${address ?? '/'}`).catch(() => null); // not listening yet
      if (answer && (!address || answer.ok)) return;
      if (Date.now() > deadline)
        throw new Error(`${this.name} was not ready in time:\n${readFileSync(this.#logFile, 'utf8').slice(-3_000)}`);
      await sleep(100);
    }
  }
}
