import { expect, expectAccessible, open, prefer, test } from './journey';

test('Today and the calendar feeds fit a phone in the dark', async ({ page }) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'PARTY_STAFF', '/', '今日');
  await expect(page.getByRole('list', { name: '义务概况' })).toBeVisible();
  await expect(page.getByRole('region', { name: '逾期与有风险的义务' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await page.goto('/account');
  await expect(page.getByRole('region', { name: '日历订阅' }).getByText('手机日历')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
