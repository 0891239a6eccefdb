import { expect, expectAccessible, open, prefer, test } from './journey';

test('the board fits a phone: it scrolls inside its frame, and a cell is large enough for a thumb', async ({
  page,
}) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'PARTY_STAFF', '/obligations?type=BRANCH_ASSEMBLY&by=QUARTER', '义务看板');
  const cell = page.locator('.board-cell').first();
  await expect(cell).toBeVisible();
  const { height, width } = (await cell.boundingBox())!;
  expect([height >= 44, width >= 44]).toEqual([true, true]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await cell.tap();
  await expect(
    page
      .getByRole('dialog')
      .getByText(/应办 \d+ 次/)
      .first(),
  ).toBeVisible();
  await page.waitForTimeout(400); // the drawer slides in
  await expectAccessible(page);
});
