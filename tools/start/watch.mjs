// `npm run dev`: a change of the API builds it and starts it again, a change of the console reloads in the browser.
import { watch } from 'node:fs';
import path from 'node:path';
import { buildWhatChanged } from './build.mjs';
import { Child, runOnce } from './children.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * @param {{servers: Child[], afterBuild: () => Promise<void>, port: number, host: string, apiPort: number, env: object,
 *   say: (line: string) => void, giveUp: (name: string) => void}} options servers: what runs the API's build;
 *   afterBuild: what must be done before they start again (migrations)
 * @returns {{children: Child[], close: () => void}}
 */
export function startWatching({ servers, afterBuild, port, host, apiPort, env, say, giveUp }) {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const page = new Child(
    'console',
    [vite, '--host', host, '--port', String(port), '--strictPort', '--clearScreen=false'],
    {
      cwd: path.join(root, 'apps/console'),
      env: { ...env, API_URL: `http://127.0.0.1:${apiPort}` },
      say,
      giveUp,
    },
  );
  page.start();

  const rebuild = oneAtATime(async () => {
    try {
      if ((await buildWhatChanged({ only: ['api'], say })).length === 0) return;
      await afterBuild();
      await Promise.all(servers.map((server) => server.replace()));
      say('the API has started again');
    } catch (error) {
      say(`${error.message}; what ran before goes on until this is repaired`);
    }
  });
  const documents = oneAtATime(async () => {
    const args = [path.join(root, 'tools/codegen.mjs')];
    await runOnce('codegen', args, { cwd: root, env, say }).catch((error) => say(error.message));
    // the API takes only the documents its build knows
    await rebuild();
  });
  const onSource = later(200, rebuild);
  const onDocument = later(200, documents);
  const sources = ['libs', 'apps/api/src', 'apps/api/migrations'].map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_event, name) => {
      if (/(?<!spec)\.ts$/.test(name ?? '')) onSource();
    }),
  );
  const contract = watch(path.join(root, 'apps/api'), (_event, name) => name === 'schema.graphql' && onDocument());
  const queries = watch(path.join(root, 'apps/console/src'), { recursive: true }, (_event, name) => {
    if (name?.endsWith('.graphql')) onDocument();
  });
  const watchers = [...sources, contract, queries];
  return { children: [page], close: () => watchers.forEach((watcher) => watcher.close()) };
}

/** Waits until the editor has written all of its files. */
function later(milliseconds, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void act(), milliseconds);
  };
}

/** A call during a run leads to one more run after it. */
function oneAtATime(work) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  };
}
