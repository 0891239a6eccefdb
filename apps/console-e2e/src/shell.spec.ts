import { ask, expect, expectAccessible, open, prefer, signIn, test } from './journey';

test('every entry of the menu leads to a page', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const menu = page.getByRole('navigation', { name: '主菜单' });
  const names = await menu.getByRole('link').allInnerTexts();
  expect(names.map((name) => name.trim())).toEqual([
    '今日',
    '我的任务',
    '党组织',
    '单位',
    '党员',
    '班子',
    '党务工作人员',
    '工作交接',
    '日历',
    '会议与活动',
    '年度计划',
    '义务看板',
    '统计',
    '活动目录',
    '重大事项',
    '审议会议',
    '请示报告',
    '文号台账',
    '审议规则',
    '考核考评',
    '我的评分',
    '考核方案',
    '导入',
    '规则',
    '节假日',
    '权限',
    '通知',
  ]);
  for (const name of names) {
    await menu.getByRole('link', { name: name.trim(), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: name.trim() })).toBeVisible();
    await expect(menu.getByRole('link', { name: name.trim(), exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test('the menu shows what a role may use', async ({ page }) => {
  await open(page, 'MEMBER', '/', '今日');
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await expect(menu.getByRole('link', { name: '规则' })).toBeVisible();
  await expect(menu.getByRole('link', { name: '导入' })).toHaveCount(0);
  await expect(menu.getByRole('link', { name: '收件箱' })).toHaveCount(0);
});

test('the inbox is offered to the system administrator', async ({ page }) => {
  await open(page, 'SYSTEM_ADMIN', '/', '今日');
  await expect(page.getByRole('link', { name: '收件箱' })).toHaveAttribute('href', '/inbox');
});

test('the keyboard alone: skip link, then the menu, then a page', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await page.getByRole('link', { name: '规则', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '规则' })).toBeFocused();
});

test('the palette finds an organization by pinyin initials and opens it', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/rules', '规则');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '搜索' });
  await expect(field).toBeFocused();
  const { organizations } = await ask<{ organizations: { nodes: { name: string; pinyinInitials: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { types: [BRANCH] }) { nodes { name pinyinInitials } } }',
  );
  const [branch] = organizations.nodes;
  if (!branch) throw new Error('The demo association has no branch');
  await field.fill(branch.pinyinInitials);
  const option = page.getByRole('option', { name: branch.name }).first();
  await expect(option).toBeVisible();
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await page.getByRole('option').first().getAttribute('id')) ?? '',
  );
  await option.click();
  await expect(page).toHaveURL(/\/organizations\/PartyOrganization_/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the palette opens a page and does an action by keyboard; Escape closes it', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索' }).fill('通知');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索' }).fill('深色');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('? shows the shortcuts, / goes to the search', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/rules', '规则');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.locator('main input[type="search"]')).toBeFocused();
});

test('the language changes at once and stays', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
});

test('dark, compact and large text change what is drawn, and stay', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.querySelector('.panel') as Element).backgroundColor);
  const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
  const [light, normal] = [await ground(), await size()];
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await page.getByText('深色', { exact: true }).click();
  await expect.poll(ground).not.toBe(light);
  await page.getByText('紧凑', { exact: true }).click();
  await expect.poll(size).toBe('13px');
  await page.getByText('大字', { exact: true }).click();
  await expect.poll(size).toBe('16px');
  expect(normal).toBe('14px');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'dark');
  await expect.poll(size).toBe('16px');
});

test('the scope is chosen in the tree, stands in the address and goes along', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.getByRole('button', { name: /^范围：/ }).click();
  await page.getByRole('searchbox').fill('支部');
  const first = page.getByRole('list', { name: '搜索结果' }).getByRole('button').first();
  const name = ((await first.innerText()).split('\n')[0] ?? '').trim();
  await first.click();
  await expect(page).toHaveURL(/within=PartyOrganization_/);
  await expect(page.getByRole('button', { name: /^范围：/ })).toContainText(name.split(' ')[0] ?? name);
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '党组织' }).click();
  await expect(page).toHaveURL(/within=PartyOrganization_/);
});

test('an address that leads nowhere says so', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.goto('/no/such/page');
  await expect(page.getByText('没有这个页面')).toBeVisible();
  await page.getByRole('link', { name: '回到今日' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
});

for (const [address, title] of [
  ['/', '今日'],
  ['/staff', '党务工作人员'],
  ['/handovers', '工作交接'],
  ['/calendar', '日历'],
  ['/activities', '会议与活动'],
  ['/sessions', '审议会议'],
  ['/dispatches', '请示报告'],
  ['/document-numbers', '文号台账'],
  ['/rules', '规则'],
  ['/notifications', '通知'],
] as const) {
  for (const mode of ['light', 'dark']) {
    test(`${title} is accessible, ${mode}`, async ({ page }) => {
      await prefer(page, { mode });
      await open(page, 'PARTY_STAFF', address, title);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectAccessible(page);
    });
  }
}

test('what floats is accessible: palette, scope, display, shortcuts, notifications', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.getByRole('button', { name: /^范围：/ }).click();
  await expect(page.getByRole('list', { name: '党组织', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^通知，/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForTimeout(400); // the drawer slides in; contrast is measured when it stands
  await expectAccessible(page);
});

test('nothing is fetched before the permission is known', async ({ page }) => {
  await signIn(page, 'MEMBER');
  const operations: string[] = [];
  page.on('request', (request) => {
    const body = request.postData();
    if (request.url().endsWith('/graphql') && body) {
      operations.push((JSON.parse(body) as { operationName: string }).operationName);
    }
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '未读通知' })).toBeVisible();
  expect(operations).not.toContain('todayOrganizations');
  expect(operations).not.toContain('todayImports');
});

test('a page that is not permitted names the permission', async ({ page, watch }) => {
  watch.expected.push(/status of 403/);
  await signIn(page, 'MEMBER');
  await page.goto('/import');
  const alert = page.getByRole('alert');
  await expect(alert.getByText('不可以')).toBeVisible();
  await expect(alert.getByText('import.read')).toBeVisible();
});
