// The built API on an empty PostgreSQL of its own: it is killed with -9 while it answers, and comes back.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort, startPostgres, temporaryFolder } from '../../libs/embedded-postgres/index.mjs';

const root = path.resolve(import.meta.dirname, '../..');
export const dist = path.join(root, 'apps/api/dist');

/** How long an answer is waited for, in milliseconds. */
const patience = 20_000;

export class MortalApi {
  kills = 0;
  /** requests that were sent once more, since no answer came */
  retried = 0;
  #process = null;
  #env;
  /** how many answers are still to come before the kill */
  #answersLeft = Infinity;
  #fall = null;
  /** ready again after the last kill */
  #back = null;

  static async begin() {
    const api = new MortalApi();
    api.folder = temporaryFolder();
    api.postgres = await startPostgres({ dataDir: path.join(api.folder, 'pg') });
    const port = await freePort();
    api.url = `http://127.0.0.1:${port}`;
    api.#env = {
      ...process.env,
      DATABASE_URL: api.postgres.url,
      DANGWU_DATA_DIR: path.join(api.folder, 'data'),
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: api.url,
      LOG_LEVEL: 'fatal',
      RATE_LIMIT: '1000000000',
    };
    api.client = new pg.Client({ connectionString: api.postgres.url });
    await api.client.connect();
    return api;
  }

  start() {
    const options = { cwd: root, env: this.#env, stdio: 'ignore' };
    this.#process = spawn(process.execPath, [path.join(dist, 'main.js')], options);
  }

  async end() {
    this.#process?.kill('SIGKILL');
    await this.client.end();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /**
   * Kills it in the middle of so many answers that are awaited, and starts it again.
   * @param look is called while it is dead
   * @returns after how many answers
   */
  async killAmid(awaited, look = () => {}) {
    const after = Math.floor(Math.random() * awaited);
    const fallen = new Promise((resolve) => (this.#fall = resolve));
    this.#answersLeft = after;
    if (after === 0) setTimeout(() => this.#fall(), Math.random() * 200);
    await fallen;
    this.#answersLeft = Infinity;
    this.#back = this.#killAndStart(look);
    await this.#back;
    return after;
  }

  async #killAndStart(look) {
    this.#process.kill('SIGKILL');
    this.kills += 1;
    // what PostgreSQL was told before goes on to its end
    await sleep(200);
    await look();
    this.start();
    await this.ready();
  }

  /**
   * Asks until it is answered, as a phone does; one in four does not wait for the first answer, as where the network is bad.
   * @param ask is given how many milliseconds to wait for an answer
   * @returns the answer, and how often it was asked before
   */
  async insist(what, ask, until) {
    for (let tries = 0; ; tries++) {
      if (Date.now() > until) throw new Error(`${what} was not answered in time`);
      const hangsUp = tries === 0 && Math.random() < 0.25;
      // the connection breaks when the API is killed
      const answer = await ask(hangsUp ? Math.random() * 300 : patience).catch(() => null);
      if (answer && answer.errors?.[0].extensions.code !== 'UNAVAILABLE') {
        this.#answered();
        return { answer, tries };
      }
      this.retried += 1;
      await this.#back;
      await sleep(Math.random() * 300);
    }
  }

  #answered() {
    this.#answersLeft -= 1;
    if (this.#answersLeft === 0) this.#fall();
  }

  async post(address, headers, body, wait = patience) {
    const answer = await fetch(`${this.url}${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(wait),
    });
    return answer.json();
  }

  async ready() {
    for (let tries = 0; !(await fetch(`${this.url}/readyz`).catch(() => null))?.ok; tries++) {
      if (tries > 1_200) throw new Error('The API was not ready within two minutes');
      await sleep(100);
    }
  }

  /** A command of its command line. */
  command(...args) {
    const options = { cwd: root, env: this.#env, stdio: ['ignore', 'ignore', 'inherit'] };
    const child = spawn(process.execPath, [path.join(dist, 'cli.js'), ...args], options);
    return new Promise((resolve, reject) =>
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`)),
      ),
    );
  }
}
