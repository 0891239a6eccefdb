import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import ExcelJS from 'exceljs';
import { test as base, expect, type APIResponse, type BrowserContext, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { trustedDocuments } from '../../../tools/documents.mjs';

/** Somebody of the demo association: one account per role. */
export interface Account {
  role: string;
  username: string;
  password: string;
  /** of the authenticator; the three administrators have one */
  secret?: string;
}

let known: Account[] | undefined;

/** The demo account of a role, or with a user name, from demo-accounts.txt (role, user, password and secret between tabs). */
export function account(role: string): Account {
  if (!known) {
    const directory = process.env['DANGWU_DATA_DIR'];
    if (!directory) throw new Error('DANGWU_DATA_DIR is not set: the demo accounts stand there.');
    known = readFileSync(path.join(directory, 'demo-accounts.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t').map((part) => part.trim()))
      .flatMap(([one, username, password, secret]) =>
        one && username && password ? [{ role: one, username, password, secret }] : [],
      );
  }
  const found = known.find((one) => one.role === role || one.username === role);
  if (!found) throw new Error(`No demo account ${role}; there are ${known.map((one) => one.role).join(', ')}`);
  return found;
}

/** What a page must never do, collected while a journey runs. */
interface Watch {
  /** Lines that this journey provokes on purpose. */
  expected: RegExp[];
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const watch: Watch = { expected: [] };
      const problems: string[] = [];
      const host = new URL(baseURL ?? '').host;
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(`not caught: ${error.message}`));
      page.on('request', (request) => {
        const to = new URL(request.url());
        if (/^https?:$/.test(to.protocol) && to.host !== host) problems.push(`request off the host: ${request.url()}`);
      });
      await use(watch);
      const unexpected = problems.filter((problem) => !watch.expected.some((one) => one.test(problem)));
      expect(unexpected, 'no console errors, no breach of the security policy, no request off the host').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Sends one of the console's own operations as the page's session, which may send no others. */
export async function send<T>(page: Page, operationName: string, variables: Record<string, unknown> = {}): Promise<T> {
  const sha256Hash = trustedDocuments().find(({ name }) => name === operationName)?.id;
  return dataOf(
    await page.request.post('/graphql', {
      data: { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } },
    }),
  );
}

/** The explorer's token of each browser context, and the session it belongs to. */
const tokens = new WeakMap<BrowserContext, { session: string | undefined; token: Promise<string> }>();

function tokenOf(page: Page, session: string | undefined): Promise<string> {
  const known = tokens.get(page.context());
  if (known && known.session === session) return known.token;
  const token = send<{ createExplorerToken: { token: string } }>(page, 'createExplorerToken').then(
    (made) => made.createExplorerToken.token,
  );
  tokens.set(page.context(), { session, token });
  return token;
}

/** Asks the API what the console does not, as whoever is signed in on the page: by a token, as the explorer does. */
export async function ask<T>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const cookies = await page.context().cookies();
  const token = await tokenOf(page, cookies.find(({ name }) => name.endsWith('dangwu_session'))?.value);
  return dataOf(
    await page.request.post('/graphql', { headers: { authorization: `Bearer ${token}` }, data: { query, variables } }),
  );
}

async function dataOf<T>(answer: APIResponse): Promise<T> {
  const body = (await answer.json()) as { data?: T; errors?: { message: string }[] };
  if (!body.data || body.errors) throw new Error(`${answer.status()} ${JSON.stringify(body.errors)}`);
  return body.data;
}

/** The code an authenticator shows now, or some seconds from now. */
export const totpCode = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 1000 });

/** Sessions of administrators: a code counts once, so journeys of the same worker share one. */
const sessions = new Map<string, string>();
const COOKIE = 'dangwu_session';

/** Signs in as a role without going through the form. */
export async function signIn(page: Page, role: string): Promise<void> {
  const { username, password, secret } = account(role);
  if (secret && (await takeUp(page, role))) return;
  await send(page, 'signIn', { input: { username, password } });
  if (!secret) return;
  await proveSecondFactor(page, secret);
  const cookies = await page.context().cookies();
  sessions.set(role, cookies.find(({ name }) => name === COOKIE)?.value ?? '');
}

/** Goes on with the session that another journey opened, if it still stands. */
async function takeUp(page: Page, role: string): Promise<boolean> {
  const value = sessions.get(role);
  const url = process.env['DANGWU_URL'];
  if (!value || !url) return false;
  await page.context().addCookies([{ name: COOKIE, value, url, httpOnly: true, sameSite: 'Lax' }]);
  const { session } = await send<{ session: object | null }>(page, 'session');
  return session !== null;
}

/** Another worker may have used a code: the one before, this one, the next, then those to come. */
async function proveSecondFactor(page: Page, secret: string): Promise<void> {
  const prove = (code: string): Promise<unknown> => send(page, 'proveSecondFactor', { input: { code } });
  for (const later of [-30, 0, 30]) {
    const done = await prove(totpCode(secret, later)).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  // the step after the next begins within half a minute
  await page.waitForTimeout(30_500);
  await prove(totpCode(secret, 30));
}

/** Opens a page as a role and waits for its title. */
export async function open(page: Page, role: string, address: string, title: string): Promise<void> {
  await signIn(page, role);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The file that an export of the page makes, as a person saves it: its name and its cells, heading first. */
export async function exported(page: Page): Promise<{ name: string; cells: string[][] }> {
  await page.getByRole('button', { name: '导出本表' }).click();
  const link = page.getByRole('link', { name: /^下载.*\.xlsx$/ });
  await expect(link).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await download.path());
  const cells: string[][] = [];
  // below the title
  workbook.worksheets[0]?.eachRow((row, number) => {
    if (number === 1) return;
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
    cells.push(texts);
  });
  return { name: download.suggestedFilename(), cells };
}

/** Choices of look and language, before the page is loaded. */
export async function prefer(page: Page, preferences: Record<string, string>): Promise<void> {
  await page.addInitScript((value) => localStorage.setItem('dangwu.preferences', value), JSON.stringify(preferences));
}

/** No serious or critical finding by axe (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  let serious = await seriousFaults(page);
  // a dialogue may begin to grow only after it was asked whether anything still moves: what is wrong stays wrong
  if (serious.length) {
    await page.waitForTimeout(1_000);
    serious = await seriousFaults(page);
  }
  expect(serious).toEqual([]);
}

async function seriousFaults(page: Page): Promise<string[]> {
  // what lies half under a bar is too small only by where the page was scrolled to
  await page.evaluate(() => window.scrollTo(0, 0));
  // what is still fading in has no contrast yet
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => animation)),
    ),
  );
  // there are no frames of others: one page is looked at in itself, not in a second one that is opened for the sum
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  // what lies behind a drawer cannot be reached, wherever it was scrolled to; it is looked at by itself
  if ((await page.locator('.ant-drawer-open .ant-drawer-mask').count()) > 0) axe.exclude('#content');
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Chooses from the list of a select that was opened. A click while the list still finds its place chooses nothing. */
export async function choose(page: Page, option: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  // it may open only when what was typed has been looked up
  await expect(list.locator('.ant-select-item-option').filter({ hasText: option }).first()).toBeVisible();
  await expect(async () => {
    if ((await list.count()) > 0)
      await list.locator('.ant-select-item-option').filter({ hasText: option }).click({ timeout: 3_000 });
    await expect(list).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
}

/** Chooses from the menu that a button opens. A click while the menu is still opening is swallowed. */
export async function chooseFrom(page: Page, button: string, item: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: item, exact: true });
  await page.getByRole('button', { name: button }).click();
  await expect(entry).toBeVisible();
  await expect(async () => {
    if (await entry.isVisible()) await entry.click({ timeout: 3_000 });
    await expect(entry).toBeHidden({ timeout: 3_000 });
  }).toPass();
}
