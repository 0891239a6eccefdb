import { expect, expectAccessible, open, test } from './journey';

test('cycles, and one of them, on a phone', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/assessments', '考核考评');
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /半年六强考核/ })
    .first()
    .tap();
  await expect(page.getByRole('list', { name: '阶段与期限' }).getByRole('listitem')).toHaveCount(7);
  await expect(page.getByRole('region', { name: '对比组' })).toBeVisible();
  // nothing is wider than the screen, and the next step is large enough for a finger
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const more = await page.getByRole('button', { name: '更多操作' }).boundingBox();
  expect(more!.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);
});

test('a cycle is opened on a phone with whom it covers below the form', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/assessments/new', '开启考核');
  await expect(page.getByRole('region', { name: '将考核谁' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});
