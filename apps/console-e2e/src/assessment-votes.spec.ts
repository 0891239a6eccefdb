import type { Browser, Page } from '@playwright/test';
import { account, ask, expect, expectAccessible, signIn, test } from './journey';

const voters = [
  { name: '何志清', username: 'hezhiqing' },
  { name: '许蔓', username: 'xuman' },
  { name: '钱屹', username: 'qianyi' },
  { name: '邵宁', username: 'shaoning' },
  { name: '高远', username: 'gaoyuan' },
];
const stages = ['SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'MODERATION', 'NOTICE', 'OBJECTION', 'FINAL'];

/** A day so many days from now, in China. */
const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

interface Cycle {
  id: string;
  version: number;
}

/** A cycle of the secretariat's branches by a scheme that asks how satisfied members are, in self-assessment. */
async function begun(page: Page, title: string): Promise<Cycle & { assessments: { id: string; name: string }[] }> {
  const { cycleSchemes } = await ask<{ cycleSchemes: { id: string; name: { zh: string } }[] }>(
    page,
    '{ cycleSchemes { id name { zh } } }',
  );
  const { partyOrganizations } = await ask<{ partyOrganizations: { nodes: { id: string }[] } }>(
    page,
    '{ partyOrganizations(first: 1, filter: { search: "DZ0001" }) { nodes { id } } }',
  );
  const { openAssessmentCycle: opened } = await ask<{ openAssessmentCycle: Cycle }>(
    page,
    'mutation ($input: OpenAssessmentCycleInput!) { openAssessmentCycle(input: $input) { id version } }',
    {
      input: {
        ...{ title, organizationId: partyOrganizations.nodes[0]!.id, relations: ['LEADS'], groupBy: 'TIER' },
        ...{ tiers: ['SECRETARIAT'], organizationTypes: ['BRANCH', 'JOINT_BRANCH'] },
        schemeVersionId: cycleSchemes.find(({ name }) => name.zh === '六强')!.id,
        ...{ periodFrom: '2026-01-01', periodTo: '2026-06-30' },
        deadlines: stages.map((stage, i) => ({ stage, dueOn: day(5 + i) })),
      },
    },
  );
  const { advanceAssessmentCycle: cycle } = await ask<{ advanceAssessmentCycle: Cycle }>(
    page,
    'mutation ($input: AdvanceAssessmentCycleInput!) { advanceAssessmentCycle(input: $input) { id version } }',
    { input: { id: opened.id, version: opened.version } },
  );
  const { assessments } = await ask<{ assessments: { nodes: { id: string; subjectName: string }[] } }>(
    page,
    'query ($id: ID!) { assessments(first: 100, filter: { cycleId: $id }) { nodes { id subjectName } } }',
    { id: cycle.id },
  );
  return { ...cycle, assessments: assessments.nodes.map(({ id, subjectName: name }) => ({ id, name })) };
}

async function phoneOf(browser: Browser, baseURL: string | undefined, username: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  });
  const page = await context.newPage();
  await signIn(page, account(username).username);
  return page;
}

test('members vote secretly on many branches by their phones, and what was counted stands on the sheets', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await signIn(page, 'PARTY_STAFF');
  const title = `满意度测评${Date.now() % 100_000}`;
  const cycle = await begun(page, title);
  const { assessments } = cycle;
  await page.goto(`/assessments/${cycle.id}`);
  await page.getByRole('region', { name: '无记名测评' }).getByRole('link', { name: '办理' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '无记名测评' })).toBeVisible();
  await page.getByRole('button', { name: '开始测评' }).click();
  const form = page.getByRole('form', { name: '开始测评' });
  await expect(form.getByText(`票上的考核对象（${assessments.length}）`)).toBeVisible();
  const named = form.getByRole('combobox', { name: /^投票人/ });
  for (const { name } of voters.slice(0, 4)) {
    await named.fill(name);
    await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  }
  // four are fewer than the rule says: a reason is asked for, until there is a fifth
  await expect(form.getByLabel('人数不够，为什么仍要进行')).toBeVisible();
  await expectAccessible(page);
  await named.fill(voters[4]!.name);
  await page.locator('.ant-select-item-option').filter({ hasText: voters[4]!.name }).first().click();
  await page.keyboard.press('Escape');
  await expect(form.getByLabel('人数不够，为什么仍要进行')).toHaveCount(0);
  await form.getByRole('button', { name: '开始领票' }).click();
  const card = page.getByRole('region', { name: '党员满意度（党员）' });
  const figure = (name: string) => card.locator(`[data-figure="${name}"] dd`);
  await expect(figure('voters')).toHaveText('5');

  const phones: Page[] = [];
  for (const { username } of voters) {
    const phone = await phoneOf(browser, baseURL, username);
    phones.push(phone);
    await phone.goto('/my-scores');
    const own = phone.getByRole('listitem').filter({ hasText: title });
    await own.getByRole('link', { name: '领票，党员满意度' }).tap();
    await phone.getByRole('button', { name: '在这台设备上领票' }).tap();
    await expect(phone.getByText('已领票。等大家都领到，就开始投票。')).toBeVisible();
  }
  await expectAccessible(phones[0]!);
  await expect(figure('issued')).toHaveText('5');
  await card.getByRole('button', { name: '开始投票' }).click();
  await page.getByRole('form', { name: '开始投票' }).getByRole('button', { name: '开始投票' }).click();

  const papers: Promise<Record<string, string>>[] = [];
  for (const [n, phone] of phones.entries()) {
    phone.on('request', (request) => {
      if (request.url().endsWith('/ballots/papers')) papers.push(request.allHeaders());
    });
    const marks = phone.locator('.vote-mark');
    await expect(marks).toHaveCount(assessments.length);
    // the first of all is marked otherwise by the last two
    for (let i = 0; i < assessments.length; i += 1)
      await marks
        .nth(i)
        .getByRole('radio')
        .nth(i === 0 && n > 2 ? 1 : 0)
        .check();
    if (n === 0) {
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await expectAccessible(phone);
      // nothing of what was chosen is lost
      await phone.reload();
      await expect(phone.getByText(`已选 ${assessments.length} / ${assessments.length}`)).toBeVisible();
    }
    await phone.getByRole('button', { name: '封好并投票' }).tap();
    await expect(phone.getByText(/已封好|已投。投票后不能更改/)).toBeVisible();
  }
  for (const phone of phones) await expect(phone.locator('[data-receipt]')).toBeVisible();
  for (const sent of await Promise.all(papers))
    expect(Object.keys(sent).filter((name) => /cookie|referer|authorization/i.test(name))).toEqual([]);
  await expect(figure('cast')).toHaveText('5');
  await card.getByRole('button', { name: '计票', exact: true }).click();
  await page.getByRole('form', { name: '计票' }).getByRole('button', { name: '计票' }).click();

  const first = card.getByRole('row').nth(1);
  await expect(first.getByRole('cell')).toHaveText(['3', '2', '0', '0']);
  for (const phone of phones) {
    await expect(phone.getByText('我的票在票单里')).toBeVisible();
    await expect(phone.getByText('5 张票，每张都核验无误')).toBeVisible();
    await expect(phone.getByText('票单与存证的哈希一致')).toBeVisible();
  }
  await expectAccessible(phones[4]!);
  await expectAccessible(page);

  const name = await first.getByRole('rowheader').innerText();
  const assessed = assessments.find((one) => one.name === name)!;
  await page.goto(`/assessments/${cycle.id}/sheet/${assessed.id}?as=SELF`);
  await expect(page.getByText('满意 3 票 · 基本满意 2 票 · 不满意 0 票 · 不了解 0 票')).toBeVisible();
  for (const phone of phones) await phone.context().close();
  const { assessmentCycle } = await ask<{ assessmentCycle: Cycle }>(
    page,
    'query ($id: ID!) { assessmentCycle(id: $id) { id version } }',
    { id: cycle.id },
  );
  await ask(page, 'mutation ($input: CancelAssessmentCycleInput!) { cancelAssessmentCycle(input: $input) { id } }', {
    input: { ...assessmentCycle, reason: '旅程结束。' },
  });
});
