import { expect, expectAccessible, open, test } from './journey';
import { faults, roster } from './roster';

test('a roster is checked on a phone: figures, a card per fault, given up', async ({ page }) => {
  test.setTimeout(60_000);
  await open(page, 'PARTY_STAFF', '/import', '导入');
  await page.locator('input[type="file"]').setInputFiles(await roster(page));
  await expect(page.getByRole('button', { name: /^导入 \d+ 行$/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('第 2 步，共 4 步：核对')).toBeVisible();
  await expect(page.getByRole('button', { name: '要改 3' })).toHaveAttribute('aria-pressed', 'true');
  const cards = page.locator('.row-cards > li');
  await expect(cards).toHaveCount(3);
  for (const [index, fault] of faults.entries()) {
    await expect(cards.nth(index)).toContainText(`第 ${fault.row} 行`);
    await expect(cards.nth(index)).toContainText(fault.column);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await page.getByRole('button', { name: '放弃' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).tap();
  await expect(page.getByText('已放弃，没有写入任何内容。')).toBeVisible();
});
