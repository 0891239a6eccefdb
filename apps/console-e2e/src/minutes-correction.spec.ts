import type { Page } from '@playwright/test';
import { choose, expect, expectAccessible, open, test } from './journey';
import { held, other, saved } from './minutes-journey';

/** Hands over what is written; the chair signs on a page of their own. */
async function signBoth(page: Page, chair: Page): Promise<void> {
  await page.getByRole('button', { name: '提交签字' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交签字' }).click();
  await expect(page.getByText('待主持人签字')).toBeVisible();
  await chair.reload();
  await chair.getByRole('button', { name: '签字锁定' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '签字锁定' }).click();
  await expect(chair.getByText('已锁定')).toBeVisible();
}

test('signed minutes are corrected for a reason, compared and printed anew; a resolution becomes a task until it is closed', async ({
  page,
  browser,
}) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const title = '旅程更正会议';
  const id = await held(page, title);
  await page.goto(`/activities/${id}/minutes`);
  await page.getByRole('button', { name: '开始记录' }).click();
  await page.getByRole('textbox', { name: '第 1 项正文' }).fill('学习修订内容。');
  await page.getByRole('combobox', { name: '主持' }).fill('何志');
  await choose(page, '何志清');
  await page.getByLabel('应到').fill('7');
  await page.getByLabel('实到').fill('6');
  await page.getByRole('button', { name: '加决议' }).first().click();
  await page.getByRole('textbox', { name: '决议 1内容' }).fill('旅程任务：走访会员单位');
  await page.getByRole('combobox', { name: '决议 1责任人' }).fill('何志');
  await choose(page, '何志清');
  await expect(page.getByText('转督办事项')).toBeVisible();
  await saved(page);
  await expectAccessible(page);

  // the chair finds it under Today and signs
  const chair = await other(browser, 'hezhiqing', '/');
  await signBothFirst(page, chair, title);
  await expect(page.getByText('已锁定')).toBeVisible({ timeout: 15_000 });

  await page.getByRole('button', { name: '更正', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '开始更正' })).toBeDisabled();
  await dialog.getByLabel('更正原因').fill('漏记一人到会');
  await dialog.getByRole('button', { name: '开始更正' }).click();
  await expect(page.getByText('第 2 版，更正原因：漏记一人到会')).toBeVisible();
  await page.getByLabel('实到').fill('7');
  await page.getByRole('textbox', { name: '第 1 项正文' }).fill('学习修订内容，七人发言。');
  await saved(page);
  await signBoth(page, chair);

  await expect(page.getByText('已锁定')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: '查看与比较' }).click();
  const drawer = page.getByRole('dialog', { name: '第 2 版' });
  const lines = drawer.getByRole('list', { name: '差异' });
  await expect(lines.locator('[data-kind=gone]')).toContainText(['实到 6', '学习修订内容。']);
  await expect(lines.locator('[data-kind=new]')).toContainText(['实到 7', '学习修订内容，七人发言。']);
  await expect(lines).toContainText('增加');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '关闭' }).click();
  // 纪要 of the newer version comes first
  const pdf = await page.getByRole('link', { name: '下载纪要 PDF' }).first().getAttribute('href');
  expect(pdf).toMatch(/\/2\.pdf$/);
  const answer = await page.request.get(pdf!);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');

  // the resolution is a task of the chair's, and the recorder confirms it
  await chair.goto('/my-tasks');
  const task = chair.getByRole('listitem').filter({ hasText: '旅程任务：走访会员单位' }).first();
  await expect(task).toContainText('待办');
  await task.getByRole('button', { name: '报告办结' }).click();
  await chair.getByLabel('办了什么，有什么佐证').fill('走访 6 家，记录已归档。');
  await chair.getByRole('form').getByRole('button', { name: '报告办结' }).click();
  await expect(task).toContainText('待确认');
  await expectAccessible(chair);
  await page.goto(`/activities/${id}`);
  await expect(page.getByText('办理情况：走访 6 家，记录已归档。')).toBeVisible();
  await page.getByRole('button', { name: '确认销号' }).click();
  await expect(page.getByRole('region', { name: '决议', exact: true })).toContainText('已销号');
  await expectAccessible(page);
  await chair.context().close();
});

/** The first time the chair comes by what waits under Today. */
async function signBothFirst(page: Page, chair: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '提交签字' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交签字' }).click();
  await expect(page.getByText('待主持人签字')).toBeVisible();
  await chair.goto('/my-tasks');
  await chair.getByRole('link', { name: `阅读并签字：${title}` }).click();
  await chair.getByRole('button', { name: '签字锁定' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '签字锁定' }).click();
  await expect(chair.getByText('已锁定')).toBeVisible();
}
