import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, exported, open, signIn, test } from './journey';

const day = (away: number, years = 0): string => {
  const at = new Date(Date.now() + away * 86_400_000);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
};

/** A branch of this journey's own whose team was elected so long ago that its term ended. */
async function overdue(page: Page): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, order: TREE, filter: { types: [GENERAL_BRANCH], relations: [LEADS] }) { nodes { id } } }',
  );
  const tag = Date.now().toString(36);
  const { foundOrganization } = await ask<{ foundOrganization: { id: string; name: string } }>(
    page,
    'mutation f($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id name } }',
    {
      input: {
        parentId: organizations.nodes[0]?.id,
        relation: 'LEADS',
        type: 'BRANCH',
        tier: 'SECRETARIAT',
        name: `换届旅程支部${tag}`,
        code: `TEAM-${tag}`,
        basis: '旅程',
        effectiveOn: '2020-01-01',
      },
    },
  );
  await ask(page, 'mutation e($input: RecordElectionInput!) { recordElection(input: $input) { id } }', {
    input: { organizationId: foundOrganization.id, electedOn: day(-10, -3), seats: 3, basis: '旅程' },
  });
  return foundOrganization;
}

interface Alarms {
  electionAlarms: { totalCount: number };
}

test('an election that is due is found from Today, told by whom and when, recorded, and gone', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const branch = await overdue(page);
  const due = async () =>
    (
      await ask<Alarms>(
        page,
        'query ($id: ID) { electionAlarms(first: 1, filter: { organizationId: $id }) { totalCount } }',
        {
          id: branch.id,
        },
      )
    ).electionAlarms.totalCount;
  expect(await due()).toBe(1);
  await page.goto('/');
  await page
    .getByRole('list', { name: '党组织概况' })
    .getByRole('link', { name: /换届逾期/ })
    .click();
  await expect(page).toHaveURL(/\/teams\?states=OVERDUE/);
  await expect(page.getByRole('heading', { level: 1, name: '班子' })).toBeVisible();
  const tab = page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: /^届满未换届/ });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  const { electionAlarms } = await ask<Alarms>(
    page,
    '{ electionAlarms(first: 1, filter: { states: [OVERDUE] }) { totalCount } }',
  );
  const before = electionAlarms.totalCount;
  await expect(tab).toHaveText(`届满未换届 ${before}`);
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${before} 项`);
  // most organizations have a term, and no team that anybody registered
  const other = page.getByRole('row').filter({ hasText: '未登记班子' }).first();
  await expect(other).toContainText(/逾期 \d+ 天|今天届满/);
  await expect(other).toContainText(/\d{4}-\d\d-\d\d 已提醒/);
  const row = page.getByRole('row').filter({ hasText: branch.name });
  await expect(row).toContainText('第 1 届');
  await expect(row).toContainText('还没有提醒');
  await expectAccessible(page);

  await row.getByRole('button', { name: `登记换届：${branch.name}` }).click();
  const drawer = page.getByRole('dialog', { name: '登记换届选举' });
  await expect(drawer.locator('.picker')).toContainText(branch.name);
  await expect(drawer.getByLabel('职数')).toHaveValue('3');
  await drawer.getByLabel('依据').fill('关于同意换届选举结果的批复');
  await drawer.getByRole('button', { name: '登记换届' }).click();
  await expect(page.getByText(`${branch.name}第 2 届，任期到`)).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(tab).toHaveText(`届满未换届 ${before - 1}`);
  expect(await due()).toBe(0);

  await page.goto('/teams');
  await expect(page.getByRole('row').filter({ hasText: branch.name })).toContainText('在任');
});

test('the notification and the flag of an organization lead to the elections to prepare', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/notifications', '通知');
  await page.getByRole('link', { name: /^换届提醒：\d+ 个党组织$/ }).click();
  await expect(page).toHaveURL(/\/teams\?states=OVERDUE\.ENDING/);
  await expect(page.getByText(/\d+ 个党组织该换届/)).toBeVisible();
  await page.getByRole('row').filter({ hasText: '未登记班子' }).last().getByRole('link').click();
  await page.getByRole('link', { name: '去换届' }).click();
  await expect(page).toHaveURL(/\/teams\?states=OVERDUE\.ENDING&organization=/);
  await expect(page.getByRole('button', { name: /^登记换届：/ })).toHaveCount(1);
});

test('the file has what the page shows, as of a day, too', async ({ page }) => {
  // a day of the past, which no other journey changes
  const asOf = day(-12);
  await open(page, 'PARTY_STAFF', `/teams?states=OVERDUE.ENDING&asOf=${asOf}`, '班子');
  const document = `{ electionAlarms(first: 100, asOf: "${asOf}") { totalCount nodes { organization { name } } } }`;
  const { electionAlarms } = await ask<{
    electionAlarms: { totalCount: number; nodes: { organization: { name: string } }[] };
  }>(page, document);
  expect(electionAlarms.totalCount).toBeGreaterThan(3);
  await expect(page.getByRole('navigation', { name: '翻页' })).toContainText(`共 ${electionAlarms.totalCount} 项`);
  await expect(page.getByRole('button', { name: /登记换届/ })).toHaveCount(0);
  const { name, cells } = await exported(page);
  expect(name).toBe(`换届提醒-${asOf}.xlsx`);
  expect(cells[0]?.slice(0, 5)).toEqual(['党组织', '任期', '任期届满', '换届提醒', '提醒日期']);
  expect(cells.slice(1).map(([organization]) => organization)).toEqual(
    electionAlarms.nodes.map(({ organization }) => organization.name),
  );
});
