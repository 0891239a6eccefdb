import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { ask, choose, expect, expectAccessible, open, signIn, test } from './journey';

const year = new Date().getFullYear();
/** A day in China, so many from today. */
const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

/** Organizations of this journey's own. */
async function found(page: Page, type: string, name: string, parentId?: string): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    `query o($types: [OrganizationType!]) {
       organizations(first: 1, order: TREE, filter: { types: $types, relations: [LEADS] }) { nodes { id } } }`,
    { types: [type === 'GENERAL_BRANCH' ? 'COMMITTEE' : 'GENERAL_BRANCH'] },
  );
  const mark = `${Date.now().toString(36)}${Math.floor(Math.random() * 1000)}`;
  const own = `${name}${mark}`;
  const { foundOrganization } = await ask<{ foundOrganization: { id: string } }>(
    page,
    'mutation f($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id } }',
    {
      input: {
        parentId: parentId ?? organizations.nodes[0]?.id,
        relation: 'LEADS',
        type,
        tier: 'ENTERPRISE',
        name: own,
        code: `CAT-${mark}`,
        basis: '旅程',
        effectiveOn: `${year - 1}-01-01`,
      },
    },
  );
  return { id: foundOrganization.id, name: own };
}

/** The tree of a picker is long: what is typed finds it. */
async function pick(page: Page, name: string): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.locator('.picker').click();
  await page.getByRole('searchbox').last().fill(name);
  await page.getByRole('list', { name: '搜索结果' }).getByRole('button', { name }).first().click();
}

/** How often warning education is asked of an organization in each half of this year. */
async function asked(page: Page, id: string): Promise<number[]> {
  const { obligations } = await ask<{
    obligations: { nodes: { required: number; activityType: { key: string } }[] };
  }>(
    page,
    `query o($id: ID, $from: Date, $to: Date) {
       obligations(first: 100, order: DUE, filter: { organizationId: $id, endsFrom: $from, endsTo: $to }) {
         nodes { required activityType { key } } } }`,
    { id, from: `${year}-01-01`, to: `${year}-12-31` },
  );
  return obligations.nodes
    .filter(({ activityType }) => activityType.key === 'WARNING_EDUCATION')
    .map(({ required }) => required);
}

async function fill(page: Page, label: string, on: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.fill(on);
  // not Enter: it would send the form
  await field.press('Tab');
  await expect(field).toHaveValue(on);
}

test('a house rule is looked at before it is set, and the board asks for it', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'PARTY_STAFF');
  const general = await found(page, 'GENERAL_BRANCH', '频次旅程总支');
  const branch = await found(page, 'BRANCH', '频次旅程支部', general.id);
  await page.goto('/catalogue?tab=cadences');
  await expect(page.getByRole('rowheader', { name: '支部党员大会' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '设定频次' }).click();
  const drawer = page.getByRole('dialog', { name: '设定频次' });
  await drawer.getByLabel('活动类型').click();
  await choose(page, '警示教育');
  await pick(page, general.name);
  await drawer.getByRole('radio', { name: '每半年' }).check();
  const preview = drawer.getByRole('region', { name: '保存以后会怎样' });
  await expect(preview).toContainText('填完以后');
  await drawer.getByLabel('每个周期几次').fill('2');
  await fill(page, '从哪一天起', `${year}-01-01`);
  await drawer.getByLabel('依据').fill('总支会议纪要〔2026〕3号');
  // two organizations, two half-years of this year and of the next each
  await expect(preview).toContainText('2 个组织：8 项义务变次数');
  await expect(preview).toContainText(branch.name);
  await expect(preview).toContainText('warning.cadence');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: general.name })).toContainText('2 次/半年');

  // the worker derives what follows
  await expect.poll(() => asked(page, branch.id), { timeout: 60_000 }).toEqual([2, 2]);
  await page.goto(`/obligations?type=WARNING_EDUCATION&year=${year}&within=${branch.id}`);
  await expect(page.getByRole('button', { name: new RegExp(`^${branch.name} 6 月 .*0/2`) })).toBeVisible();

  await page.goto('/catalogue?tab=cadences');
  const row = page.getByRole('row').filter({ hasText: general.name });
  await row.getByRole('button', { name: /^修改/ }).click();
  const change = page.getByRole('dialog', { name: '修改频次' });
  await change.getByLabel('每个周期几次').fill('1');
  await change.getByLabel('依据').fill('总支会议纪要〔2026〕9号');
  await expect(change.getByRole('region')).toContainText(/义务变次数|没有一项义务会变/);
  await change.getByRole('button', { name: '取消' }).click();
  await row.getByRole('button', { name: /^终止/ }).click();
  const end = page.getByRole('dialog', { name: '终止频次' });
  await end.getByLabel('依据').fill('总支会议纪要〔2026〕10号');
  await expect(end.getByRole('region')).toContainText('义务变次数');
  await end.getByRole('button', { name: '终止' }).click();
  await expect(end).toBeHidden();
});

test('a number below the regulation is refused with its article, before anything is saved', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/catalogue?tab=cadences', '活动目录');
  await page.getByRole('button', { name: '设定频次' }).click();
  const drawer = page.getByRole('dialog', { name: '设定频次' });
  await drawer.getByLabel('活动类型').click();
  await choose(page, '支部党员大会');
  await drawer.getByRole('radio', { name: '每年' }).check();
  await drawer.getByLabel('依据').fill('会议纪要');
  await expect(drawer.getByRole('alert')).toContainText('支部工作条例（试行）》第十一条');
  await expect(drawer.getByRole('button', { name: '保存' })).toBeDisabled();
});

test('a venue is registered, booked, and shows when it is free', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'PARTY_STAFF');
  const branch = await found(page, 'BRANCH', '阵地旅程支部');
  const name = `旅程会议室${Date.now().toString(36)}`;
  await page.goto(`/catalogue?tab=venues&within=${branch.id}`);
  await expect(page.getByRole('tab', { name: '阵地' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: '登记阵地' }).click();
  const form = page.getByRole('dialog', { name: '登记阵地' });
  await expect(form.locator('.picker')).toHaveText(branch.name);
  await form.getByLabel('名称').fill(name);
  await form.getByLabel('容纳人数').fill('30');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form).toBeHidden();

  await page.goto(`/activities?within=${branch.id}`);
  await page.getByRole('button', { name: '安排活动' }).click();
  const plan = page.getByRole('dialog', { name: '安排活动' });
  await plan.getByLabel('活动类型').click();
  await choose(page, '主题党日');
  await fill(page, '日期', day(7));
  await plan.getByLabel('阵地').click();
  await plan.getByLabel('阵地').fill(name);
  await choose(page, `${name}（${branch.name}）`);
  await plan.getByRole('button', { name: '安排活动' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '主题党日' })).toBeVisible();

  await page.goto('/catalogue?tab=venues');
  await page.getByRole('searchbox', { name: '阵地名称' }).fill(name);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer.getByText('空闲').first()).toBeVisible();
  await drawer.getByRole('button', { name: '下一周' }).click();
  await expect(drawer.getByRole('link', { name: '主题党日' })).toBeVisible();
  await expect(drawer.locator('.venue-day').filter({ hasText: '主题党日' })).toContainText('09:00–10:00');
  await expectAccessible(page);
  // what is booked ahead stands in the way
  await drawer.getByRole('button', { name: '关闭阵地' }).click();
  await drawer.getByRole('button', { name: '关闭阵地' }).click();
  await expect(drawer.getByRole('alert')).toContainText('还有 1 场已安排的活动');
});

test('a topic is added, renamed and retired', async ({ page }) => {
  const name = `旅程主题${Date.now().toString(36)}`;
  await open(page, 'PARTY_STAFF', '/catalogue', '活动目录');
  await expect(page.getByRole('row', { name: /支部党员大会/ })).toContainText('自带');
  await expectAccessible(page);
  await page.getByRole('button', { name: '新增主题' }).click();
  const form = page.getByRole('dialog', { name: '新增主题' });
  await form.getByLabel('中文名称').fill(name);
  await form.getByLabel('英文名称').fill('Journey');
  await form.getByLabel('标识').fill(`J_${Date.now()}`);
  await form.getByRole('button', { name: '保存' }).click();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('自设');
  await row.getByRole('button', { name: `修改${name}` }).click();
  await page.getByRole('dialog').getByLabel('中文名称').fill(`${name}改`);
  await page.getByRole('dialog').getByRole('button', { name: '修改' }).click();
  await row.getByRole('button', { name: `停用${name}改` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('checkbox', { name: '也显示停用的' }).check();
  await expect(row).toContainText('起停用');
});

test('a draft gets another type; what is scheduled keeps it', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'PARTY_STAFF');
  const branch = await found(page, 'BRANCH', '草稿旅程支部');
  await page.goto(`/activities?within=${branch.id}`);
  await page.getByRole('button', { name: '安排活动' }).click();
  const drawer = page.getByRole('dialog', { name: '安排活动' });
  await drawer.getByLabel('活动类型').click();
  await choose(page, '主题党日');
  await fill(page, '日期', day(9));
  await drawer.getByRole('checkbox', { name: '先存为草稿' }).check();
  await drawer.getByRole('button', { name: '安排活动' }).click();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const change = page.getByRole('dialog', { name: '修改' });
  await change.getByLabel('活动类型').click();
  await choose(page, '党课');
  await change.getByRole('button', { name: '修改' }).click();
  await expect(change).toBeHidden();
  await expect(page.getByText('党课').first()).toBeVisible();
  await page.getByRole('button', { name: '安排', exact: true }).click();
  await expect(page.locator('.page-head .state-word')).toHaveText('已安排');
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '修改' }).getByLabel('标题')).toBeVisible();
  await expect(page.getByRole('dialog', { name: '修改' }).getByLabel('活动类型')).toHaveCount(0);
});

test('a list of activities is imported out of Excel, and undone', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'PARTY_STAFF');
  const branch = await found(page, 'BRANCH', '导入旅程支部');
  const held = async (): Promise<string[]> => {
    const { activities } = await ask<{ activities: { nodes: { title: string; state: string }[] } }>(
      page,
      'query a($id: ID) { activities(first: 9, filter: { organizationId: $id }) { nodes { title state } } }',
      { id: branch.id },
    );
    return activities.nodes.map(({ title, state }) => `${title} ${state}`);
  };
  await page.goto('/import');
  await page.getByText('活动台账', { exact: true }).first().click();
  await page.locator('input[type="file"]').setInputFiles(await list(branch.name));
  await expect(page).toHaveURL(/\/import\/ImportBatch_/);
  await page.getByRole('button', { name: /^导入 2 行$/ }).click({ timeout: 30_000 });
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('只导入没问题的 2 行');
  await dialog.getByRole('button', { name: '导入 2 行' }).click();
  const undo = page.getByRole('button', { name: '撤销整批' });
  await expect(undo).toBeVisible({ timeout: 90_000 });
  expect(await held()).toEqual(['上月主题党日 RECORDED', '下月主题党日 SCHEDULED']);
  await undo.click();
  await dialog.getByRole('button', { name: '撤销整批' }).click();
  await expect(page.getByText(/已整批撤销/)).toBeVisible({ timeout: 90_000 });
  expect(await held()).toEqual([]);
});

/** Two good rows, and one that names no type of the catalogue. */
async function list(organization: string) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('活动');
  sheet.addRow(['党组织', '活动类型', '活动名称', '活动日期', '开始', '结束', '应到', '实到']);
  sheet.addRow([organization, '主题党日', '上月主题党日', day(-30).replaceAll('-', '.'), '14:00', '15:30', 9, 8]);
  sheet.addRow([organization, '主题党日', '下月主题党日', day(30), '上午9点', '10:30', null, null]);
  sheet.addRow([organization, '茶话会', '茶话会', day(-20), '14:00', '15:30', 9, 8]);
  return {
    name: '活动台账.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  };
}
