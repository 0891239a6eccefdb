import { ask, expect, expectAccessible, open, prefer, send, signIn, test } from './journey';

/** What is reported of the page itself, apart from what the console prints. */
const reported = '__policyReports';

test('no page breaks the policy of its answer, and nothing is fetched from elsewhere', async ({ page }) => {
  await page.addInitScript((name) => {
    const reports: string[] = [];
    Object.defineProperty(window, name, { value: reports });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, blockedURI }) =>
      reports.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  }, reported);
  await signIn(page, 'PARTY_STAFF');
  const { organizations, units, rules } = await ask<Record<'organizations' | 'units' | 'rules', Found>>(
    page,
    '{ organizations(first: 1) { nodes { id } } units(first: 1) { nodes { id } } rules(first: 1) { nodes { id } } }',
  );
  const organization = organizations.nodes[0]!.id;
  const addresses = [
    '/',
    '/organizations',
    `/organizations/${organization}`,
    `/organizations/${organization}?tab=children`,
    `/organizations/${organization}?tab=seats`,
    `/organizations/${organization}?tab=history`,
    '/organizations?found=1',
    '/organizations?asOf=2025-01-01',
    '/units',
    `/units?unit=${units.nodes[0]!.id}`,
    '/import',
    '/rules',
    `/rules?rule=${rules.nodes[0]!.id}`,
    '/notifications',
    '/graphiql',
    '/no/such/page',
  ];
  const broken: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.locator('main')).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    const reports = await page.evaluate(
      (name) => (window as unknown as Record<string, string[]>)[name] ?? [],
      reported,
    );
    broken.push(...reports.map((report) => `${address}: ${report}`));
  }
  expect(broken).toEqual([]);
});

interface Found {
  nodes: { id: string }[];
}

test('each answer has a nonce of its own; markup cannot bring styles or scripts along', async ({ page, watch }) => {
  watch.expected.push(/Content Security Policy/);
  const policies = new Set<string>();
  for (let count = 0; count < 2; count += 1) {
    const answer = await page.request.get('/login', { headers: { accept: 'text/html' } });
    policies.add(answer.headers()['content-security-policy'] ?? '');
  }
  expect(policies.size).toBe(2);
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self';style-src 'self' 'nonce-[^']+'/);
    expect(policy).not.toContain('unsafe');
  }
  await page.goto('/login');
  const got = await page.evaluate(() => {
    const place = document.createElement('div');
    place.innerHTML =
      '<style>#hostile { color: rgb(1, 2, 3) }</style><p id="hostile" style="opacity: 0.5">x</p><img src="x" onerror="window.taken = 1">';
    document.body.append(place);
    const { color, opacity } = getComputedStyle(document.getElementById('hostile') as Element);
    return { color, opacity, taken: 'taken' in window };
  });
  expect(got).toMatchObject({ opacity: '1', taken: false });
  expect(got.color).not.toBe('rgb(1, 2, 3)');
});

test('a session sends the documents of the console and no others', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const post = async (data: object, headers: Record<string, string> = {}) => {
    const answer = await page.request.post('/graphql', { data, headers });
    const body = (await answer.json()) as { errors?: { extensions: { reason: string } }[] };
    return `${answer.status()} ${body.errors?.[0]?.extensions.reason ?? 'answered'}`;
  };
  const query = '{ session { account { username } } }';
  expect(await post({ query })).toBe('403 UNTRUSTED_DOCUMENT');
  expect(await post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } })).toBe(
    '400 UNKNOWN_DOCUMENT',
  );
  expect((await send<{ session: unknown }>(page, 'session')).session).toBeTruthy();
  const { createExplorerToken } = await send<{ createExplorerToken: { token: string } }>(page, 'createExplorerToken');
  const bearer = { authorization: `Bearer ${createExplorerToken.token}` };
  expect(await post({ query }, bearer)).toBe('200 answered');
  // another site's page sends the cookie and says where it stands
  const own = { operationName: 'signOut', extensions: { persistedQuery: { version: 1, sha256Hash: '0' } } };
  expect(await post(own, { origin: 'https://example.org' })).toBe('403 FOREIGN_ORIGIN');
  await send(page, 'signOut');
  expect(await post({ query }, bearer)).toBe('401 TOKEN_REFUSED');
});

test('the explorer asks the API by a token of its own', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/', '今日');
  await page.getByRole('button', { name: /党务工作者/ }).click();
  await page.getByRole('link', { name: '接口探索' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '接口探索' })).toBeVisible();
  await expectAccessible(page);
  // GraphiQL runs nothing before it has read the schema
  const schema = page.waitForResponse((response) => /__schema/.test(response.request().postData() ?? ''));
  await page.getByRole('button', { name: '生成令牌并打开' }).click();
  await expect(page.getByText(/^dw_live_/)).toBeVisible();
  expect((await schema).ok()).toBe(true);
  await expect(page.locator('.result-window')).toBeVisible();
  const sent = page.waitForRequest((request) => /association/.test(request.postData() ?? ''));
  const result = page.locator('.result-window');
  // GraphiQL drops what is pressed while it still digests the schema; a person presses again
  await expect(async () => {
    await page.getByRole('button', { name: /Execute query/ }).click();
    await expect(result).toContainText('"association"', { timeout: 3_000 });
  }).toPass();
  const headers = await (await sent).allHeaders();
  expect(headers['authorization']).toMatch(/^Bearer dw_live_/);
  expect(headers['cookie']).toBeUndefined();
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await expect(page.getByText('createExplorerToken').or(page.getByText('Root Types'))).toBeVisible();
});

test('the explorer in the dark', async ({ page }) => {
  await prefer(page, { mode: 'dark' });
  await open(page, 'PARTY_STAFF', '/graphiql', '接口探索');
  await page.getByRole('button', { name: '生成令牌并打开' }).click();
  await expect(page.locator('.graphiql-container')).toBeVisible();
  await expect(page.locator('body')).toHaveClass(/graphiql-dark/);
});
