import {
  administrator,
  linkFromInbox,
  newPerson,
  setPassword,
  shownCodes,
  shownSecret,
  typePassword,
} from './identity';
import { expect, expectAccessible, prefer, test, totpCode } from './journey';
import type { Page } from '@playwright/test';

/** Makes an account on the page of accounts. */
async function create(admin: Page, person: ReturnType<typeof newPerson>): Promise<void> {
  await admin.goto('/accounts?account=new');
  const drawer = admin.getByRole('dialog', { name: '开设账号' });
  await drawer.getByLabel('姓名').fill(person.name);
  await drawer.getByLabel('用户名').fill(person.username);
  await drawer.getByLabel('邮箱').fill(person.mail);
  await drawer.getByRole('button', { name: '开设账号' }).click();
  await expect(admin.getByText('已开设，邀请已寄出')).toBeVisible();
}

/** An account that is open: invited, password set. */
async function openAccount(admin: Page, page: Page, name: string) {
  const person = newPerson(name);
  await create(admin, person);
  await setPassword(page, await linkFromInbox(admin, person.mail, '您的党务平台账号'), person.password);
  return person;
}

test('somebody is invited, sets a password, an authenticator, and signs in with its code', async ({
  page,
  browser,
  watch,
}) => {
  watch.expected.push(/status of 40\d/);
  test.setTimeout(240_000);
  const admin = await administrator(browser);
  const person = await openAccount(admin, page, '程晓');
  await typePassword(page, person);
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();

  await page.getByRole('button', { name: /程晓/ }).click();
  await page.getByRole('link', { name: '我的账号' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '我的账号' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '启用', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: '启用两步验证' });
  await drawer.getByLabel('当前密码').fill(person.password);
  await drawer.getByRole('button', { name: '下一步' }).click();
  const secret = await shownSecret(page);
  await expect(drawer.getByRole('img', { name: '验证器密钥的二维码' })).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('验证器显示的验证码').fill(totpCode(secret));
  await drawer.getByRole('button', { name: '启用', exact: true }).click();
  const codes = await shownCodes(page);
  await drawer.getByRole('button', { name: '已经保存好' }).click();
  await expect(page.getByText('还有 10 个恢复码')).toBeVisible();

  await page.getByRole('button', { name: /程晓/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await typePassword(page, person);
  await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible();
  await expectAccessible(page);
  // the first step is not asked for again when the page is loaded anew, and opens nothing by itself
  await page.reload();
  await expect(page.getByText(`用户名 ${person.username} 的密码正确`)).toBeVisible();
  await page.getByLabel('验证码').fill('000000');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByText(/还可以试 4 次/)).toBeVisible();
  await page.getByLabel('验证码').fill(totpCode(secret, 30));
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();

  await page.getByRole('button', { name: /程晓/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await typePassword(page, person);
  await page.getByRole('button', { name: '手机不在身边，用恢复码' }).click();
  await page.getByLabel('恢复码').fill(codes[0] ?? '');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await admin.context().close();
});

test('a forgotten password is set anew by a link from the inbox, which counts once', async ({
  page,
  browser,
  watch,
}) => {
  watch.expected.push(/status of 40\d/);
  test.setTimeout(240_000);
  const admin = await administrator(browser);
  const person = await openAccount(admin, page, '孟然');
  await page.goto('/login');
  await page.getByRole('link', { name: '忘记密码' }).click();
  await expectAccessible(page);
  await page.getByLabel('账号').fill(person.username);
  await page.getByRole('button', { name: '寄出链接' }).click();
  await expect(page.getByText('如果有这个账号')).toBeVisible();
  const link = await linkFromInbox(admin, person.mail, '重设党务平台的密码');

  await page.goto(link);
  await expect(page.getByText(`孟然，用户名 ${person.username}`)).toBeVisible();
  await expect(page).toHaveURL(/\/password$/);
  await expectAccessible(page);
  await page.getByLabel('新密码').fill(person.password);
  await page.getByRole('button', { name: '设为新密码' }).click();
  await expect(page.getByText('这个密码最近用过')).toBeVisible();
  await page.getByLabel('新密码').fill(`${person.password}-anew`);
  await page.getByRole('button', { name: '设为新密码' }).click();
  await typePassword(page, { ...person, password: `${person.password}-anew` });
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText('这个链接已经用过')).toBeVisible();
  await admin.context().close();
});

test('sessions are seen and ended, a disabled account is out at once', async ({ page, browser, watch }) => {
  watch.expected.push(/status of 40\d/);
  test.setTimeout(240_000);
  const admin = await administrator(browser);
  const person = await openAccount(admin, page, '夏棠');
  await typePassword(page, person);
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  const elsewhere = await (
    await browser.newContext({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/8.0.60',
    })
  ).newPage();
  await elsewhere.goto('/login');
  await typePassword(elsewhere, person);
  await expect(elsewhere.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();

  await page.goto('/account');
  const sessions = page.getByRole('region', { name: '登录设备' });
  await sessions.getByRole('button', { name: /退出 iPhone上的微信/ }).click();
  await expect(page.getByText('已退出那台设备')).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.goto('/account');
  await expect(elsewhere.getByRole('heading', { name: '登录', exact: true })).toBeVisible();

  await admin.goto(`/accounts?search=${person.username}`);
  await admin.getByRole('button', { name: /夏棠/ }).click();
  await expectAccessible(admin);
  await admin.getByRole('dialog').getByRole('button', { name: '停用' }).click();
  await admin.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await expect(admin.getByText('已停用，登录全部结束')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
  await typePassword(page, person);
  await expect(page.getByText('这个账号已停用')).toBeVisible();
  await admin.context().close();
});

for (const mode of ['light', 'dark']) {
  test(`accounts and one’s own account are accessible, ${mode}`, async ({ browser }) => {
    const admin = await administrator(browser);
    await prefer(admin, { mode });
    for (const [address, title] of [
      ['/accounts', '账号'],
      ['/account', '我的账号'],
    ] as const) {
      await admin.goto(address);
      await expect(admin.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expectAccessible(admin);
    }
    await admin.context().close();
  });
}
