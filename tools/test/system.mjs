// The whole system as `npm start` gives it, on a free port and a data folder of its own.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort, temporaryFolder } from '../../libs/embedded-postgres/index.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const START_MS = 240_000;

/** @returns {Promise<{url, dataDir, port, process, output: () => string, seconds: number, stop: () => Promise<number>, remove: () => void}>} */
export async function startSystem({ dataDir, port, args = [], env = {} } = {}) {
  const own = dataDir === undefined;
  dataDir ??= temporaryFolder();
  port ??= await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'tools/start.mjs'), '--embedded', ...args], {
    cwd: root,
    env: { ...process.env, ...env, DANGWU_DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), START_MS);
    child.stdout.on('data', () => output.includes('ready after') && resolve(clearTimeout(late)));
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    port,
    process: child,
    output: () => output,
    seconds: (performance.now() - began) / 1000,
    ended,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    remove() {
      if (own) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
