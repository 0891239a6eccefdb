import { expect, expectAccessible, open, test } from './journey';
import { faults, oddRoster, roster } from './roster';

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

test('a cell is corrected on a phone: by what was probably meant, or typed; nothing is too small for a thumb', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page, 'PARTY_STAFF', '/import', '导入');
  await page.locator('input[type="file"]').setInputFiles(await oddRoster(page, '上级党组织'));
  const verb = page.getByRole('button', { name: /^导入 \d+ 行$/ });
  await expect(verb).toBeVisible();
  await expect(page.getByRole('button', { name: '要改 2' })).toHaveAttribute('aria-pressed', 'true');
  const cards = page.locator('.row-cards > li');
  await expect(cards).toHaveCount(2);
  const low = await page
    .locator('.row-cards button, .import-bar button, .import-bar a')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44));
  expect(low).toEqual([]);
  const first = cards.first();
  const suggested = first.getByRole('button', { name: /^改成“/ });
  const meant = (await suggested.innerText()).slice(3, -1);
  await suggested.tap();
  await expect(page.getByRole('button', { name: '要改 1' })).toBeVisible();

  await cards
    .first()
    .getByRole('button', { name: /^改正第 \d+ 行上级党组织：/ })
    .tap();
  const field = cards.first().getByRole('textbox', { name: /^第 \d+ 行上级党组织$/ });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill('');
  await cards.first().getByRole('button', { name: '不改' }).tap();
  await expect(field).toHaveCount(0);
  await cards
    .first()
    .getByRole('button', { name: /^改正第 \d+ 行上级党组织：/ })
    .tap();
  await field.fill(meant);
  await cards.first().getByRole('button', { name: '改正', exact: true }).tap();
  await expect(page.getByRole('button', { name: '导入 3 行' })).toBeVisible();
  await page
    .getByRole('button', { name: /^没问题/ })
    .first()
    .tap();
  await expect(page.getByText(/^已改正，原为/).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: '放弃' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).tap();
  await expect(page.getByText('已放弃，没有写入任何内容。')).toBeVisible();
});
