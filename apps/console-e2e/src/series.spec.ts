import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, signIn, test } from './journey';

const branchType = '{ activityTypes { id key } }';

/** A branch of this journey's own. */
async function ownBranch(page: Page, name: string): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, order: TREE, filter: { types: [GENERAL_BRANCH], relations: [LEADS] }) { nodes { id } } }',
  );
  const { foundOrganization } = await ask<{ foundOrganization: { id: string } }>(
    page,
    'mutation f($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id } }',
    {
      input: {
        parentId: organizations.nodes[0]?.id,
        relation: 'LEADS',
        type: 'BRANCH',
        tier: 'ENTERPRISE',
        name,
        code: `SER-${Date.now().toString(36)}`,
        basis: '旅程',
        effectiveOn: '2026-01-01',
      },
    },
  );
  return foundOrganization.id;
}

async function typeId(page: Page, wanted: string): Promise<string> {
  const { activityTypes } = await ask<{ activityTypes: { id: string; key: string }[] }>(page, branchType);
  return activityTypes.find(({ key }) => key === wanted)!.id;
}

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** When what an organization holds begins, the soonest first. */
async function startsOf(page: Page, id: string): Promise<string[]> {
  const { activities } = await ask<{ activities: { nodes: { startsAt: string }[] } }>(
    page,
    'query a($id: ID) { activities(first: 20, order: SOONEST, filter: { organizationId: $id }) { nodes { startsAt } } }',
    { id },
  );
  return activities.nodes.map(({ startsAt }) => startsAt);
}

test('dates of a series are moved, skipped and added, and the rest is ended', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const title = `旅程例会${Date.now().toString(36)}`;
  const organizationId = await ownBranch(page, `系列旅程支部${Date.now().toString(36)}`);
  await ask(page, 'mutation p($input: PlanActivitySeriesInput!) { planActivitySeries(input: $input) { id } }', {
    input: {
      organizationId,
      activityTypeId: await typeId(page, 'OTHER'),
      title,
      minutes: 60,
      recurrence: { rule: 'FREQ=DAILY;INTERVAL=7;COUNT=8', startsOn: day(40), time: '15:00', holidayPolicy: 'KEEP' },
    },
  });
  const { activities } = await ask<{ activities: { nodes: { id: string }[] } }>(
    page,
    'query a($id: ID) { activities(first: 1, filter: { organizationId: $id }) { nodes { id } } }',
    { id: organizationId },
  );
  await page.goto(`/activities/${activities.nodes[0]!.id}`);
  const dates = page.getByRole('list', { name: '接下来的各次' }).getByRole('listitem');
  await expect(dates).toHaveCount(6);
  await page.getByRole('button', { name: '还有 2 次' }).click();
  await expect(dates).toHaveCount(8);
  await expectAccessible(page);

  await dates.nth(1).getByRole('button', { name: /^改期/ }).click();
  const moving = page.getByRole('dialog', { name: '改期' });
  await expect(moving.getByRole('radio', { name: '仅这一次' })).toBeChecked();
  await moving.getByLabel('日期').fill(day(48));
  await moving.getByLabel('日期').press('Enter');
  await moving.getByLabel('原因').fill('会议室装修');
  await expectAccessible(page);
  await moving.getByRole('button', { name: '改期', exact: true }).click();
  await expect(moving).toBeHidden();
  await expect(dates.nth(1)).toContainText('原');

  await dates.nth(2).getByRole('button', { name: /^跳过/ }).click();
  const skipping = page.getByRole('dialog', { name: '跳过' });
  await skipping.getByLabel('原因').fill('全员外出调研');
  await skipping.getByRole('button', { name: '取消活动' }).click();
  await expect(skipping).toBeHidden();
  await expect(dates.nth(2)).toContainText('已取消');

  await page.getByRole('button', { name: '加一次' }).click();
  const adding = page.getByRole('dialog', { name: '加一次' });
  await adding.getByLabel('日期').fill(day(41));
  await adding.getByLabel('日期').press('Enter');
  await adding.getByLabel('原因').fill('迎接检查');
  await adding.getByRole('button', { name: '加一次' }).click();
  await expect(adding).toBeHidden();
  await expect(dates).toHaveCount(9);
  await expect(dates.nth(1)).toContainText('另加');

  await dates.nth(4).getByRole('button', { name: /^改期/ }).click();
  await moving.getByText('这一次及以后').click();
  await moving.getByLabel('时间').fill('16:30');
  await moving.getByLabel('时间').press('Enter');
  await expect(moving.getByRole('region', { name: '会怎样' })).toContainText('5 次一起改');
  await expectAccessible(page);
  await moving.getByRole('button', { name: '改期', exact: true }).click();
  await expect(moving).toBeHidden();
  // what follows is a series of its own now
  await expect(dates).toHaveCount(4);
  const moved = async () => (await startsOf(page, organizationId)).filter((at) => at.includes('T08:30')).length;
  expect(await moved()).toBe(5);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(moved).toBe(0);
});

test('a date of a series is dragged in the calendar, and all go as far; what that means is said first', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const title = `拖动例会${Date.now().toString(36)}`;
  const organizationId = await ownBranch(page, `拖动旅程支部${Date.now().toString(36)}`);
  // the 6th, 13th, 20th and 27th of a month ahead, of which the second is changed by hand
  const month = day(40).slice(0, 7);
  await ask(page, 'mutation p($input: PlanActivitySeriesInput!) { planActivitySeries(input: $input) { id } }', {
    input: {
      organizationId,
      activityTypeId: await typeId(page, 'OTHER'),
      title,
      minutes: 60,
      recurrence: {
        rule: 'FREQ=WEEKLY;COUNT=4',
        startsOn: `${month}-06`,
        time: '15:00',
        holidayPolicy: 'KEEP',
      },
    },
  });
  const { activities } = await ask<{ activities: { nodes: { id: string; version: number }[] } }>(
    page,
    'query a($id: ID) { activities(first: 9, order: SOONEST, filter: { organizationId: $id }) { nodes { id version } } }',
    { id: organizationId },
  );
  const { id, version } = activities.nodes[1]!;
  await ask(page, 'mutation c($input: ChangeActivityInput!) { changeActivity(input: $input) { id } }', {
    input: { id, version, startsAt: `${month}-13T09:00:00+08:00`, endsAt: `${month}-13T10:00:00+08:00` },
  });
  const before = await startsOf(page, organizationId);
  await page.goto(`/calendar?within=${organizationId}&month=${month}`);
  const dayOf = (date: number) =>
    page.locator('td').filter({ has: page.locator(`time[datetime="${month}-${String(date).padStart(2, '0')}"]`) });
  await dayOf(6).locator('.month-entry').dragTo(dayOf(7));
  const sheet = page.getByRole('dialog', { name: '改到另一天' });
  await sheet.getByText('全部未办的').click();
  const foreseen = sheet.getByRole('region', { name: '会怎样' });
  await expect(foreseen).toContainText('3 次一起改');
  await expect(foreseen).toContainText('1 次单独改过，不动');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: '改时间' }).click();
  await expect(sheet).toBeHidden();
  await expect(dayOf(21).locator('.month-entry')).toHaveCount(1);
  expect((await startsOf(page, organizationId)).map((at) => at.slice(8, 10))).toEqual(['07', '13', '21', '28']);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => startsOf(page, organizationId)).toEqual(before);
});

test('activities on a day that a notice took are listed and moved by whoever keeps them', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const organizationId = await ownBranch(page, `调休旅程支部${Date.now().toString(36)}`);
  const activityTypeId = await typeId(page, 'OTHER');
  for (const title of ['旅程调休甲', '旅程调休乙', '旅程调休丙', '旅程调休丁'])
    await ask(page, 'mutation p($input: PlanActivityInput!) { planActivity(input: $input) { id } }', {
      input: {
        organizationId,
        activityTypeId,
        title,
        startsAt: '2029-05-03T09:00:00+08:00',
        endsAt: '2029-05-03T10:00:00+08:00',
      },
    });
  await page.goto('/holidays?year=2029');
  await page.getByRole('button', { name: '登记通知' }).click();
  const drawer = page.getByRole('dialog');
  const text = drawer.getByLabel('通知正文，或每行一天');
  await expect(text).toHaveValue(/2029-05-01/);
  await text.fill(`${await text.inputValue()}\n2029-05-03 休 劳动节`);
  await drawer.getByRole('button', { name: '保存安排' }).click();
  await expect(drawer).toBeHidden();
  const panel = page.getByRole('region', { name: '遇调休的活动' });
  const listed = panel.getByRole('listitem');
  await expect(listed).toHaveCount(4);
  await expectAccessible(page);
  await panel.getByRole('button', { name: '改到 5月4日 周五 旅程调休甲' }).click();
  await expect(listed).toHaveCount(3);

  await page.goto(`/?within=${organizationId}`);
  await expect(listed).toHaveCount(3);
  await expectAccessible(page);
  await panel.getByRole('button', { name: '照常举行 旅程调休乙' }).click();
  const keeping = page.getByRole('dialog', { name: '照常举行' });
  await keeping.getByLabel('原因').fill('值班党员集中学习');
  await expectAccessible(page);
  await keeping.getByRole('button', { name: '照常举行' }).click();
  await expect(listed).toHaveCount(2);
  await panel.getByRole('button', { name: '全部改到工作日' }).click();
  const moving = page.getByRole('dialog', { name: '全部改到工作日' });
  await expect(moving).toContainText('5月3日 周四 改到 5月4日 周五：2 场');
  await expectAccessible(page);
  await moving.getByRole('button', { name: '一起改' }).click();
  await expect(panel).toHaveCount(0);
  await page.goto(`/activities?within=${organizationId}`);
  await expect(page.getByRole('row').filter({ hasText: '2029-05-04' })).toHaveCount(3);
});
