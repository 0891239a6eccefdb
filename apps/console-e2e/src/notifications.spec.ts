import type { Page } from '@playwright/test';
import { ask, expect, open, test } from './journey';

const unread = async (page: Page) =>
  (
    await ask<{ notifications: { totalCount: number } }>(
      page,
      '{ notifications(first: 1, filter: { unreadOnly: true }) { totalCount } }',
    )
  ).notifications.totalCount;

test('the bell counts, one is marked read, then all', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const before = await unread(page);
  expect(before, 'the demo association has told its staff something').toBeGreaterThan(1);
  const bell = page.getByRole('button', { name: /^通知，/ });
  await expect(bell).toHaveAccessibleName(`通知，${before} 条未读`);
  await bell.click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: /^把“/ }).first().click();
  await expect(bell).toHaveAccessibleName(`通知，${before - 1} 条未读`);
  await drawer.getByRole('link', { name: '全部通知' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('checkbox', { name: '只看未读' }).click();
  await expect(page).toHaveURL(/unread=1/);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await expect(bell).toHaveAccessibleName('通知，0 条未读');
  await expect(page.getByText('没有未读通知。')).toBeVisible();
});
