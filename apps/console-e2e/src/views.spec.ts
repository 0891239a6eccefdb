import { ask, choose, expect, expectAccessible, open, signIn, test } from './journey';

// As somebody whom no other journey signs in as: a default view changes what the ledger opens with.
test('a view is saved, changed, made the default, and deleted', async ({ page }) => {
  await open(page, 'LEADER', '/units', '单位');
  const views = page.getByRole('navigation', { name: '视图' });
  await expect(views.getByRole('button', { name: '全部' })).toHaveAttribute('aria-current', 'page');
  await views.getByRole('button', { name: '够条件未建' }).click();
  await expect(page).toHaveURL(/qualifying=1&order=MEMBERS/);
  await expect(page.getByRole('checkbox', { name: '够条件未建' })).toBeChecked();

  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('checkbox', { name: '职工人数' }).click();
  await page.getByRole('button', { name: '“职工人数”向前移' }).click();
  await expect(page).toHaveURL(/columns=kind\.tier\.organization\.coverage\.employees\.members/);
  await expect(page.getByRole('columnheader')).toHaveText([
    '单位名称',
    '单位类型',
    '所属层面',
    '联系党组织',
    '覆盖方式',
    '职工人数',
    '党员人数',
  ]);
  await page.keyboard.press('Escape');
  await views.getByRole('button', { name: '保存视图' }).click();
  await views.getByLabel('视图名称').fill('旅程视图');
  await views.getByLabel('视图名称').press('Enter');
  await expect(views.getByRole('button', { name: '旅程视图' })).toHaveAttribute('aria-current', 'page');
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: '含已注销' }).click();
  await expect(views.getByRole('button', { name: '旅程视图 已改动' })).toBeVisible();
  await views.getByRole('button', { name: '更新视图' }).click();
  await expect(views.getByRole('button', { name: '旅程视图', exact: true })).toHaveAttribute('aria-current', 'page');

  await views.getByRole('button', { name: '管理视图' }).click();
  const drawer = page.getByRole('dialog', { name: '管理视图' });
  await drawer.getByRole('radio', { name: '先显示“旅程视图”' }).click();
  await expect(drawer.getByRole('radio', { name: '先显示“旅程视图”' })).toBeChecked();
  await drawer.getByLabel('“旅程视图”的名称').fill('我的单位');
  await drawer.getByLabel('“旅程视图”的名称').press('Enter');
  await expect(drawer.getByLabel('“我的单位”的名称')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '关闭视图管理' }).click();

  await page.goto('/units');
  await expect(views.getByRole('button', { name: '我的单位' })).toHaveAttribute('aria-current', 'page');
  await expect(page).toHaveURL(/closed=1/);
  await views.getByRole('button', { name: '全部' }).click();
  await expect(page).toHaveURL(/view=all$/);
  await expect(page.getByRole('checkbox', { name: '够条件未建' })).not.toBeChecked();

  await views.getByRole('button', { name: '管理视图' }).click();
  const deleted = page.waitForResponse((response) => /deleteView/.test(response.request().postData() ?? ''));
  await drawer.getByRole('button', { name: '删除“我的单位”' }).click();
  const question = page.getByRole('tooltip', { name: /删除/ });
  await question.getByRole('button', { name: '删除', exact: true }).click();
  expect((await deleted).ok()).toBe(true);
  await expect(drawer.getByLabel('“我的单位”的名称')).toHaveCount(0);
});

test('a shared view stands above the ledger of others under its owner, who alone changes it', async ({
  page,
  browser,
}) => {
  await open(page, 'PARTY_STAFF', '/units?coverages=LIAISON', '单位');
  const views = page.getByRole('navigation', { name: '视图' });
  await views.getByRole('button', { name: '保存视图' }).click();
  await views.getByLabel('视图名称').fill('派了联络员的');
  await views.getByLabel('视图名称').press('Enter');
  await views.getByRole('button', { name: '管理视图' }).click();
  const drawer = page.getByRole('dialog', { name: '管理视图' });
  await drawer.getByLabel('“派了联络员的”给谁用').click();
  await choose(page, '全协会');
  await expect(drawer.getByTitle('全协会')).toBeVisible();

  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'COMMITTEE_MEMBER');
  await other.goto('/units');
  const theirs = other.getByRole('navigation', { name: '视图' });
  await theirs.getByRole('button', { name: /^派了联络员的（/ }).click();
  await expect(other).toHaveURL(/coverages=LIAISON/);
  await expect(theirs.getByRole('button', { name: '管理视图' })).toHaveCount(0);
  await context.close();

  await drawer.getByRole('button', { name: '删除“派了联络员的”' }).click();
  await expect(page.getByText('与您共享的人也不再看到它')).toBeVisible();
  await page.getByRole('button', { name: '删除', exact: true }).last().click();
  await expect(drawer.getByLabel('“派了联络员的”的名称')).toHaveCount(0);
});

test('a view of members is for those who may read members', async ({ page, browser }) => {
  await open(page, 'PARTY_STAFF', '/members?posts=SECRETARY&columns=organization.phone&order=JOINED', '党员');
  const views = page.getByRole('navigation', { name: '视图' });
  await views.getByRole('button', { name: '保存视图' }).click();
  await views.getByLabel('视图名称').fill('书记名单');
  await views.getByLabel('视图名称').press('Enter');
  await expect(views.getByRole('button', { name: '书记名单' })).toHaveAttribute('aria-current', 'page');
  await page.goto('/members');
  await views.getByRole('button', { name: '书记名单' }).click();
  await expect(page).toHaveURL(/posts=SECRETARY/);
  await expect(page.getByRole('columnheader')).toHaveText(['', '姓名', '所在党组织', '手机号']);
  await views.getByRole('button', { name: '管理视图' }).click();
  const drawer = page.getByRole('dialog', { name: '管理视图' });
  await expect(drawer.getByText('打开名册时先显示')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('“书记名单”给谁用').click();
  await choose(page, '全协会');
  await expect(drawer.getByTitle('全协会')).toBeVisible();

  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'DISCIPLINE_OFFICER');
  await other.goto('/members');
  const theirs = other.getByRole('navigation', { name: '视图' });
  await theirs.getByRole('button', { name: /^书记名单（/ }).click();
  await expect(other).toHaveURL(/posts=SECRETARY/);
  // who reads members, but may not export them, has nothing to do with the rows
  await expect(other.getByRole('button', { name: '导出本表' })).toHaveCount(0);
  await expect(other.getByRole('checkbox', { name: '选择本页全部' })).toHaveCount(0);
  await signIn(other, 'LEADER');
  await expect(ask(other, '{ associationViews(ledger: MEMBERS, first: 9) { nodes { name } } }')).rejects.toThrow(
    /member\.read/,
  );
  await context.close();

  await drawer.getByRole('button', { name: '删除“书记名单”' }).click();
  await page.getByRole('button', { name: '删除', exact: true }).last().click();
  await expect(drawer.getByLabel('“书记名单”的名称')).toHaveCount(0);
});
