import type { Browser, Page } from '@playwright/test';
import { ask, expect, expectAccessible, open, signIn, test } from './journey';

/** Another person's window, beside the one of the journey. */
async function window(browser: Browser, baseURL: string | undefined, role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await signIn(page, role);
  return page;
}

test('a role is given and taken, and the other window gains and loses it at once', async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await window(browser, baseURL, 'DISCIPLINE_OFFICER');
  await other.goto('/');
  await expect(other.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  const units = other.getByRole('link', { name: '单位', exact: true });
  await expect(units).toHaveCount(0);

  await open(page, 'SECURITY_ADMIN', '/access', '权限');
  await page.getByRole('button', { name: '授予权限' }).click();
  const drawer = page.getByRole('dialog', { name: '授予权限' });
  await drawer.getByLabel('给谁').fill('邵宁');
  await page.getByTitle('邵宁（shaoning）').click();
  await drawer.getByLabel('角色').click();
  await page.getByTitle('委员', { exact: true }).click();
  await drawer.getByLabel('在哪个党组织').click();
  await page.getByLabel('名称、代码或拼音首字母').fill('综合管理部党支部');
  await page
    .getByRole('list', { name: '搜索结果' })
    .getByRole('button', { name: /综合管理部党支部/ })
    .first()
    .click();
  await drawer.getByLabel('依据').fill('支部大会选举结果〔2026〕2 号');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: '授予', exact: true }).click();
  await expect(page.getByText('已授予邵宁“委员”，立即生效。')).toBeVisible();

  await expect(units).toBeVisible();
  await units.click();
  await expect(other.getByRole('heading', { level: 1, name: '单位' })).toBeVisible();

  await page.getByRole('tab', { name: '授权', exact: true }).click();
  await page.getByRole('button', { name: '收回邵宁的“委员”' }).click();
  const dialog = page.getByRole('dialog', { name: '收回邵宁的“委员”' });
  await dialog.getByLabel('为什么收回').fill('改选');
  await dialog.getByRole('button', { name: '收回' }).click();
  await expect(page.getByText('已收回邵宁的“委员”。')).toBeVisible();
  await expect(units).toHaveCount(0);
  await expect(ask(other, '{ units(first: 1) { totalCount } }')).rejects.toThrow('unit.read');
  await other.context().close();
});

test('why somebody can do something, and where a GUIDES edge ends it', async ({ page }) => {
  await signIn(page, 'SECURITY_ADMIN');
  const { grantees, organizations } = await ask<{
    grantees: { nodes: { id: string }[] };
    organizations: { nodes: { id: string }[] };
  }>(
    page,
    `{ grantees(first: 1, filter: { search: "gaoyuan" }) { nodes { id } }
       organizations(first: 1, filter: { search: "DZ0062" }) { nodes { id } } }`,
  );
  await page.goto(`/access?person=${grantees.nodes[0]!.id}&at=${organizations.nodes[0]!.id}&permission=unit.read`);
  await expect(page.getByText('不可以', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('这是指导关系，授权不往下继承，只看得到对方公开的 0 项。')).toBeVisible();
  await expectAccessible(page);
});

test('a member unit publishes its units upward, and withdraws them', async ({ page, browser, baseURL }) => {
  await signIn(page, 'luohaiyun');
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    `{ organizations(first: 1, filter: { search: "DZ0063" }) { nodes { id } } }`,
  );
  const address = `/organizations/${organizations.nodes[0]!.id}`;
  const above = await window(browser, baseURL, 'LEADER');
  await above.goto(address);
  const seen = above.getByRole('region', { name: '公开' });
  await expect(seen.getByText('不可以。这是指导关系，授权不往下继承，只看得到对方公开的 1 项。')).toBeVisible();

  await page.goto(address);
  const panel = page.getByRole('region', { name: '公开' });
  const act = async (button: string, verb: string): Promise<void> => {
    await panel.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog', { name: button });
    await dialog.getByLabel('依据').fill('党委会纪要〔2026〕9 号');
    await dialog.getByRole('button', { name: verb, exact: true }).click();
  };
  await act('公开单位', '公开');
  await expect(seen.getByText('只看得到对方公开的 2 项', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await act('撤回单位', '撤回');
  await expect(seen.getByText('只看得到对方公开的 1 项', { exact: false })).toBeVisible();
  await above.context().close();
});

test('what each role lets one do, and how far, stands in one table', async ({ page }) => {
  await signIn(page, 'SECURITY_ADMIN');
  await page.goto('/access');
  await page.getByRole('tab', { name: '角色' }).click();
  await expect(page).toHaveURL(/tab=roles/);
  await expect(page.getByRole('row', { name: /^维护党组织/ })).toBeVisible();
  const heads = await page.getByRole('columnheader').allTextContents();
  const cells = await page
    .getByRole('row', { name: /^维护党组织/ })
    .getByRole('cell')
    .allTextContents();
  const of = (role: string) => cells[heads.indexOf(role) - 1];
  expect([of('党务工作者'), of('书记'), of('系统管理员')]).toEqual(['全部下级', '没有', '没有']);
  const audit = await page
    .getByRole('row', { name: /审计日志/ })
    .getByRole('cell')
    .allTextContents();
  expect(audit.filter((text) => text !== '没有')).toEqual(['全协会']);
  await expectAccessible(page);
});
