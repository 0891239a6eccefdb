import type { Page } from '@playwright/test';
import { ask, choose, expect, expectAccessible, open, test } from './journey';

/** A day in China, so many from today. */
const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

/** The branch by its code, which other journeys leave alone. */
async function branchOf(page: Page, code: string): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string; name: string }[] } }>(
    page,
    'query ($search: String) { organizations(first: 1, filter: { search: $search }) { nodes { id name } } }',
    { search: code },
  );
  return organizations.nodes[0]!;
}

/** Types a day into the form that is open: what is chosen from the panel moves with the month. */
async function fillDay(page: Page, on: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel('日期');
  await field.fill(on);
  // takes the day over, and does not send the form
  await field.press('Enter');
  await expect(field).toHaveValue(on);
}

/** Where the activity of the page stands. */
const stateOf = (page: Page) => page.locator('.page-head .state-word');

test('a branch assembly is planned as a draft, scheduled and recorded; too few present is told by the rule', async ({
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/activities', '会议与活动');
  const { id, name } = await branchOf(page, 'DZ0004');
  await page.goto(`/activities?within=${id}`);
  await page.getByRole('button', { name: '安排活动' }).click();
  const drawer = page.getByRole('dialog', { name: '安排活动' });
  await expect(drawer.locator('.picker')).toHaveText(name);
  await drawer.getByLabel('活动类型').click();
  await choose(page, '支部党员大会');
  await expect(drawer.getByLabel('标题')).toHaveValue('支部党员大会');
  await drawer.getByLabel('标题').fill('旅程党员大会');
  await fillDay(page, day(-1));
  await drawer.getByLabel('议程').fill('通报上季度工作\n审议本季度计划');
  await drawer.getByRole('checkbox', { name: '先存为草稿' }).check();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '安排活动' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '旅程党员大会' })).toBeVisible();
  await expect(stateOf(page)).toHaveText('草稿');
  await expect(page.getByText('审议本季度计划')).toBeVisible();
  await page.getByRole('button', { name: '安排', exact: true }).click();
  // yesterday is over: only its record is missing
  await expect(stateOf(page)).toHaveText('待补记录');
  await page.getByRole('button', { name: '补记记录' }).click();
  const record = page.getByRole('dialog', { name: '补记记录' });
  await record.getByLabel('应到').fill('9');
  await record.getByLabel('实到').fill('4');
  await record.getByLabel('请假').fill('5');
  await record.getByLabel('内容摘要').fill('到会不足半数，改为座谈。');
  await record.getByRole('button', { name: '补记记录' }).click();
  await expect(record).toBeHidden();
  await expect(stateOf(page)).toHaveText('已记录');
  await expect(page.getByRole('note').filter({ hasText: '没有达到“支部党员大会到会要求”' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '补记记录' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/activities?within=${id}&search=${encodeURIComponent('旅程党员大会')}&states=RECORDED`);
  await expect(page.getByRole('row').filter({ hasText: '4/9' })).toBeVisible();
});

test('a theme day is put off with its make-up, and what is wrong is said', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/calendar', '日历');
  const { id } = await branchOf(page, 'DZ0005');
  await page.goto(`/calendar?within=${id}`);
  await page.getByRole('button', { name: '安排活动', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: '安排活动' });
  await drawer.getByLabel('活动类型').click();
  await choose(page, '主题党日');
  await drawer.getByLabel('标题').fill('旅程主题党日');
  await fillDay(page, '1920-01-01');
  await drawer.getByRole('button', { name: '安排活动' }).click();
  await expect(drawer.getByRole('alert')).toContainText('不在可以登记的日子里');
  await fillDay(page, day(3));
  await drawer.getByRole('button', { name: '安排活动' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '旅程主题党日' })).toBeVisible();
  await page.getByRole('button', { name: '延期' }).click();
  const later = page.getByRole('dialog', { name: '延期' });
  await later.getByLabel('原因').fill('全体参加标准评审会');
  await fillDay(page, day(6));
  await later.getByRole('button', { name: '延期' }).click();
  await expect(later).toBeHidden();
  await expect(stateOf(page)).toHaveText('已延期');
  await expect(page.getByText('全体参加标准评审会').first()).toBeVisible();
  await page.getByRole('link', { name: `旅程主题党日 · ${day(6)}` }).click();
  await expect(stateOf(page)).toHaveText('已安排');
  await expect(page.getByText('计入日期')).toBeVisible();
  await page.goto(`/calendar?within=${id}&view=list&month=${day(6).slice(0, 7)}`);
  await expect(
    page.getByRole('listitem').filter({ hasText: '旅程主题党日' }).filter({ hasText: '已安排' }),
  ).toBeVisible();
  await expectAccessible(page);
});
