import path from 'node:path';
import type { Page } from '@playwright/test';
import { setPassword, shownCodes, shownSecret, typePassword } from './identity';
import { expect, expectAccessible, test, totpCode } from './journey';

interface System {
  readonly url: string;
  readonly output: () => string;
  stop(): Promise<unknown>;
  remove(): void;
}
interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  subject: string | null;
  close(): Promise<void>;
}

/** Loaded by computed paths: the console may not depend on them, the journey has to start them. */
async function start(): Promise<{ system: System; provider: Provider }> {
  const root = path.resolve(import.meta.dirname, '../../..');
  const load = (file: string) =>
    import(path.join(root, file)) as Promise<Record<string, (...args: unknown[]) => unknown>>;
  const { freePort } = await load('libs/embedded-postgres/index.mjs');
  const { startIdentityProvider } = await load('libs/testing/src/identity-provider.ts');
  const { startSystem } = await load('tools/test/system.mjs');
  const port = (await freePort!()) as number;
  const provider = (await startIdentityProvider!(`http://127.0.0.1:${port}/sso/callback`)) as Provider;
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  const system = (await startSystem!({ port, args: ['--empty'], env })) as System;
  return { system, provider };
}

async function fillAssociation(page: Page, token: string) {
  await page.getByLabel('安装口令').fill(token);
  await page.getByLabel('协会全称').fill('东方工业协会');
  await page.getByLabel('根组织全称').fill('东方工业协会党委');
  await page.getByLabel('组织代码').fill('DF');
  await page.getByLabel('成立依据').fill('社党〔2020〕12 号');
  await page.getByRole('button', { name: '下一步' }).click();
}

const people = [
  ['系统管理员', '周一', 'zhou'],
  ['安全管理员', '吴二', 'wu'],
  ['审计管理员', '沈三', 'shen'],
  ['党务工作者', '林四', 'lin'],
] as const;

test('a new installation: wizard, an administrator with an authenticator, single sign-on', async ({ page, watch }) => {
  test.setTimeout(400_000);
  watch.expected.push(/status of 40\d/);
  const { system, provider } = await start();
  try {
    watch.expected.push(new RegExp(`request off the host: (${system.url}|${provider.issuer})/`));
    // the supervisor may print it a moment after it says that all is ready
    const printed = /Set-up token\s+(\S+)/;
    await expect.poll(() => system.output()).toMatch(printed);
    const token = printed.exec(system.output())![1]!;

    await page.goto(system.url);
    await expect(page).toHaveURL(/\/setup$/);
    await fillAssociation(page, 'aaaaa-bbbbb-ccccc-ddddd');
    for (const [role, name, username] of people) {
      const group = page.getByRole('group', { name: role });
      await group.getByLabel('姓名').fill(name);
      await group.getByLabel('用户名').fill(username);
    }
    await expectAccessible(page);
    await page.getByRole('button', { name: '完成安装' }).click();
    await expect(page.getByText('安装口令不对')).toBeVisible();
    await page.getByRole('button', { name: '回到上一步' }).click();
    await fillAssociation(page, token);
    await page.getByRole('button', { name: '完成安装' }).click();
    await expect(page.getByText('东方工业协会 已经建好')).toBeVisible();
    await expectAccessible(page);
    const links = await page.locator('.setup-links code').allInnerTexts();
    expect(links).toHaveLength(4);
    await page.goto(`${system.url}/setup`);
    await expect(page.getByRole('heading', { name: '已经安装' })).toBeVisible();

    const zhou = { username: 'zhou', password: 'kernel-meadow-zhou' };
    await setPassword(page, links[0]!, zhou.password);
    await typePassword(page, zhou);
    await expect(page.getByRole('heading', { name: '启用两步验证' })).toBeVisible();
    const secret = await shownSecret(page);
    await expectAccessible(page);
    await page.getByLabel('验证码').fill(totpCode(secret));
    await page.getByRole('button', { name: '启用', exact: true }).click();
    await expect(page.getByRole('heading', { name: '保存恢复码' })).toBeVisible();
    const codes = await shownCodes(page);
    await page.getByLabel('我已经保存好').check();
    await page.getByRole('button', { name: '进入工作台' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();

    // linked by oneself, with both factors; then the provider takes the place of the password alone
    await page.goto(`${system.url}/account`);
    await page.getByRole('button', { name: '关联', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: '关联统一身份' });
    await drawer.getByLabel('当前密码').fill(zhou.password);
    await drawer.getByLabel('验证码').fill(totpCode(secret, 30));
    await drawer.getByRole('button', { name: '关联', exact: true }).click();
    await expect(page.getByText('已关联统一身份').first()).toBeVisible();
    await expect(page.getByText('统一身份 u-1001')).toBeVisible();
    await page.context().clearCookies();
    await page.goto(`${system.url}/login`);
    await page.getByRole('button', { name: '用单位统一身份登录' }).click();
    await expect(page.getByRole('heading', { name: '两步验证' })).toBeVisible();
    await page.getByRole('button', { name: '手机不在身边，用恢复码' }).click();
    await page.getByLabel('恢复码').fill(codes[0]!);
    await page.getByRole('button', { name: '验证', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();

    // an invitation may be accepted by single sign-on, without a password
    provider.subject = 'u-1004';
    await page.context().clearCookies();
    await page.goto(links[3]!);
    await page.getByRole('button', { name: '不设密码，用单位统一身份登录' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
    await expect(page.getByRole('button', { name: /林四/ })).toBeVisible();

    // somebody of the provider whom nobody linked
    provider.subject = 'u-9999';
    await page.context().clearCookies();
    await page.goto(`${system.url}/login`);
    await page.getByRole('button', { name: '用单位统一身份登录' }).click();
    await expect(page.getByText('您的统一身份还没有与这里的账号关联')).toBeVisible();
    await expectAccessible(page);
  } finally {
    await system.stop();
    system.remove();
    await provider.close();
  }
});
