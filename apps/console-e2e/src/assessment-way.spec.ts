import type { Page } from '@playwright/test';
import { Way } from './assessment-journey';
import { choose, expect, expectAccessible, open, signIn, test } from './journey';

test('the assessed fills in its own with what is recorded already, whoever stands above cuts with a word, an expert keeps away', async ({
  page,
}) => {
  const way = new Way(page);
  await way.open();
  const own = way.named('秘书处');
  await way.expert('钱屹', [own]);
  await way.advance('SELF_ASSESSMENT');

  await open(page, 'SECRETARY', '/assessments', '考核考评');
  const asked = page.getByRole('region', { name: '等您办的考核' }).getByRole('listitem').filter({ hasText: way.title });
  await expect(asked.getByText('待自评')).toBeVisible();
  await asked.getByRole('button', { name: '填写自评' }).click();
  const entries = page.getByRole('radiogroup', { name: /，选档$/ });
  await expect(entries.first()).toBeVisible();
  // nothing is uploaded that the system has
  await page.getByRole('button', { name: '选佐证' }).first().click();
  const records = page.getByRole('dialog', { name: /的佐证$/ });
  await expectAccessible(page);
  await records.getByRole('checkbox').first().check();
  await records.getByRole('button', { name: '关闭' }).click();
  await expect(page.locator('.sheet-evidence a').first()).toBeVisible();
  await entries.first().focus();
  for (let left = await entries.count(); left > 0; left -= 1) {
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('已保存')).toBeVisible();
  await page.getByRole('button', { name: '提交自评' }).click();
  await expect(page.getByText('已提交').first()).toBeVisible();

  await signIn(page, 'PARTY_STAFF');
  await way.advance('VERIFICATION');
  await page.goto(`${way.address}/sheet/${own.id}?as=VERIFIER`);
  // what the assessed said stands there with its evidence, and holds where nothing else is said
  await expect(page.locator('.sheet-evidence a').first()).toBeVisible();
  await entries.first().focus();
  await page.keyboard.press('2');
  await page.getByRole('button', { name: '提交核实' }).click();
  await expect(page.getByRole('dialog').getByText('没有说明理由')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByPlaceholder('扣了分，说明理由').fill('制度有，台账缺一册。');
  await expect(page.getByText('已保存')).toBeVisible();
  await page.getByRole('button', { name: '提交核实' }).click();
  await expect(page.getByText('已提交').first()).toBeVisible();
  await expectAccessible(page);

  await way.advance('EXPERT_REVIEW');
  await open(page, 'EXPERT', '/my-scores', '我的评分');
  await expect(page.locator(`a[href*="${way.id}/sheet/"]`)).toHaveCount(way.assessed.length - 1);
  await expect(page.locator(`a[href*="/sheet/${own.id}"]`)).toHaveCount(0);
  await page.goto(`${way.address}/sheet/${own.id}?as=EXPERT`);
  await expect(page.getByText('您不能给它评分')).toBeVisible();
});

test('results are moderated under the limit with a tie, go on notice, and an objection changes one', async ({
  page,
}) => {
  const way = new Way(page);
  await way.open();
  await way.expert('许蔓');
  await way.advance('SELF_ASSESSMENT');
  await way.advance('EXPERT_REVIEW');
  const own = way.named('秘书处');
  for (const one of way.assessed) await way.vote(one);
  // one is cut, and all others are equal: more than the limit takes
  await signIn(page, 'xuman');
  for (const one of way.assessed) await way.fill(one, 'EXPERT', (line) => (line === 0 && one === own ? 2 : 1));
  await signIn(page, 'PARTY_STAFF');
  await way.advance('MODERATION');

  await page.goto(`${way.address}/moderation`);
  await page.getByRole('button', { name: '算分' }).click();
  await expect(page.getByText(/^算了 8 个/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/名次并列/).first()).toBeVisible();
  await expect(page.getByText('到线，超出比例').first()).toBeVisible();
  await expectAccessible(page);
  // a point less for one of them, with the reason, and it stands behind the others
  const drawer = page.getByRole('dialog', { name: own.name });
  await page.getByRole('button', { name: own.name }).click();
  await drawer.getByRole('button', { name: '调整', exact: true }).click();
  await drawer.getByRole('combobox', { name: '指标' }).click();
  await choose(page, '办公秩序');
  await drawer.getByLabel('改为').fill('9');
  await drawer.getByLabel('理由').fill('抽查时有一间办公室杂乱。');
  await drawer.getByRole('button', { name: '调整并重算' }).click();
  await expect(page.getByText(/^已调整，总分/)).toBeVisible();
  await drawer.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '公示', exact: true }).click();
  const form = page.getByRole('form', { name: '公示' });
  await form.getByRole('checkbox', { name: '总分' }).uncheck();
  await form.getByRole('button', { name: '公示', exact: true }).click();
  await expect(page.getByText(/^已公示，到/)).toBeVisible();

  // everybody sees what was chosen, and nothing else
  await open(page, 'MEMBER', `${way.address}/notice`, `${way.title} · 公示`);
  await expect(page.getByRole('row').filter({ hasText: own.name })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '总分' })).toHaveCount(0);
  await expectAccessible(page);

  await open(page, 'SECRETARY', `${way.address}/results/${own.id}`, own.name);
  await expect(page.getByRole('heading', { name: '平衡调整' })).toBeVisible();
  await page.getByRole('button', { name: '提出异议' }).click();
  const objection = page.getByRole('form', { name: '提出异议' });
  await objection.getByRole('combobox', { name: '对什么有异议' }).click();
  await choose(page, '办公秩序');
  await objection.getByLabel('异议内容').fill('那一间当天在搬迁，附有搬迁通知。');
  await objection.getByRole('button', { name: '提出异议' }).click();
  await expect(page.getByText('已提出异议，处理后会通知您。')).toBeVisible();

  await open(page, 'PARTY_STAFF', `${way.address}/moderation`, '平衡');
  await decide(page, own.name, '10', '搬迁属实，按复核结果给满分。');
  await open(page, 'SECRETARY', `${way.address}/results/${own.id}`, own.name);
  await expect(page.getByText(/总分 \d+\.\d\d 改为 \d+\.\d\d（\+1\.00）/)).toBeVisible();
});

test('the last objection of a cycle is decided, it becomes final, and shows who was late', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/assessments', '考核考评');
  await page.getByRole('link', { name: /文明单位检查评比$/ }).click();
  await expect(page.getByText('处理异议', { exact: true }).first()).toBeVisible();
  // late is marked, and never refused
  await expect(page.getByText(/（逾期）/).first()).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/moderation`);
  await page.getByRole('button', { name: '定等归档' }).click();
  const form = page.getByRole('form', { name: '定等归档' });
  await form.getByRole('button', { name: '定等归档' }).click();
  await expect(form.getByText(/异议/).last()).toBeVisible();
  await form.getByRole('button', { name: '取消' }).click();
  const row = page.getByRole('row').filter({ hasText: '有异议' });
  const name = await row.getByRole('button').innerText();
  await decide(page, name, '8', '按搬迁后的情况复核，扣 2 分。');
  await page.getByRole('button', { name: '定等归档' }).click();
  await form.getByRole('button', { name: '定等归档' }).click();
  await expect(page.getByText('已定等归档。')).toBeVisible();
  await expect(page.getByRole('button', { name: '定等归档' })).toHaveCount(0);
  await expectAccessible(page);
});

/** An objection is upheld with other points, and the difference is told. */
async function decide(page: Page, name: string, points: string, answer: string): Promise<void> {
  const drawer = page.getByRole('dialog', { name });
  await page.getByRole('button', { name, exact: true }).click();
  await drawer.getByRole('button', { name: '处理异议' }).click();
  const form = drawer.getByRole('form', { name: '处理异议' });
  await form.getByRole('radio', { name: '成立', exact: true }).check();
  await form.getByLabel('改为').fill(points);
  await form.getByLabel('答复').fill(answer);
  await form.getByRole('button', { name: '处理', exact: true }).click();
  await expect(page.getByText(/^已处理，总分 .+ 改为 .+（[+−-]/)).toBeVisible();
  await drawer.getByRole('button', { name: '关闭' }).click();
}
