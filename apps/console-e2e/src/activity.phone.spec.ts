import { expect, expectAccessible, open, prefer, test } from './journey';

test('the month on a phone, in the dark: a day is touched and its activities stand below', async ({ page }) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'PARTY_STAFF', '/calendar', '日历');
  const busy = page.getByRole('button', { name: /，[1-9]\d* 场$/ }).first();
  const name = await busy.textContent();
  await busy.tap();
  await expect(busy).toHaveAttribute('aria-pressed', 'true');
  const held = Number(/，(\d+) 场$/.exec(name ?? '')![1]);
  await expect(page.locator('.calendar-list li')).toHaveCount(held);
  const boxes = await page
    .locator('.month-dots button, .calendar-list li')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(boxes.filter(({ height, left, right }) => height < 44 || left < 0 || right > 390)).toEqual([]);
  await expectAccessible(page);
  await page.locator('.calendar-list a').first().tap();
  await expect(page.locator('.activity-page')).toBeVisible();
  // nothing is wider than the screen
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});
