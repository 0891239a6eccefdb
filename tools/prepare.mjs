// Runs before npm start, npm run dev and npm test, with whatever Node there is: only Node's own modules here.
// Installs what the lockfile names when it is not there, and with --browser finds or installs a browser for the journeys.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findBrowser, headlessShell } from './browser.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org), then try again.`);
}

if (!installed()) {
  console.log('Installing dependencies (npm ci) …');
  // CI=true keeps the progress bar out; devDependencies are needed even when NODE_ENV says production.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--include=dev', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) stop('npm ci failed; its message stands above. Is the npm registry reachable?');
}
const pinned = spawnSync(path.join(root, 'node_modules', 'node', 'bin', 'node'), ['-v'], { encoding: 'utf8' });
if (!pinned.stdout?.startsWith('v24.')) {
  stop(
    `node_modules/node should hold Node 24 and holds ${pinned.stdout?.trim() || 'nothing that runs'}. ` +
      'Its install script may have been refused: delete node_modules and run npm ci without --ignore-scripts.',
  );
}
if (process.argv.includes('--browser')) {
  const browser = process.env.PLAYWRIGHT_CHROMIUM_PATH || existsSync(headlessShell) ? findBrowser() : installBrowser();
  console.log(`Browser for the journeys: ${browser}`);
}

/** npm writes node_modules/.package-lock.json last; a newer package-lock.json means that something changed since. */
function installed() {
  const marker = path.join(root, 'node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
}

/** The browser for the journeys; where Debian's cannot be installed, one that is there. */
function installBrowser() {
  const wanted = 'Install Chromium or Chrome, or name one in PLAYWRIGHT_CHROMIUM_PATH.';
  const there = findBrowser();
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return there ?? stop(`The browser journeys need a browser and there is none here. ${wanted}`);
  console.log('Installing chromium-headless-shell and Chinese fonts with apt-get …');
  const done =
    apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-cjk');
  if (!done && !there) stop(`apt-get failed; its message stands above. ${wanted}`);
  return findBrowser() ?? stop(`apt-get installed a browser, yet it cannot be found. ${wanted}`);
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
