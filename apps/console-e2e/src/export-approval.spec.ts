import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, open, signIn, test } from './journey';

/** The cells of the file behind a link, without title and heading. */
async function rowsOf(page: Page): Promise<string[][]> {
  const link = page.getByRole('link', { name: /^下载党员名册.*\.xlsx$/ }).first();
  await expect(link).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await download.path());
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row, number) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => texts.push(cell.text));
    if (number > 2) rows.push(texts);
  });
  return rows;
}

test('an export of many people is asked for, approved by another, and fetched once', async ({
  page,
  browser,
  baseURL,
}) => {
  // a day of the past, which no other journey changes
  const asOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 12 * 86_400_000);
  await open(page, 'PARTY_STAFF', `/members?asOf=${asOf}&columns=status.organization`, '党员');
  const { members } = await ask<{ members: { totalCount: number } }>(
    page,
    `{ members(first: 1, asOf: "${asOf}") { totalCount } }`,
  );
  expect(members.totalCount).toBeGreaterThan(500);
  await page.getByRole('button', { name: '导出本表' }).click();
  const drawer = page.getByRole('dialog', { name: '申请导出' });
  await expect(
    drawer.getByText(`这张表里有 ${members.totalCount} 人，超过不经批准可以导出的 500 人`, { exact: false }),
  ).toBeVisible();
  const purpose = `向上级报送党员花名册 ${Math.random().toString(36).slice(2, 8)}`;
  await drawer.getByRole('button', { name: '申请导出' }).click();
  await expect(drawer.getByText('请写用途，至少五个字。')).toBeVisible();
  await drawer.getByLabel('用途').fill(purpose);
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '申请导出' }).click();
  await expect(page.getByText('已提交，等安全管理员批准。')).toBeVisible();
  await page.getByRole('link', { name: '已申请，等待批准' }).click();
  const mine = page.getByRole('listitem').filter({ hasText: purpose });
  await expect(mine.getByText('要由另一个人批准')).toBeVisible();

  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const guardian = await context.newPage();
  await signIn(guardian, 'SECURITY_ADMIN');
  await guardian.goto('/access?tab=exports');
  const theirs = guardian.getByRole('listitem').filter({ hasText: purpose });
  await expect(theirs).toContainText(`林静：导出党员名册，${members.totalCount} 人`);
  await expect(theirs).toContainText('列：姓名、党员类别、所在党组织');
  await expectAccessible(guardian);
  await theirs.getByRole('button', { name: '批准' }).click();
  const dialog = guardian.getByRole('dialog', { name: `批准林静导出 ${members.totalCount} 人` });
  await dialog.getByLabel('理由').fill('上级来文要求');
  await expectAccessible(guardian);
  await dialog.getByRole('button', { name: '批准' }).click();
  await expect(guardian.getByText('已批准，已通知林静。')).toBeVisible();
  await expect(theirs).toContainText('可以领取');
  await expect(theirs.getByRole('button', { name: '领取' })).toHaveCount(0);

  // the notification tells the page at once
  await mine.getByRole('button', { name: '领取' }).click();
  const rows = await rowsOf(page);
  expect(rows).toHaveLength(members.totalCount);
  expect(rows[0]).toHaveLength(3);
  await expect(mine).toContainText('已领取');
  await expect(mine.getByRole('button', { name: '领取' })).toHaveCount(0);
  await expect(theirs).not.toContainText('下载');
  await context.close();
});
