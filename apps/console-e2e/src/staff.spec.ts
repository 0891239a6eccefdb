import type { Page } from '@playwright/test';
import { ask, choose, expect, expectAccessible, open, signIn, test } from './journey';

const basis = '关于党务工作人员任职的通知（示党字〔38〕号）';
const past = '2025-06-01';

/** An organization where nobody does party-affairs work yet. */
async function organization(page: Page, name: string): Promise<{ id: string; name: string }> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, order: TREE, filter: { types: [GENERAL_BRANCH], relations: [LEADS] }) { nodes { id } } }',
  );
  const code = `STAFF-${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6).toString(36)}`;
  const input = {
    parentId: organizations.nodes[0]!.id,
    relation: 'LEADS',
    type: 'BRANCH',
    tier: 'SECRETARIAT',
    name: `${name}${code.slice(-5)}`,
    code,
    basis,
    effectiveOn: '2020-01-01',
  };
  const { foundOrganization } = await ask<{ foundOrganization: { id: string; name: string } }>(
    page,
    'mutation ($input: FoundOrganizationInput!) { foundOrganization(input: $input) { id name } }',
    { input },
  );
  return foundOrganization;
}

/** Somebody of the staff there since a day, by name alone. */
async function assigned(page: Page, organizationId: string, name: string, since = '2025-01-01'): Promise<string> {
  const input = { organizationId, name, position: '组织干事', time: 'FULL_TIME', since, basis };
  const { assignStaff } = await ask<{ assignStaff: { id: string } }>(
    page,
    'mutation ($input: AssignStaffInput!) { assignStaff(input: $input) { id } }',
    { input },
  );
  return assignStaff.id;
}

test('somebody is assigned and looked at, leaves without a handover, and stands there on the day before', async ({
  page,
  watch,
}) => {
  watch.expected.push(/status of 4\d\d/);
  await signIn(page, 'PARTY_STAFF');
  const branch = await organization(page, '配备支部');
  const name = `闻${branch.name.slice(-5)}`;
  await open(page, 'PARTY_STAFF', `/staff?organization=${branch.id}`, '党务工作人员');
  await expect(page.getByText('没有符合条件的党务工作人员')).toBeVisible();
  await page.getByRole('button', { name: '登记人员' }).click();
  const form = page.getByRole('dialog', { name: '登记党务工作人员' });

  await test.step('a member is found on the register; others stand by their name', async () => {
    await form.getByRole('combobox', { name: '在册党员' }).fill('王');
    await expect(page.locator('.ant-select-item-option').first()).toContainText('王');
    await page.keyboard.press('Escape');
    await form.getByRole('radio', { name: '不在册的人' }).check();
    await form.getByLabel('姓名').fill(name);
    // the list was opened for this organization: the form begins with it
    await expect(form.locator('.picker')).toContainText(branch.name);
    await form.getByLabel('岗位').fill('党务专员');
    await form.getByRole('radio', { name: '兼职' }).check();
    await form.getByLabel('手机号').fill('1390000');
    await form.getByLabel('到岗日期').fill('2025-01-01');
    await form.getByLabel('到岗日期').press('Enter');
    await form.getByLabel('依据').fill(basis);
    await form.getByRole('button', { name: '登记人员' }).click();
    await expect(form.getByRole('alert').filter({ hasText: '手机号' })).toBeVisible();
    await form.getByLabel('手机号').fill('13900004321');
    await form.getByRole('button', { name: '登记人员' }).click();
    await expect(page.getByText(`已登记 ${name}`)).toBeVisible();
    await expect(form).toBeHidden();
  });

  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('党务专员');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('*******4321');
  await expectAccessible(page);
  await page.getByRole('button', { name }).click();
  const drawer = page.getByRole('dialog', { name, exact: true });
  await test.step('the phone is looked at with a reason', async () => {
    await expect(drawer.getByText('13900004321')).toHaveCount(0);
    await drawer.getByRole('button', { name: '显示手机号' }).click();
    const asked = page.getByRole('dialog', { name: '显示手机号' });
    const show = asked.getByRole('button', { name: '显示', exact: true });
    await asked.getByLabel('查看的理由').fill('联系');
    await expect(show).toBeDisabled();
    await asked.getByLabel('查看的理由').fill('联系工作交接');
    await show.click();
    await expect(drawer.getByText('13900004321')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('what is known is corrected; a phone that is not typed stays', async () => {
    await drawer.getByRole('button', { name: '更正' }).click();
    await drawer.getByLabel('岗位').fill('党建专员');
    await drawer.getByRole('button', { name: '更正' }).click();
    await expect(page.getByText(`已更正 ${name}`)).toBeVisible();
    await expect(drawer.getByText('党建专员')).toBeVisible();
    await expect(drawer.getByText('*******4321')).toBeVisible();
  });

  await test.step('who leaves without a handover is told so, before and after', async () => {
    await drawer.getByRole('button', { name: '离任', exact: true }).click();
    await expect(drawer.getByText('还没有安排工作交接')).toBeVisible();
    await drawer.getByRole('button', { name: '先安排交接' }).click();
    await expect(drawer.getByText('没有别的党务工作人员可以接收')).toBeVisible();
    await drawer.getByRole('button', { name: '取消' }).click();
    await drawer.getByRole('button', { name: '离任', exact: true }).click();
    await drawer.getByLabel('依据').fill('调任通知');
    await drawer.getByRole('button', { name: '离任', exact: true }).click();
    await expect(page.getByText(`${name} 已离任`)).toBeVisible();
    await expect(drawer.getByText('工作还没有交接给任何人')).toBeVisible();
    await drawer.getByRole('button', { name: '关闭党务工作人员' }).click();
    await expect(drawer).toBeHidden();
  });

  await expect(page.getByRole('button', { name })).toHaveCount(0);
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: '离任未交接' }).click();
  await expect(page).toHaveURL(/missing=1/);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('离任未交接');

  await test.step('on a past day the office is held, and nothing can be changed', async () => {
    await page.goto(`/staff?organization=${branch.id}`);
    await expect(page.getByText('没有符合条件的党务工作人员')).toBeVisible();
    const day = page.getByRole('textbox', { name: '截至' });
    await day.fill(past);
    await day.press('Enter');
    await expect(page.getByText(`按 ${past} 的情况显示`)).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('在岗');
    await expect(page.getByRole('button', { name: '登记人员' })).toHaveCount(0);
    await page.getByRole('button', { name }).click();
    await expect(drawer.getByText('党建专员')).toBeVisible();
    await expect(drawer.getByRole('button', { name: '安排交接' })).toHaveCount(0);
    await page.goto(`/organizations/${branch.id}?asOf=${past}`);
    await expect(page.getByRole('region', { name: '党务工作人员' })).toContainText(name);
    await page.goto(`/organizations/${branch.id}`);
    await expect(page.getByRole('heading', { level: 2, name: branch.name })).toBeVisible();
    await expect(page.getByRole('heading', { name: '基本信息' })).toBeVisible();
    await expect(page.getByRole('region', { name: '党务工作人员' })).toHaveCount(0);
  });
});

test('a handover is planned, gone through, and confirmed by one side; the other is another person’s', async ({
  page,
  watch,
}) => {
  watch.expected.push(/status of 4\d\d/);
  await signIn(page, 'PARTY_STAFF');
  const branch = await organization(page, '交接支部');
  const from = await assigned(page, branch.id, '顾移交');
  await assigned(page, branch.id, '柳接收');
  await open(page, 'PARTY_STAFF', `/staff?organization=${branch.id}&staff=${from}`, '党务工作人员');
  const person = page.getByRole('dialog', { name: '顾移交', exact: true });

  await test.step('planned with the usual list, which is edited', async () => {
    await person.getByRole('button', { name: '安排交接' }).click();
    await expect(person.getByLabel('第 6 项')).toHaveValue('正在办理的事项');
    for (const left of ['工作台账、会议记录', '信息系统和公众号的账号', '党费账户和收支资料', '正在办理的事项'])
      await person.getByRole('button', { name: `去掉“${left}”` }).click();
    await person.getByLabel('第 2 项').fill('党员档案 12 册');
    await person.getByLabel('接收人').click();
    await choose(page, '柳接收');
    await person.getByRole('button', { name: '安排交接' }).click();
    await expect(page.getByText('已安排 顾移交 与 柳接收 的交接')).toBeVisible();
    await expect(person.getByRole('button', { name: '安排交接' })).toHaveCount(0);
  });

  await person.getByRole('link', { name: /交接给 柳接收/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作交接' })).toBeVisible();
  const drawer = page.getByRole('dialog', { name: '顾移交交接给柳接收' });
  const confirm = (side: string) => drawer.getByRole('button', { name: `替${side}方确认` });
  const sayYes = () => page.getByRole('tooltip').getByRole('button', { name: '确认', exact: true }).click();
  const states = async () =>
    (
      await ask<{ handovers: { nodes: { items: { text: string; state: string; note: string | null }[] }[] } }>(
        page,
        'query ($filter: HandoverFilter) { handovers(first: 1, filter: $filter) { nodes { items { text state note } } } }',
        { filter: { organizationId: branch.id } },
      )
    ).handovers.nodes[0]?.items;

  await test.step('gone through in place; nothing is confirmed while something is open', async () => {
    await expect(drawer.getByText('已处理 0 项，共 2 项')).toBeVisible();
    await expect(confirm('移交')).toBeDisabled();
    await expectAccessible(page);
    const state = (text: string) => drawer.getByRole('radiogroup', { name: `“${text}”的状态` });
    await state('党组织印章').getByText('已移交').click();
    await drawer.getByLabel('“党组织印章”的备注').fill('支部章 1 枚');
    await state('党员档案 12 册').getByText('已移交').click();
    await drawer.getByLabel('还要移交什么').fill('党费账户');
    await drawer.getByRole('button', { name: '加一项' }).click();
    await state('党费账户').getByText('不适用').click();
    await expect(drawer.getByText('已处理 3 项，共 3 项')).toBeVisible();
    await expect(confirm('移交')).toBeEnabled();
    expect(await states()).toEqual([
      { text: '党组织印章', state: 'HANDED_OVER', note: '支部章 1 枚' },
      { text: '党员档案 12 册', state: 'HANDED_OVER', note: null },
      { text: '党费账户', state: 'NOT_APPLICABLE', note: null },
    ]);
  });

  await test.step('one side confirms; the list is closed, and the same person is refused for the other', async () => {
    await confirm('移交').click();
    await sayYes();
    await expect(drawer.getByText(/林静 .* 确认/)).toBeVisible();
    await expect(drawer.getByRole('radiogroup')).toHaveCount(0);
    await expect(drawer.getByRole('button', { name: '撤销这份交接' })).toHaveCount(0);
    await confirm('接收').click();
    await sayYes();
    await expect(drawer.getByRole('alert')).toContainText('交接须由两个人分别确认');
    await expect(confirm('接收')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('who leaves is told that the handover is not done', async () => {
    await drawer.getByRole('link', { name: '顾移交' }).click();
    await person.getByRole('button', { name: '离任', exact: true }).click();
    await expect(person.getByText('与 柳接收 的交接还没有办完')).toBeVisible();
    await person.getByLabel('依据').fill('调任通知');
    await person.getByRole('button', { name: '离任', exact: true }).click();
    await expect(page.getByText('顾移交 已离任')).toBeVisible();
    await expect(person.getByText('交接还没有由双方确认')).toBeVisible();
  });
});

test('a member is assigned, takes work over by a plan made in the list, and the plan is withdrawn', async ({
  page,
}) => {
  await signIn(page, 'PARTY_STAFF');
  const branch = await organization(page, '撤销支部');
  const [from, to] = [`沈${branch.name.slice(-5)}`, `陆${branch.name.slice(-5)}`];
  await assigned(page, branch.id, from);
  const member = { name: to, status: 'FULL', organizationId: branch.id, kind: 'FORMAL', since: '2024-01-01', basis };
  await ask(page, 'mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { id } }', {
    input: member,
  });
  await open(page, 'PARTY_STAFF', `/staff?organization=${branch.id}&staff=new`, '党务工作人员');
  const assign = page.getByRole('dialog', { name: '登记党务工作人员' });
  await assign.getByRole('combobox', { name: '在册党员' }).fill(to);
  await choose(page, to);
  await assign.getByLabel('岗位').fill('党务专员');
  await assign.getByLabel('依据').fill(basis);
  await assign.getByRole('button', { name: '登记人员' }).click();
  await expect(page.getByText(`已登记 ${to}`)).toBeVisible();
  await expect(assign).toBeHidden();
  await page.getByRole('button', { name: to }).click();
  await expect(page.getByRole('dialog', { name: to, exact: true }).getByRole('link', { name: to })).toHaveAttribute(
    'href',
    /\/members\?member=/,
  );

  await page.goto('/handovers');
  await page.getByRole('button', { name: '安排交接' }).click();
  const form = page.getByRole('dialog', { name: '安排工作交接' });
  await form.getByLabel('移交人').fill(from);
  await choose(page, from);
  await form.getByLabel('接收人').click();
  await choose(page, to);
  await form.getByRole('button', { name: '安排交接' }).click();
  await expect(page.getByText(`已安排 ${from} 与 ${to} 的交接`)).toBeVisible();
  await expect(form).toBeHidden();
  await page.goto(`/handovers?organization=${branch.id}`);
  const row = page.getByRole('row').filter({ hasText: from });
  await expect(row).toContainText('交接中');
  await expectAccessible(page);
  await row.getByRole('button').click();
  const drawer = page.getByRole('dialog', { name: `${from}交接给${to}` });
  await drawer.getByRole('button', { name: '撤销这份交接' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('交接已撤销')).toBeVisible();
  await expect(drawer).toBeHidden();
  await expect(row).toHaveCount(0);
});

test('a secretary reads the staff below and changes nothing; who may not read has no entry', async ({
  page,
  browser,
}) => {
  await open(page, 'SECRETARY', '/staff', '党务工作人员');
  await expect(page.getByRole('list', { name: '党务力量' })).toBeVisible();
  await page.getByRole('button', { name: '方知远' }).click();
  const drawer = page.getByRole('dialog', { name: '方知远', exact: true });
  await expect(drawer.getByText('机关党总支专职干事')).toBeVisible();
  await expect(drawer.getByRole('button', { name: '离任' })).toHaveCount(0);
  await expect(drawer.getByRole('button', { name: '显示手机号' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '登记人员' })).toHaveCount(0);
  const context = await browser.newContext();
  const other = await context.newPage();
  await open(other, 'EXPERT', '/', '今日');
  const menu = other.getByRole('navigation', { name: '主菜单' });
  await expect(menu.getByRole('link', { name: '党组织' })).toBeVisible();
  await expect(menu.getByRole('link', { name: '党务工作人员' })).toHaveCount(0);
  await expect(menu.getByRole('link', { name: '工作交接' })).toHaveCount(0);
  await context.close();
});

test('a view of the staff is kept on the server', async ({ page }) => {
  await open(page, 'DISCIPLINE_OFFICER', '/staff?times=PART_TIME&ended=1', '党务工作人员');
  const views = page.getByRole('navigation', { name: '视图' });
  await views.getByRole('button', { name: '保存视图' }).click();
  await views.getByLabel('视图名称').fill('兼职的，含已离任');
  await views.getByLabel('视图名称').press('Enter');
  await expect(views.getByRole('button', { name: '兼职的，含已离任' })).toHaveAttribute('aria-current', 'page');
  await page.goto('/staff');
  await views.getByRole('button', { name: '兼职的，含已离任' }).click();
  await expect(page).toHaveURL(/times=PART_TIME.*ended=1/);
  await expect(page.getByRole('checkbox', { name: '含已离任' })).toBeChecked();
  await views.getByRole('button', { name: '管理视图' }).click();
  await page.getByRole('button', { name: '删除“兼职的，含已离任”' }).click();
  await page.getByRole('button', { name: '删除', exact: true }).last().click();
  await expect(views.getByRole('button', { name: '兼职的，含已离任' })).toHaveCount(0);
});
