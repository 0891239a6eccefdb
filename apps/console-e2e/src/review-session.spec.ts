import type { Page } from '@playwright/test';
import { choose, expect, expectAccessible, open, prefer, test } from './journey';
import { accepted } from './room-journey';

const agenda = (page: Page) => page.getByRole('list', { name: '议程' }).getByRole('listitem');

/** Calls a session from the ledger, and lands on its page. */
async function call(page: Page, title: string): Promise<void> {
  await page.goto('/sessions');
  await page.getByRole('button', { name: '召集会议' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('地点').fill('四层会议室');
  await form.getByLabel('会议', { exact: true }).fill(title);
  await expectAccessible(page);
  await form.getByRole('button', { name: '召集会议' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function hear(page: Page, title: string, minutes: string): Promise<void> {
  await page.getByRole('button', { name: '添加议题' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('议题', { exact: true }).fill(title);
  await form.getByLabel('时长（分钟）').fill(minutes);
  await form.getByRole('button', { name: '添加议题' }).click();
  await expect(agenda(page).filter({ hasText: title })).toBeVisible();
}

test('a session: called, matters put on it, put in order, its members told', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/sessions', '审议会议');
  const matterId = await accepted(page, 'MAJOR_DEPLOYMENT', '旅程宣贯部署');
  await call(page, '旅程党委会');
  await expect(page.getByText('还没有发出通知')).toBeVisible();
  // the committee of the demo, with whom it has no account for
  await expect(page.getByRole('region', { name: '审议机构名单' }).getByRole('listitem')).toHaveCount(9);
  await page.getByRole('button', { name: '排入“旅程宣贯部署”' }).click();
  await expect(agenda(page).filter({ hasText: '旅程宣贯部署' })).toBeVisible();
  // urgent ones pass, and say so
  await expect(agenda(page).filter({ hasText: '旅程宣贯部署' })).toContainText('20 ');
  await hear(page, '旅程听取汇报', '15');
  await hear(page, '旅程通报', '10');
  await expect(agenda(page)).toHaveText([/14:00.*旅程宣贯部署/, /14:20.*旅程听取汇报/, /14:35.*旅程通报/]);
  await page.getByRole('button', { name: '上移“旅程通报”' }).click();
  await expect(agenda(page)).toHaveText([/旅程宣贯部署/, /14:20.*旅程通报/, /14:30.*旅程听取汇报/]);
  await agenda(page).nth(1).dragTo(agenda(page).nth(0));
  await expect(agenda(page)).toHaveText([/14:00.*旅程通报/, /14:10.*旅程宣贯部署/, /旅程听取汇报/]);
  const minutes = page.getByRole('spinbutton', { name: '“旅程通报”的时长（分钟）' });
  await minutes.fill('30');
  await minutes.press('Enter');
  await expect(agenda(page).nth(1)).toContainText('14:30');
  await expectAccessible(page);
  await page.getByRole('button', { name: '撤下“旅程听取汇报”' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('材料未齐');
  await page.getByRole('dialog').getByRole('button', { name: '撤下议题' }).click();
  await expect(agenda(page)).toHaveCount(2);
  await page.getByRole('button', { name: '发出通知' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发出通知' }).click();
  await expect(page.getByText(/通知已于 .* 发出/)).toBeVisible();
  await expect(page.getByRole('button', { name: '进入会议室' })).toBeVisible();
  await page.goto(`/matters/${matterId}`);
  await expect(page.getByRole('region', { name: '排入会议' }).getByRole('link', { name: '旅程党委会' })).toBeVisible();
  await expect(page.getByText(/第 2 项/)).toBeVisible();
  await expectAccessible(page);
});

test('a roster: another chair, somebody more, in another order', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/sessions', '审议会议');
  await call(page, '旅程名单会');
  await page.getByRole('button', { name: '修改审议机构名单' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: '主持：何志清' }).check();
  await form.getByRole('button', { name: '下移“高远”' }).click();
  await form.getByRole('button', { name: '添加一人' }).click();
  await form.getByLabel('第 10 人的姓名').fill('旅程列席');
  await form.getByLabel('第 10 人的用户名').fill('meiyou');
  await expectAccessible(page);
  // somebody of the association is found by pinyin and brings the own account
  await form.getByRole('button', { name: '添加一人' }).click();
  await form.getByLabel('第 11 人的姓名').fill('qianyi');
  await choose(page, '钱屹');
  await expect(form.getByLabel('第 11 人的姓名')).toHaveValue('钱屹');
  await expect(form.getByLabel('第 11 人的用户名')).toHaveValue('qianyi');
  await form.getByRole('button', { name: '保存名单' }).click();
  await expect(form.getByRole('alert')).toContainText('没有用户名是“meiyou”的可用账号');
  await form.getByLabel('第 10 人的用户名').fill('');
  await form.getByRole('button', { name: '保存名单' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const roster = page.getByRole('region', { name: '审议机构名单' }).getByRole('listitem');
  await expect(roster).toHaveCount(11);
  await expect(roster.last()).not.toContainText('没有账号');
  await expect(roster.first()).toHaveText(/何志清.*主持/);
  // cancelled, it waits for nothing any more
  await page.getByRole('button', { name: '取消会议' }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('改期');
  await page.getByRole('dialog').getByRole('button', { name: '取消会议' }).click();
  await expect(page.getByText('会议已取消：改期')).toBeVisible();
});

test('in the dark and in English', async ({ page }) => {
  await prefer(page, { mode: 'dark', language: 'en' });
  await open(page, 'PARTY_STAFF', '/sessions', 'Sessions');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Over' }).click();
  await page.getByRole('link', { name: /第11次党委会/ }).click();
  await expect(page.getByRole('list', { name: 'Agenda' }).getByRole('listitem').first()).toContainText('Agreed');
  await expectAccessible(page);
});
