// `npm run dev`: sources are built while they change, the API restarts on a new build, the console reloads in the browser.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { Child } from './children.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * @param {{servers: Child[], port: number, host: string, apiPort: number, env: object, say: (line: string) => void,
 *   giveUp: (name: string) => void}} options servers: what runs the API's build
 * @returns {{children: Child[], close: () => void}}
 */
export function startWatching({ servers, port, host, apiPort, env, say, giveUp }) {
  const rolldown = path.join(root, 'node_modules/rolldown/bin/cli.mjs');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const builder = new Child('build', [rolldown, '-c', 'rolldown.config.mjs', '--watch'], {
    cwd: path.join(root, 'apps/api'),
    env,
    say,
    giveUp,
  });
  const console_ = new Child(
    'console',
    [vite, '--host', host, '--port', String(port), '--strictPort', '--clearScreen=false'],
    {
      cwd: path.join(root, 'apps/console'),
      env: { ...env, API_URL: `http://127.0.0.1:${apiPort}` },
      say,
      giveUp,
    },
  );
  builder.start();
  console_.start();

  const startedAt = Date.now();
  const onBuild = later(300, () => {
    if (Date.now() - startedAt < 3_000) return; // the watcher's first build is the one that runs already
    say('the API has changed and starts again');
    for (const server of servers) void server.replace();
  });
  const onDocument = later(200, () => {
    const run = spawn(process.execPath, [path.join(root, 'tools/codegen.mjs')], { cwd: root, stdio: 'inherit', env });
    run.once('error', (error) => say(`codegen: ${error.message}`));
  });
  const watchers = [
    watch(path.join(root, 'apps/api/dist'), (_event, name) => name?.endsWith('.js') && onBuild()),
    watch(path.join(root, 'apps/console/src'), { recursive: true }, (_event, name) => {
      if (name?.endsWith('.graphql')) onDocument();
    }),
    watch(path.join(root, 'apps/api'), (_event, name) => name === 'schema.graphql' && onDocument()),
  ];
  return { children: [builder, console_], close: () => watchers.forEach((watcher) => watcher.close()) };
}

function later(milliseconds, act) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
