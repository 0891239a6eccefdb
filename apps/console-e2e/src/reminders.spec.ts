import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, exported, open, signIn, test } from './journey';

const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);
const thisYear = day(0).slice(0, 4);

interface Found {
  organizations: { nodes: { id: string }[] };
}

/** A branch of this journey's own in the secretariat, whose staff answer for it; it has held nothing this year. */
async function idleBranch(page: Page): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<Found>(
    page,
    'query ($search: String) { organizations(first: 1, filter: { search: $search }) { nodes { id } } }',
    { search: 'DZ0002' },
  );
  const name = `催办旅程支部${Date.now().toString(36)}`;
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
        code: `REM-${Date.now().toString(36)}`,
        basis: '旅程',
        effectiveOn: `${Number(thisYear) - 1}-01-01`,
      },
    },
  );
  const { id } = foundOrganization;
  const owed = async (): Promise<number> =>
    (
      await ask<{ obligations: { totalCount: number } }>(
        page,
        'query o($id: ID) { obligations(first: 1, filter: { organizationId: $id, states: [LATE, AT_RISK] }) { totalCount } }',
        { id },
      )
    ).obligations.totalCount;
  await expect.poll(owed, { timeout: 60_000 }).toBeGreaterThan(0);
  return { id, name };
}

test('the morning check: what is late is found on Today, whoever must act is urged, once a day, and is told', async ({
  page,
  browser,
  watch,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const { id, name } = await idleBranch(page);
  await page.goto(`/?within=${id}`);
  const due = page.getByRole('region', { name: '逾期与有风险的义务' });
  const first = due.getByRole('row').filter({ hasText: name }).first();
  await expect(first).toBeVisible();
  await expect(first.getByText('依据')).toBeVisible();
  await expect(first).toContainText('方知远');
  await expectAccessible(page);
  await first.getByRole('button', { name: /^催办/ }).click();
  await expect(page.getByText(/^已催办：/)).toBeVisible();
  await expect(due.getByRole('button', { name: /^今天已催办/ }).first()).toBeDisabled();
  // what it leads to
  await first.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name: '义务看板' })).toBeVisible();
  await expect(page).toHaveURL(/\/obligations\?year=\d{4}&type=[A-Z_]+/);
  await page
    .getByRole('button', { name: new RegExp(`^${name} \\d+ 月 (已逾期|有风险)`) })
    .first()
    .click();
  const drawer = page.getByRole('dialog', { name: new RegExp(name) });
  await expect(drawer.getByText(/^谁来办：/)).toContainText('方知远');
  await expectAccessible(page);

  // on the other side
  const other = await (await browser.newContext()).newPage();
  await open(other, 'fangzhiyuan', '/notifications', '通知');
  await expect(other.getByText(new RegExp(name)).first()).toBeVisible();
  await other.close();
  expect(watch.expected).toEqual([]);
});

test('what is missing is planned from the board, with organization, type and day filled in', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const { id, name } = await idleBranch(page);
  await page.goto(`/obligations?type=BRANCH_ASSEMBLY&by=QUARTER&within=${id}`);
  const quarter = Math.ceil(Number(day(0).slice(5, 7)) / 3);
  await page.getByRole('button', { name: new RegExp(`^${name} ${quarter} 季度`) }).click();
  const cell = page.getByRole('dialog', { name: new RegExp(name) });
  await cell.getByRole('button', { name: '安排', exact: true }).click();
  const plan = page.getByRole('dialog', { name: '安排活动' });
  await expect(plan.locator('.picker')).toHaveText(name);
  await expect(plan.getByLabel('标题')).toHaveValue('支部党员大会');
  await expect(plan.getByLabel('日期')).toHaveValue(day(0));
  // Enter in a field of dates takes the day over and sends nothing
  await plan.getByLabel('日期').press('Enter');
  await expect(plan.getByRole('button', { name: '安排活动' })).toBeVisible();
  await plan.getByRole('button', { name: '安排活动' }).click();
  await expect(plan).toBeHidden();
  await expect(cell.getByText('支部党员大会').last()).toBeVisible();
  await expect(cell.getByText(/，已安排 1 次|已办 1 次|待补记录/).first()).toBeVisible();
});

test('a calendar is subscribed to, read by a program, and revoked', async ({ page }) => {
  await open(page, 'COMMITTEE_MEMBER', '/account', '我的账号');
  const feeds = page.getByRole('region', { name: '日历订阅' });
  const name = `旅程手机${Date.now().toString(36)}`;
  await feeds.getByRole('button', { name: '新建订阅' }).click();
  await feeds.getByLabel('用在哪里').fill(name);
  await feeds.getByLabel('用在哪里').press('Enter');
  const address = feeds.getByRole('region', { name: `“${name}”的订阅地址` }).locator('code');
  await expect(address).toHaveText(/\/calendar\/[\w-]{43}\.ics$/);
  await expectAccessible(page);
  const { pathname } = new URL((await address.textContent())!);
  const read = await page.request.get(pathname);
  expect(read.status()).toBe(200);
  expect(read.headers()['content-type']).toContain('text/calendar');
  expect(await read.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*TZID:Asia\/Shanghai[^]*END:VCALENDAR$/);
  // shown this once
  await page.reload();
  const row = feeds.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('读取过');
  await expect(feeds.locator('code')).toHaveCount(0);
  await row.getByRole('button', { name: `停用“${name}”` }).click();
  await expect(row).toHaveCount(0);
  expect((await page.request.get(pathname)).status()).toBe(404);
});

test('the ledger of activities keeps a view, and is exported as it is shown', async ({ page }) => {
  await open(page, 'SECRETARY', '/activities', '会议与活动');
  const views = page.getByRole('navigation', { name: '视图' });
  await views.getByRole('button', { name: '待补记录' }).click();
  await expect(page).toHaveURL(/states=HELD&order=SOONEST/);
  await views.getByRole('button', { name: '全部' }).click();
  await page.goto('/activities?states=RECORDED&order=SOONEST&columns=state.time');
  await views.getByRole('button', { name: '保存视图' }).click();
  const name = `旅程视图${Date.now().toString(36)}`;
  await views.getByLabel('视图名称').fill(name);
  await views.getByLabel('视图名称').press('Enter');
  await expect(views.getByRole('button', { name })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('columnheader')).toHaveText(['标题', '状态', '时间']);
  await expectAccessible(page);
  const shown = await page.locator('.ledger-table tbody tr.ant-table-row').first().locator('th, td').allTextContents();
  const { name: file, cells } = await exported(page);
  expect(file).toMatch(/^活动名册-/);
  expect(cells[0]).toEqual(['活动', '状态', '时间']);
  expect(cells[1]?.slice(0, 2)).toEqual(shown.slice(0, 2));
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${cells.length - 1}`);
});
