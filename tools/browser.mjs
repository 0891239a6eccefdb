// Where a browser stands. Node built-ins only: tools/prepare.mjs needs it before anything is installed.
import { existsSync } from 'node:fs';

/** Chromium without windows: journeys take three quarters of the time, and no page waits behind another. */
export const headlessShell = '/usr/bin/chromium-headless-shell';

const known = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium-like browser: PLAYWRIGHT_CHROMIUM_PATH, else the first that is there, else null. */
export function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    console.error(`PLAYWRIGHT_CHROMIUM_PATH names ${named}, and there is no such file.`);
    process.exit(1);
  }
  return known.find((candidate) => existsSync(candidate)) ?? null;
}
