import type { Browser, Page } from '@playwright/test';
import { expect, signIn } from './journey';

/** Pages of the system administrator, beside those of the person a journey is about. */
export async function administrator(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'SYSTEM_ADMIN');
  return page;
}

/** Somebody nobody else knows. */
export function newPerson(name: string) {
  const username = `e2e-${Math.random().toString(36).slice(2, 10)}`;
  return { name, username, mail: `${username}@example.org`, password: `kernel-meadow-${username}` };
}

/** The link in the newest letter to an address with that subject, by way of the development inbox. */
export async function linkFromInbox(admin: Page, mail: string, subject: string): Promise<string> {
  const letter = admin.getByRole('row').filter({ hasText: mail }).getByRole('link', { name: subject }).first();
  await expect(async () => {
    await admin.goto('/inbox');
    await expect(letter).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await letter.click();
  const text = await admin.locator('pre').innerText();
  const link = /https?:\/\/\S+\/password#\S+/.exec(text)?.[0];
  if (!link) throw new Error(`No link in ${text}`);
  return link;
}

/** Sets the password on the page a link leads to. */
export async function setPassword(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('新密码').fill(password);
  await page.getByRole('button', { name: '设为新密码' }).click();
  await expect(page.getByText('新密码已生效')).toBeVisible();
}

/** The first step of the sign-in page. */
export async function typePassword(page: Page, { username, password }: { username: string; password: string }) {
  await page.getByLabel('账号', { exact: true }).fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** The secret of an authenticator that is being set up, as it is shown for typing. */
export const shownSecret = async (page: Page): Promise<string> =>
  (await page.locator('.authenticator-secret').innerText()).replaceAll(/\s/g, '');

/** The ten recovery codes, once they are shown. */
export async function shownCodes(page: Page): Promise<string[]> {
  const codes = page.locator('.recovery-codes code');
  await expect(codes).toHaveCount(10);
  return codes.allInnerTexts();
}
