import { expect, expectAccessible, open, test } from './journey';

test('a plan on a phone: the year, a month of it, an item', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/plans', '年度计划');
  await page.locator('.plan-list button').first().tap();
  await expect(page.locator('.plan-year')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await page.locator('.plan-cell').first().tap();
  const item = page.locator('.plan-days .plan-open').first();
  await expect(item).toBeVisible();
  const boxes = await page
    .locator('.plan-days .plan-open, .plan-cell, .page-head-actions button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(boxes.filter((height) => height < 44)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await item.tap();
  await expect(page.getByRole('dialog')).toBeVisible();
});
