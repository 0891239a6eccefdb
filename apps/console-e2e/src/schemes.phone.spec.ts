import { expect, expectAccessible, open, test } from './journey';

const width = (page: Parameters<typeof open>[0]) => page.evaluate(() => document.documentElement.scrollWidth);

test('schemes are read, tried and compared on a phone', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/schemes', '考核方案');
  expect(await width(page)).toBe(390);
  await expectAccessible(page);
  await page.getByRole('link', { name: '文明单位' }).tap();
  const tree = page.getByRole('region', { name: '指标树' });
  await tree.getByRole('button', { name: /服务会员的质量和实效/ }).tap();
  // an indicator is told in words below the tree
  await expect(page.getByRole('region', { name: '服务会员的质量和实效' }).getByText(/好 1，较好 0.85/)).toBeVisible();
  expect(await width(page)).toBe(390);
  const toggle = await tree.getByRole('button', { name: '收起 文明服务' }).boundingBox();
  expect(toggle!.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);

  await page.getByRole('button', { name: '定等与计分' }).tap();
  await expect(page.getByText('优秀 90，良好 80，一般 70，较差 —')).toBeVisible();
  await page.getByRole('button', { name: '试算' }).tap();
  await expect(page.getByRole('region', { name: '为什么是这个分' })).toBeVisible();
  expect(await width(page)).toBe(390);
  await expectAccessible(page);
  await page.getByRole('button', { name: '版本差异' }).tap();
  await expect(page.getByRole('list', { name: '版本差异' }).getByText('文明节约 › 制止餐饮浪费')).toBeVisible();
  expect(await width(page)).toBe(390);
  await expectAccessible(page);
});

test('a draft shows its fault on a phone, and where it is', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/schemes', '考核方案');
  await page.getByRole('link', { name: '六强', exact: true }).tap();
  await page.getByRole('region', { name: '问题' }).getByRole('button').tap();
  await expect(page.getByRole('form', { name: '指标内容' }).getByLabel('中文名称')).toHaveValue('工作组织推动性强');
  expect(await width(page)).toBe(390);
  await expectAccessible(page);
});
