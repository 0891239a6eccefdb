import { defineConfig } from '@playwright/test';
import { findBrowser, headlessShell } from '../../tools/browser.mjs';

// The journeys need a running system: DANGWU_URL and DANGWU_DATA_DIR name it, `npm test` starts one.
const url = process.env['DANGWU_URL'];
if (!url) throw new Error('DANGWU_URL is not set: start the system, or run `npm test`, which starts one.');

/** A browser that is installed already; without one Playwright takes its own. */
const installed = findBrowser() ?? undefined;
// Chromium refuses its sandbox to root, as in a container.
const root = process.getuid?.() === 0;

const desk = { viewport: { width: 1440, height: 900 } };
const rosters = '**/import.spec.ts';
// A browser with windows gives a page behind another one frame a second or none, and a click waits for two.
const windows = installed === headlessShell ? [] : ['--disable-frame-rate-limit'];
// Nothing drawn needs a graphics card, and what one would do takes long by software.
const args = ['--disable-gpu', ...windows, ...(root ? ['--no-sandbox'] : [])];

export default defineConfig({
  testDir: './src',
  outputDir: '../../test-results',
  // Generous: the machine may be busy with other things.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  reporter: [['list']],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // who asked for less motion waits for less, too
    contextOptions: { reducedMotion: 'reduce' },
    // Recording slows every journey; ask for it when one fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: installed, args },
  },
  projects: [
    { name: 'desk', use: desk, testIgnore: ['**/*.phone.spec.ts', rosters] },
    // A roster adds organizations that other journeys would build on, and then it could not be undone: last, alone.
    { name: 'rosters', use: desk, testMatch: rosters, dependencies: ['desk', 'phone'] },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
      testMatch: '**/*.phone.spec.ts',
    },
  ],
});
