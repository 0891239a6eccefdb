import { ask, choose, expect, expectAccessible, exported, open, signIn, test } from './journey';

/** A number that nobody has: its region, 990101, does not exist. */
const ID_NUMBER = '990101199003041011';
const NAME = '程旅途';

test('a member is registered, appointed, transferred; a number is looked at with a reason', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/members', '党员');
  await expectAccessible(page);
  await page.getByRole('button', { name: '登记党员' }).click();
  const drawer = page.getByRole('dialog', { name: '登记党员' });
  await drawer.getByLabel('姓名').fill(NAME);
  await drawer.getByLabel('身份证号').fill(ID_NUMBER.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await drawer.getByLabel('手机号').fill('19900001234');
  await drawer.getByLabel('入党时间').fill('2015-06-30');
  await drawer.getByLabel('入党时间').press('Enter');
  await drawer.getByLabel('转正时间').fill('2016-06-30');
  await drawer.getByLabel('转正时间').press('Enter');
  await drawer.locator('.picker').click();
  await drawer.getByRole('searchbox').fill('秘书处国际合作部党支部');
  await drawer.locator('.chooser-name').first().click();
  await drawer.getByLabel('依据').fill('组织关系介绍信');
  await drawer.getByRole('button', { name: '登记党员' }).click();
  await expect(drawer.getByRole('alert').filter({ hasText: '校验码' })).toBeVisible();
  await drawer.getByLabel('身份证号').fill(ID_NUMBER);
  await drawer.getByRole('button', { name: '登记党员' }).click();
  await expect(page.getByText(`已登记 ${NAME}`)).toBeVisible();
  await expect(drawer).toBeHidden();

  await test.step('found by the whole number, which does not stand in the address', async () => {
    await page.getByRole('searchbox').fill(ID_NUMBER);
    await page.getByRole('searchbox').press('Enter');
    await expect(page.getByRole('button', { name: NAME })).toBeVisible();
    expect(page.url()).not.toContain(ID_NUMBER);
    expect(await page.content()).not.toContain(`>${ID_NUMBER}<`);
  });

  await page.getByRole('button', { name: NAME }).click();
  const member = page.getByRole('dialog', { name: NAME, exact: true });
  await test.step('a number is looked at with a reason', async () => {
    await expect(member.getByText(`**************${ID_NUMBER.slice(-4)}`)).toBeVisible();
    await expectAccessible(page);
    await member.getByRole('button', { name: '显示身份证号' }).click();
    const asked = page.getByRole('dialog', { name: '显示身份证号' });
    await asked.getByLabel('查看的理由').fill('核对入党材料');
    await asked.getByRole('button', { name: '显示', exact: true }).click();
    await expect(member.getByText(ID_NUMBER)).toBeVisible();
  });

  await test.step('appointed', async () => {
    await member.getByRole('button', { name: '任职', exact: true }).click();
    await member.getByLabel('党内职务').click();
    await choose(page, '宣传委员');
    await member.getByLabel('依据').fill('支部委员会分工决定');
    await member.getByRole('button', { name: '任职', exact: true }).click();
    await expect(page.getByText(`${NAME} 任宣传委员`)).toBeVisible();
    await expect(member.getByRole('listitem').filter({ hasText: '宣传委员' })).toContainText('秘书处国际合作部党支部');
  });

  await test.step('affiliated elsewhere too, and that ended again', async () => {
    await member.getByRole('button', { name: '转接组织关系' }).click();
    await member.getByRole('radio', { name: '功能型' }).check();
    await member.locator('.picker').click();
    await member.getByRole('searchbox').fill('示范行业协会');
    await member.locator('.chooser-name').first().click();
    await member.getByLabel('依据').fill('委员会决定');
    await member.getByRole('button', { name: '转接组织关系' }).click();
    await expect(page.getByText(`已转接 ${NAME} 的组织关系`)).toBeVisible();
    const functional = member.getByRole('listitem').filter({ hasText: '功能型' });
    await functional.getByRole('button', { name: '结束' }).click();
    await member.getByLabel('依据').fill('委员会决定');
    await member.getByRole('button', { name: '结束' }).click();
    await expect(page.getByText(`已结束 ${NAME} 的组织关系`)).toBeVisible();
  });

  const { members } = await ask<{
    members: { nodes: { idNumber: string; affiliations: { until: string | null }[] }[] };
  }>(
    page,
    'query ($search: String!) { members(first: 1, filter: { search: $search }) { nodes { idNumber affiliations { until } } } }',
    { search: NAME },
  );
  expect(members.nodes[0]?.idNumber).toBe(`**************${ID_NUMBER.slice(-4)}`);
  expect(members.nodes[0]?.affiliations.filter(({ until }) => until)).toHaveLength(1);
});

test('an election begins the next term, with its end by the rule and its vacancies', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/teams', '班子');
  await page.getByRole('button', { name: '登记换届', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: '登记换届选举' });
  await drawer.locator('.picker').click();
  await drawer.getByRole('searchbox').fill('秘书处国际合作部党支部');
  await drawer.locator('.chooser-name').first().click();
  await drawer.getByLabel('职数').fill('7');
  await drawer.getByLabel('依据').fill('关于同意换届选举结果的批复');
  await drawer.getByRole('button', { name: '登记换届' }).click();
  await expect(page.getByText(/秘书处国际合作部党支部第 \d+ 届，任期到/)).toBeVisible();
  await page.goto('/teams?vacant=1');
  const row = page.getByRole('row').filter({ hasText: '秘书处国际合作部党支部' });
  await expect(row).toContainText('在任');
  await expectAccessible(page);
  await row.getByRole('link').click();
  await expect(page.getByText(/第 \d+ 届，职数 7/)).toBeVisible();
  await expect(page.getByText(/\d 个职位空缺/)).toBeVisible();
});

test('the file of the ledger has its rows and columns, and no clear number', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/members?posts=SECRETARY&columns=post.organization.idNumber.phone', '党员');
  const { members } = await ask<{ members: { totalCount: number; nodes: { name: string }[] } }>(
    page,
    '{ members(first: 100, filter: { posts: [SECRETARY] }) { totalCount nodes { name } } }',
  );
  expect(members.totalCount).toBeGreaterThan(3);
  const { name, cells } = await exported(page);
  expect(name).toMatch(/^党员名册-\d{4}-\d\d-\d\d\.xlsx$/);
  expect(cells[0]).toEqual(['姓名', '党内职务', '所在党组织', '身份证号', '手机号']);
  expect(cells.slice(1).map(([member]) => member)).toEqual(members.nodes.map(({ name: member }) => member));
  const texts = cells.slice(1).flat();
  expect(texts.filter((text) => /^\*{14}[\dX]{4}$/.test(text)).length).toBeGreaterThan(3);
  expect(texts.filter((text) => /\d{5}/.test(text))).toEqual([]);
  await expectAccessible(page);
});

test('members are transferred together: told before, those who hold posts stay', async ({ page }) => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const tag = Date.now().toString(36);
  await signIn(page, 'PARTY_STAFF');
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { search: "秘书处财务部党支部" }) { nodes { id } } }',
  );
  const organizationId = organizations.nodes[0]?.id;
  const register = async (name: string) => {
    const facts = { name, status: 'FULL', joinedOn: '2015-06-30', fullOn: '2016-06-30', kind: 'FORMAL' };
    const input = { ...facts, organizationId, since: '2020-01-01', basis: '旅程' };
    const document = 'mutation r($input: RegisterMemberInput!) { registerMember(input: $input) { id version } }';
    return (await ask<{ registerMember: { id: string; version: number } }>(page, document, { input })).registerMember;
  };
  await register(`成批甲${tag}`);
  await register(`成批乙${tag}`);
  const third = await register(`成批丙${tag}`);
  await ask(page, 'mutation a($input: AppointInput!) { appoint(input: $input) { id } }', {
    input: { ...third, organizationId, post: 'COMMITTEE_MEMBER', on: today, basis: '旅程' },
  });

  await page.goto(`/members?search=${tag}`);
  await page.getByRole('checkbox', { name: '选择本页全部' }).click();
  const bar = page.getByRole('region', { name: '批量' });
  await expect(bar.getByText('已选 3 项')).toBeVisible();
  await bar.getByRole('button', { name: '转接组织关系' }).click();
  const drawer = page.getByRole('dialog', { name: '整批转接组织关系' });
  await drawer.locator('.picker').click();
  await drawer.getByRole('searchbox').fill('秘书处培训部党支部');
  await drawer.locator('.chooser-name').first().click();
  await expect(drawer.getByText('将变更 2 项，跳过 1 项。')).toBeVisible();
  await expect(drawer.getByText('还担任职务：委员')).toContainText(`成批丙${tag}`);
  await expectAccessible(page);
  await drawer.getByLabel('依据', { exact: true }).fill('党支部设置调整方案');
  await drawer.getByRole('button', { name: '转接 2 名党员' }).click();
  await expect(page.getByText('已变更 2 项，跳过 1 项。')).toBeVisible();
  await expect(bar).toHaveCount(0);
  for (const name of ['成批甲', '成批乙'])
    await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('秘书处培训部党支部');
  await expect(page.getByRole('row', { name: /成批丙/ })).toContainText('秘书处财务部党支部');
});
