import { account, expect, expectAccessible, prefer, send, signIn, test } from './journey';

test('nobody signed in comes to the sign-in page and back to the page wanted', async ({ page }) => {
  const { username, password } = account('PARTY_STAFF');
  await page.goto('/rules?unconfirmed=1');
  await expect(page).toHaveURL(/\/login\?to=/);
  await expect(page).toHaveTitle('登录 · 党务');
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/rules\?unconfirmed=1$/);
  await expect(page.getByRole('heading', { level: 1, name: '规则' })).toBeVisible();
});

test('an address of somewhere else is not followed after signing in', async ({ page }) => {
  const { username, password } = account('PARTY_STAFF');
  await page.goto('/login?to=//example.org/');
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
});

test('a wrong password counts down, the right one then enters', async ({ page, watch }) => {
  watch.expected.push(/status of 40[01]/);
  // An account of its own, so that the count is not another journey's.
  const { username, password } = account('DISCIPLINE_OFFICER');
  await page.goto('/login');
  await page.getByLabel('账号').fill(username);
  const left: number[] = [];
  for (const attempt of ['wrong-1', 'wrong-2']) {
    await page.getByLabel('密码', { exact: true }).fill(attempt);
    const answered = page.waitForResponse('**/graphql');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await answered;
    const problem = page.getByText(/还可以试 \d+ 次/);
    await expect(problem).toBeVisible();
    left.push(Number(/还可以试 (\d+) 次/.exec(await problem.innerText())?.[1]));
  }
  expect(left[1]).toBe((left[0] ?? 0) - 1);
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
});

test('the password can be shown, the page speaks English', async ({ page }) => {
  await page.goto('/login');
  const field = page.getByLabel('密码', { exact: true });
  await field.fill('something');
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: '显示密码' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a session that has ended leads to the sign-in page and back', async ({ page, watch }) => {
  watch.expected.push(/status of 40[013]/);
  await signIn(page, 'PARTY_STAFF');
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible();
  await send(page, 'signOut');
  await page.getByRole('link', { name: '规则', exact: true }).click();
  await expect(page.getByText('登录已过期')).toBeVisible();
  const { username, password } = account('PARTY_STAFF');
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '规则' })).toBeVisible();
});

test('signing out forgets everything', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  await page.goto('/');
  await page.getByRole('button', { name: /党务工作者/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await page.goto('/');
  await expect(page).toHaveURL(/\/login$/);
});

test('no server: the page says so and can be tried again', async ({ page, watch }) => {
  watch.expected.push(/ERR_/, /Failed to fetch/);
  await page.route('**/graphql', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByText('连不上服务器')).toBeVisible();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
});

for (const mode of ['light', 'dark']) {
  test(`the sign-in page is accessible, ${mode}`, async ({ page }) => {
    await prefer(page, { mode });
    await page.goto('/login');
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
    await expectAccessible(page);
  });
}
