import { ask, expect, expectAccessible, open, signIn, test } from './journey';

const scope = { tiers: ['SECRETARIAT', 'ENTERPRISE'], relations: ['LEADS', 'GUIDES'] };

/** A day so many days from now, in China. */
const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

test('a cycle is opened over two groups, told to those below, moved on without what is missing, and cancelled', async ({
  page,
}) => {
  // figures are read in the background, after whatever else the worker has to do
  test.setTimeout(360_000);
  const title = `考核试行${Date.now() % 100_000}`;
  await open(page, 'PARTY_STAFF', '/assessments', '考核考评');
  await expectAccessible(page);
  await page.getByRole('button', { name: '开启考核' }).click();
  const form = page.getByRole('form', { name: '开启考核' });
  await form.getByLabel('方案').click();
  await page.getByTitle(/^六强 第 1 版$/).click();
  await form.getByLabel('名称').fill(title);
  await form.locator('.picker').click();
  await page.getByLabel('名称、代码或拼音首字母').fill('DZ0001');
  await page.getByRole('list', { name: '搜索结果' }).getByRole('button').first().click();
  for (const tier of ['秘书处', '会办（控股）企业']) {
    await form.getByRole('combobox', { name: '层面' }).click();
    await page.getByTitle(tier, { exact: true }).click();
    await page.keyboard.press('Escape');
  }
  // whom it covers is told while it is chosen
  const preview = page.getByRole('region', { name: '将考核谁' });
  await expect(preview.getByText('秘书处', { exact: true })).toBeVisible();
  await expect(preview.getByText('会办（控股）企业', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: '不在范围内' })).toBeVisible();
  await expectAccessible(page);
  await form.getByRole('button', { name: '开启' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('筹备', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '开始自评' }).click();
  const move = page.getByRole('form', { name: '进入下一阶段' });
  await expect(move.getByText(/个党组织会收到通知/)).toBeVisible();
  await move.getByRole('button', { name: '进入自评' }).click();
  await expect(page.getByRole('button', { name: '结束自评' })).toBeVisible();

  // what is missing is told first, and to go on without it takes a reason
  await page.getByRole('button', { name: '结束自评' }).click();
  await expect(move.getByText(/个党组织没有交自评/)).toBeVisible();
  await move.getByRole('button', { name: '进入上级核实' }).click();
  await expect(move.getByText('请填写。')).toBeVisible();
  await move.getByLabel('还有没办完的，为什么不再等').fill('试行，不等全部交齐。');
  await move.getByRole('button', { name: '进入上级核实' }).click();
  // figures are read in the background, and then the stage begins
  await expect(page.getByRole('button', { name: '结束核实' })).toBeVisible({ timeout: 240_000 });
  await expect(page.getByRole('region', { name: '经过' }).getByText(/已取 \d+ 个党组织的 \d+ 项数/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '取消考核' }).click();
  const cancel = page.getByRole('form', { name: '取消考核' });
  await cancel.getByLabel('原因').fill('试行结束。');
  await cancel.getByRole('button', { name: '取消考核' }).click();
  await expect(page.getByText('已取消：试行结束。')).toBeVisible();
});

test('a guided organization is invited and takes part; what comes late is marked, not refused', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const { cycleSchemes } = await ask<{ cycleSchemes: { id: string }[] }>(page, '{ cycleSchemes { id } }');
  const { partyOrganizations } = await ask<{ partyOrganizations: { nodes: { id: string }[] } }>(
    page,
    '{ partyOrganizations(first: 1, filter: { search: "DZ0001" }) { nodes { id } } }',
  );
  const title = `会员单位自愿考核${Date.now() % 100_000}`;
  const stages = ['SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'MODERATION', 'NOTICE', 'OBJECTION', 'FINAL'];
  const input = {
    ...scope,
    tiers: ['MEMBER_UNIT'],
    organizationId: partyOrganizations.nodes[0]!.id,
    schemeVersionId: cycleSchemes[0]!.id,
    groupBy: 'TIER',
    title,
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    deadlines: stages.map((stage, i) => ({ stage, dueOn: day(i + 1) })),
  };
  const { openAssessmentCycle: made } = await ask<{ openAssessmentCycle: { id: string; version: number } }>(
    page,
    'mutation ($input: OpenAssessmentCycleInput!) { openAssessmentCycle(input: $input) { id version } }',
    { input },
  );
  await ask(page, 'mutation ($input: AdvanceAssessmentCycleInput!) { advanceAssessmentCycle(input: $input) { id } }', {
    input: { ...made, reason: '邀请' },
  });

  await open(page, 'luohaiyun', '/assessments', '考核考评');
  const own = page.getByRole('region', { name: '等您办的考核' }).getByRole('listitem').filter({ hasText: title });
  await expect(own.getByText('待答复邀请')).toBeVisible();
  await own.getByRole('button', { name: '答复邀请' }).click();
  const answer = page.getByRole('form', { name: '答复邀请' });
  await expectAccessible(page);
  await answer.getByRole('button', { name: '答复', exact: true }).click();
  await expect(own.getByText('待自评')).toBeVisible();
  await own.getByRole('link', { name: title }).click();
  // its own line, the stages with their days, and nothing of the others
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('region', { name: '考核要您做的' }).getByText('待自评').first()).toBeVisible();
  await expect(page.getByRole('list', { name: '阶段与期限' }).getByRole('listitem')).toHaveCount(7);
  await expect(page.getByRole('region', { name: '考核对象' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: '专家' })).toHaveCount(0);
  await expectAccessible(page);
});
