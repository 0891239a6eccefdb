// Child processes under one hand: logs with a name before them, restarts that are bounded, one way to stop.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

const follow = new URL('./follow.mjs', import.meta.url).href;
/** The start itself says when all is ready. */
const READY = /^\w+ ready: /;
const WINDOW_MS = 60_000;
const MAX_RESTARTS = 5;

export class Child {
  #name;
  #args;
  #options;
  #process = null;
  #wanted = false;
  #ends = [];
  #replacing = null;

  /** @param {{cwd: string, env: object, say: (line: string) => void, giveUp: (name: string) => void, quiet?: boolean}} options */
  constructor(name, args, options) {
    this.#name = name;
    this.#args = args;
    this.#options = options;
  }

  get pid() {
    return this.#process?.pid;
  }

  start() {
    this.#wanted = true;
    const child = spawn(process.execPath, ['--import', follow, '--enable-source-maps', ...this.#args], {
      cwd: this.#options.cwd,
      env: this.#options.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches the supervisor alone, which then stops its children in order.
      detached: process.platform !== 'win32',
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) prefix(stream, this.#name, this.#options.say);
    child.once('exit', (code, signal) => this.#ended(child, signal ?? `code ${code}`));
  }

  /** Ends the process in order and starts a new one: the code below it has changed. */
  async replace() {
    this.#replacing ??= (async () => {
      await this.stop();
      this.#replacing = null;
      this.start();
    })();
    return this.#replacing;
  }

  async stop({ force = false, patience = 15_000 } = {}) {
    this.#wanted = false;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(force ? 'SIGKILL' : 'SIGTERM');
    const late = setTimeout(() => {
      this.#options.say(`${this.#name} did not end within ${patience / 1000} s and is killed`);
      child.kill('SIGKILL');
    }, patience);
    await ended;
    clearTimeout(late);
  }

  async #ended(child, how) {
    if (!this.#wanted || child !== this.#process) return;
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WINDOW_MS), now];
    const count = this.#ends.length;
    if (count > MAX_RESTARTS) {
      this.#options.say(`${this.#name} ended ${count} times within a minute (${how}) and is not started again`);
      this.#options.giveUp(this.#name);
      return;
    }
    this.#options.say(
      `${this.#name} ended (${how}) and is started again (${count} of ${MAX_RESTARTS} within a minute)`,
    );
    await sleep(count === 1 ? 0 : 500 * 2 ** (count - 2));
    if (this.#wanted) this.start();
  }
}

/** Runs a program of ours to its end and gives back what it printed; its output is shown when it fails. */
export async function runOnce(name, args, { cwd, env, say }) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return output;
  for (const line of stripVTControlCharacters(output).trimEnd().split('\n')) say(`${name}: ${line}`);
  throw new Error(`${name} failed (${path.basename(args[0])} ended with code ${code})`);
}

function prefix(stream, name, say) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) if (line.trim() && !READY.test(line)) say(`[${name}] ${line}`);
  });
  stream.on('end', () => {
    if (rest.trim()) say(`[${name}] ${rest}`);
  });
}
