import { expect, expectAccessible, open, test } from './journey';

test('the tree, then one organization as a page of its own, and back', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  const items = page.getByRole('tree', { name: '党组织' }).getByRole('treeitem');
  await expect(items.nth(3)).toBeVisible();
  await expect(page.locator('.tree-row-loading')).toHaveCount(0);
  const low = await items.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 42),
  );
  expect(low).toEqual([]);
  const root = items.first();
  const name = (await root.locator('.tree-name').innerText()).trim();
  await root.locator('.tree-label').tap();
  await expect(page.locator('.mobile-title')).toHaveText(name);
  await expect(page.getByRole('tree')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: '概况' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await page.getByRole('tab', { name: '下级组织' }).click();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.locator('.ledger-lines li').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('main').getByRole('link', { name: '党组织' }).first().tap();
  await expect(items.first()).toBeVisible();
});

test('a change fits the screen: its drawer is as wide as the phone', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/organizations', '党组织');
  await page.getByRole('tree').getByRole('treeitem').first().locator('.tree-label').tap();
  await page.getByRole('button', { name: '变更…' }).tap();
  await page.getByRole('menuitem', { name: '更名' }).tap();
  const field = page.getByRole('dialog').getByLabel('新名称');
  await expect(field).toBeVisible();
  await page.waitForTimeout(400); // the drawer slides in
  const box = await field.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  await expectAccessible(page);
});
