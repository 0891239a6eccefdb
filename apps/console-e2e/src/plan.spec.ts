import type { Page } from '@playwright/test';
import { ask, choose, expect, expectAccessible, open, test } from './journey';

const nextYear =
  Number(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(Date.now())) + 1;

/** A branch of its own, with what it owes: the worker derives that as it does after every founding. */
async function foundBranch(page: Page, name: string, code: string): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    'query ($search: String) { organizations(first: 1, filter: { search: $search }) { nodes { id } } }',
    { search: 'DZ0002' },
  );
  const day = `${nextYear - 1}-01-01`;
  const input = {
    parentId: organizations.nodes[0]!.id,
    relation: 'LEADS',
    type: 'BRANCH',
    tier: 'SECRETARIAT',
    code,
    name,
    foundedOn: day,
    effectiveOn: day,
    basis: '旅程',
  };
  const { foundOrganization } = await ask<{ foundOrganization: { id: string } }>(
    page,
    'mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id } }',
    { input },
  );
  const owed = async () => {
    const { obligations } = await ask<{ obligations: { totalCount: number } }>(
      page,
      `query ($id: ID!, $from: Date) { obligations(first: 1, filter: { organizationId: $id, endsFrom: $from }) { totalCount } }`,
      { id: foundOrganization.id, from: `${nextYear}-06-01` },
    );
    return obligations.totalCount;
  };
  await expect.poll(owed, { timeout: 20_000 }).toBeGreaterThan(0);
  return foundOrganization.id;
}

test('the year of a branch is planned from the rules, adjusted and published; the board shows it planned', async ({
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/plans', '年度计划');
  await expectAccessible(page);
  const id = await foundBranch(page, '旅程计划党支部', 'LC9001');
  await page.goto(`/plans?within=${id}`);
  await page.getByRole('button', { name: `编排 ${nextYear} 年计划` }).click();
  const publish = page.getByRole('button', { name: '发布', exact: true });
  await expect(publish).toBeEnabled({ timeout: 20_000 });
  await expect(page.getByRole('row', { name: /旅程计划党支部/ })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /旅程计划党支部 5月/ }).click();
  const entry = page.locator('.plan-grid td:not(.month-beside) .plan-entry').filter({ hasText: '主题党日' }).first();
  await expect(entry).toBeVisible();
  await expectAccessible(page);
  // what dragging does, by keyboard
  await entry.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('理由').fill('全员赴外地参展');
  await drawer.getByRole('button', { name: '移出计划' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator('.page-head')).toContainText('移出 1 项');

  // to the next day, within its week or month
  const cell = page
    .locator('.plan-grid td:not(.month-beside)')
    .filter({ has: page.locator('.plan-entry') })
    .first();
  const from = (await cell.locator('time').getAttribute('datetime'))!;
  const to = new Date(Date.parse(from) + (new Date(from).getUTCDay() === 5 ? -1 : 1) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  await cell
    .locator('.plan-entry')
    .first()
    .dragTo(page.locator('td').filter({ has: page.locator(`time[datetime="${to}"]`) }));
  await expect(page.getByText(new RegExp(`改到 ${to}`))).toBeVisible();

  await page.getByRole('button', { name: '重新编排' }).click();
  await page.getByRole('button', { name: '看看会变什么' }).click();
  // what was left out does not come back; what the dragged one is in the way of may move
  await expect(page.getByRole('heading', { name: /没有变化。|新增 0 项.*去掉 0 项/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '关闭' }).click();

  await publish.click();
  await page.getByRole('button', { name: /^发布 \d+ 场活动$/ }).click();
  await expect(page.getByText(/^已发布 \d+ 场活动$/)).toBeVisible({ timeout: 20_000 });
  await page.goto(`/obligations?within=${id}&year=${nextYear}`);
  const row = page.getByRole('row', { name: /旅程计划党支部/ });
  await expect(row).toBeVisible();
  const { obligations } = await ask<{ obligations: { nodes: { state: string }[] } }>(
    page,
    `query ($id: ID!, $from: Date, $to: Date) {
      obligations(first: 100, filter: { organizationId: $id, endsFrom: $from, endsTo: $to }) { nodes { state } } }`,
    { id, from: `${nextYear}-01-01`, to: `${nextYear}-12-31` },
  );
  const states = obligations.nodes.map(({ state }) => state);
  expect(states.filter((state) => state === 'PLANNED').length).toBeGreaterThan(40);
  expect(states.filter((state) => state !== 'PLANNED').length).toBeLessThanOrEqual(1);
});

test('a series on Fridays over the National Day holidays: its dates are shown before, then this and following changed', async ({
  page,
}) => {
  await open(page, 'PARTY_STAFF', '/calendar', '日历');
  const id = await foundBranch(page, '旅程系列党支部', 'LC9002');
  // the last Friday before the holidays of next year
  const first = new Date(Date.UTC(nextYear, 8, 30));
  while (first.getUTCDay() !== 5) first.setUTCDate(first.getUTCDate() - 1);
  const startsOn = first.toISOString().slice(0, 10);
  await page.goto(`/calendar?within=${id}`);
  await page.getByRole('button', { name: '安排系列' }).click();
  const drawer = page.getByRole('dialog', { name: '安排系列' });
  await drawer.getByLabel('活动类型').click();
  await choose(page, '主题党日');
  await drawer.getByLabel('标题').fill('旅程周五主题党日');
  await drawer.getByLabel('从哪天起').fill(startsOn);
  await drawer.getByLabel('从哪天起').press('Tab');
  for (const day of await drawer.getByRole('checkbox', { checked: true }).all()) await day.uncheck();
  await drawer.getByRole('checkbox', { name: '周五' }).check();
  const preview = drawer.getByRole('region', { name: '接下来的日期' });
  await expect(preview).toContainText('每周五 14:30，遇节假日顺延到下一个工作日');
  await expect(preview.getByRole('listitem')).toHaveCount(10);
  await expect(preview).toContainText('国庆节');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '安排系列' }).click();
  await expect(page.getByText('已安排系列“旅程周五主题党日”。')).toBeVisible();

  await page.goto(`/calendar?within=${id}&month=${nextYear}-10`);
  const entries = page.locator('.month-grid td:not(.month-beside) .month-entry');
  await expect(entries.first()).toBeVisible();
  // none lies on a holiday
  expect(await page.locator('td:has(.day-chip-off) .month-entry').count()).toBe(0);
  await page.goto(`/calendar?within=${id}&view=week&month=${nextYear}-10&day=${nextYear}-10-20`);
  await expect(page.locator('.week-entry')).toHaveCount(1);
  await expectAccessible(page);
  await page.locator('.week-entry').click();
  await expect(page.getByText(/每周五 14:30/)).toBeVisible();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const change = page.getByRole('dialog', { name: '修改' });
  await change.getByRole('radio', { name: '这一次及以后' }).check();
  await change.getByLabel('标题').fill('旅程主题党日（改）');
  await expectAccessible(page);
  await change.getByRole('button', { name: '修改', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '旅程主题党日（改）' })).toBeVisible();
  await page.goto(`/calendar?within=${id}&month=${nextYear}-10`);
  await expect(page.locator('.month-entry').filter({ hasText: '旅程周五主题党日' }).first()).toBeVisible();
  await expect(page.locator('.month-entry').filter({ hasText: '旅程主题党日（改）' }).first()).toBeVisible();
});

test('an activity is dragged to another day; what is at the same time is told before', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/calendar', '日历');
  const id = await foundBranch(page, '旅程拖动党支部', 'LC9003');
  const { activityTypes } = await ask<{ activityTypes: { id: string; key: string }[] }>(
    page,
    '{ activityTypes { id key } }',
  );
  for (const day of [16, 17])
    await ask(page, 'mutation ($input: PlanActivityInput!) { planActivity(input: $input) { id } }', {
      input: {
        organizationId: id,
        activityTypeId: activityTypes.find(({ key }) => key === 'OTHER')!.id,
        title: `旅程座谈 ${day}`,
        startsAt: `${nextYear}-11-${day}T09:00:00+08:00`,
        endsAt: `${nextYear}-11-${day}T10:00:00+08:00`,
      },
    });
  await page.goto(`/calendar?within=${id}&month=${nextYear}-11`);
  const dayOf = (day: number) =>
    page.locator('td').filter({ has: page.locator(`time[datetime="${nextYear}-11-${day}"]`) });
  await dayOf(16).locator('.month-entry').dragTo(dayOf(17));
  const sheet = page.getByRole('dialog', { name: '改到另一天' });
  await expect(sheet).toContainText('本组织同时有：旅程拖动党支部“旅程座谈 17”');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: '返回' }).click();
  await dayOf(16).locator('.month-entry').dragTo(dayOf(18));
  await expect(sheet).toContainText(`${nextYear}-11-18 09:00`);
  await sheet.getByRole('button', { name: '改时间' }).click();
  await expect(dayOf(18).locator('.month-entry')).toHaveText(/旅程座谈 16/);
});
