import { expect, expectAccessible, open, test } from './journey';

test('a scheme from 六强 is copied, changed by drag, faults seen and mended, previewed, published, and a cycle can choose it', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const name = `六强试行${Date.now() % 100_000}`;
  await open(page, 'PARTY_STAFF', '/schemes', '考核方案');
  // where each stands is told in the ledger: a draft with a fault, a scheme in its second version
  const line = (of: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: of, exact: true }) });
  await expect(line('六强').getByText('草稿有 1 处问题')).toBeVisible();
  await expect(line('文明单位').getByText('第 2 版')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '新建方案' }).click();
  const form = page.getByRole('form', { name: '新建方案' });
  await form.getByLabel('从哪里开始').click();
  await page.getByTitle('六强 第 1 版', { exact: true }).click();
  await form.getByLabel('中文名称').fill(name);
  await form.getByLabel('英文名称').fill('Six strengths on trial');
  await expectAccessible(page);
  await form.getByRole('button', { name: /新\s?建/ }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const faults = page.getByRole('region', { name: '问题' });
  await expect(faults.getByText('没有问题，可以发布。')).toBeVisible();
  await expectAccessible(page);

  // dragged into another group, its points are missing in one and too many in the other
  const tree = page.getByRole('region', { name: '指标树' });
  const row = (of: string) => tree.locator('.scheme-row').filter({ has: page.getByRole('button', { name: of }) });
  await row('到会率')
    .locator('.scheme-grip')
    .dragTo(row('任务具体、责任到人'), { targetPosition: { x: 120, y: 30 } });
  await expect(row('工作组织推动性强').getByText('合计 16.00，还差 4.00')).toBeVisible();
  await expect(row('工作计划导向性强').getByText('合计 19.00，多出 4.00')).toBeVisible();
  await expect(faults.getByText('2 处')).toBeVisible();
  await expect(faults.getByText('下面各项权重合计 16，应为 20。请调整。')).toBeVisible();
  await expectAccessible(page);
  // a fault leads to its row, and is mended there
  await faults.getByRole('button', { name: /工作组织推动性强/ }).click();
  const side = page.getByRole('form', { name: '指标内容' });
  await expect(side.getByLabel('中文名称')).toHaveValue('工作组织推动性强');
  await side.getByLabel('权重', { exact: true }).fill('16');
  await faults.getByRole('button', { name: /工作计划导向性强/ }).click();
  await expect(side.getByLabel('中文名称')).toHaveValue('工作计划导向性强');
  await side.getByLabel('权重', { exact: true }).fill('19');
  await expect(faults.getByText('没有问题，可以发布。')).toBeVisible();

  // without a mouse the same by keys: up by one, and taken back
  const moved = row('到会率').locator('.scheme-name');
  await moved.press('Alt+ArrowUp');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText(/保存于/)).toBeVisible();

  // a formula that names what is not there is refused while it is typed
  await row('党员人均学时').locator('.scheme-name').click();
  await expect(side.getByLabel('中文名称')).toHaveValue('党员人均学时');
  await side.getByLabel('怎么计分').click();
  await page.getByTitle('公式', { exact: true }).click();
  await side.getByLabel('公式').fill('weight * hours / 32');
  await expect(faults.getByText(/公式里的“hours”没有定义/)).toBeVisible();
  await side.getByLabel('公式').fill('weight * min(value, 32) / 32');
  await expect(faults.getByText('没有问题，可以发布。')).toBeVisible();

  await page.getByRole('button', { name: '试算' }).click();
  const result = page.getByRole('region', { name: '试算结果' });
  const before = await result.locator('.scheme-total strong').textContent();
  await expect(page.getByRole('region', { name: '为什么是这个分' }).getByText(/公式/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('发生严重违纪违法案件发生几次').fill('1');
  await expect(result.getByText('较差')).toBeVisible();
  await result.getByRole('button', { name: '换一组数' }).click();
  await expect(result.locator('.scheme-total strong')).not.toHaveText(before ?? '');

  await page.getByRole('button', { name: '版本差异' }).click();
  await expect(page.getByText('还没有可以比较的版本')).toBeVisible();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const publish = page.getByRole('form', { name: '发布第 1 版' });
  await expect(publish.getByText('发布后这一版不再改动，要改须起草新的一版。')).toBeVisible();
  await expectAccessible(page);
  await publish.getByRole('button', { name: '发布第 1 版' }).click();
  await expect(page.getByRole('button', { name: '起草新版' })).toBeVisible();
  await expect(page.getByText('已发布', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/assessments/new');
  const cycle = page.getByRole('form', { name: '开启考核' });
  await cycle.getByLabel('方案').click();
  await page.keyboard.type(name);
  await expect(page.getByTitle(`${name} 第 1 版`, { exact: true })).toBeVisible();
});

test('two versions are told apart, and what somebody saved meanwhile is not written over', async ({
  page,
  context,
}) => {
  await open(page, 'PARTY_STAFF', '/schemes', '考核方案');
  await page.getByRole('link', { name: '文明单位' }).click();
  await page.getByRole('button', { name: '版本差异' }).click();
  const changes = page.getByRole('list', { name: '版本差异' });
  await expect(changes.getByText('文明节约 › 制止餐饮浪费')).toBeVisible();
  const moved = changes
    .getByRole('listitem')
    .filter({ hasText: '文明节约 › 勤俭节约、绿色办公' })
    .filter({ hasText: '移动' });
  await expect(moved.getByText('文明办公', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto('/schemes');
  await page.getByRole('link', { name: '六强', exact: true }).click();
  const faults = page.getByRole('region', { name: '问题' });
  await expect(faults.getByText('下面各项权重合计 19，应为 20。请调整。')).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  const weigh = (on: typeof page, of: string, weight: string) => on.getByLabel(`${of}的权重`).fill(weight);
  await weigh(other, '到会率', '2');
  await other.getByRole('button', { name: '保存草稿' }).click();
  await expect(other.getByText(/保存于/)).toBeVisible();
  await weigh(page, '到会率', '4');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByRole('alert').getByText(/的草稿在 .* 由 .* 保存过/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '用对方保存的' }).click();
  await expect(page.getByLabel('到会率的权重')).toHaveValue('2');
  // left as the demo has it
  await weigh(page, '到会率', '3');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText(/保存于/)).toBeVisible();
});
