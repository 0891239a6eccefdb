import type { Browser, Page } from '@playwright/test';
import { ask, expect, expectAccessible, open, signIn, test } from './journey';

/** Somebody whose only organization no other journey changes. */
const READER = 'EXPERT';
const CODE = 'DZ0187';

interface Found {
  partyOrganizations: { nodes: { id: string; version: number; name: string; code: string }[] };
}

/** The staff rename the reader's organization and give it its name back: two notifications. */
async function renameTwice(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await signIn(page, 'PARTY_STAFF');
  const find = async () => {
    const { partyOrganizations } = await ask<Found>(
      page,
      'query ($search: String) { partyOrganizations(first: 5, filter: { search: $search }) { nodes { id version name code } } }',
      { search: CODE },
    );
    const found = partyOrganizations.nodes.find(({ code }) => code === CODE);
    if (!found) throw new Error(`The demo association has no ${CODE}`);
    return found;
  };
  const { name } = await find();
  const effectiveOn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  for (const next of [`${name}（更名）`, name]) {
    const { id, version } = await find();
    await ask(page, 'mutation ($input: RenameOrganizationInput!) { renameOrganization(input: $input) { id } }', {
      input: { id, version, name: next, effectiveOn, basis: '党发〔2026〕9 号' },
    });
  }
  await page.close();
  return name;
}

const unread = async (page: Page) =>
  (
    await ask<{ notifications: { totalCount: number } }>(
      page,
      '{ notifications(first: 1, filter: { unreadOnly: true }) { totalCount } }',
    )
  ).notifications.totalCount;

test.describe.configure({ mode: 'serial' });

test('the bell rings while the page is open; one is marked read, then all', async ({ page, browser }) => {
  await open(page, READER, '/', '今日');
  const before = await unread(page);
  const bell = page.getByRole('button', { name: /^通知，/ });
  await expect(bell).toHaveAccessibleName(`通知，${before} 条未读`);

  const name = await renameTwice(browser);
  await expect(bell).toHaveAccessibleName(`通知，${before + 2} 条未读`);

  await bell.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(name).first()).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: /^把“/ }).first().click();
  await expect(bell).toHaveAccessibleName(`通知，${before + 1} 条未读`);
  await drawer.getByRole('link', { name: '全部通知' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '只看未读' }).click();
  await expect(page).toHaveURL(/unread=1/);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await expect(bell).toHaveAccessibleName('通知，0 条未读');
  await expect(page.getByText('没有未读通知。')).toBeVisible();
  expect(await unread(page)).toBe(0);
});

test('a notification leads to what it is about', async ({ page, browser }) => {
  await signIn(page, READER);
  await renameTwice(browser);
  await expect.poll(() => unread(page)).toBeGreaterThan(0);
  await page.goto('/notifications?unread=1');
  await page.locator('.note').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/organizations\/PartyOrganization_/);
});
