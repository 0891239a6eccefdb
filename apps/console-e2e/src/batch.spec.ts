import { ask, choose, expect, expectAccessible, open, signIn, test } from './journey';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Units of this journey alone: others count and change theirs. */
async function register(page: Parameters<typeof ask>[0], name: string, more: object = {}): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { id: string }[] } }>(
    page,
    '{ organizations(first: 1) { nodes { id } } }',
  );
  const input = {
    organizationId: organizations.nodes[0]?.id,
    name,
    kind: 'OTHER',
    coverage: 'UNCOVERED',
    effectiveOn: today(),
    basis: '旅程',
    ...more,
  };
  const done = await ask<{ registerUnit: { id: string } }>(
    page,
    'mutation r($input: RegisterUnitInput!) { registerUnit(input: $input) { id } }',
    { input },
  );
  return done.registerUnit.id;
}

test('chosen units are changed together: told before, counted on the button, refused when they changed since', async ({
  page,
  watch,
}) => {
  watch.expected.push(/status of 4\d\d/);
  await signIn(page, 'PARTY_STAFF');
  await register(page, '成批甲公司');
  await register(page, '成批乙公司');
  const third = await register(page, '成批丙公司', { coverage: 'LIAISON' });
  await open(page, 'PARTY_STAFF', '/units?search=成批', '单位');
  await page.getByRole('checkbox', { name: '选择本页全部' }).click();
  const bar = page.getByRole('region', { name: '批量' });
  await expect(bar.getByText('已选 3 项')).toBeVisible();
  await expectAccessible(page);
  await bar.getByRole('button', { name: '变更覆盖方式' }).click();
  const drawer = page.getByRole('dialog', { name: '变更覆盖方式' });
  await drawer.getByRole('radio', { name: '派联络员' }).check();
  await expect(drawer.getByText('将变更 2 项，1 项已是如此。')).toBeVisible();
  await drawer.getByRole('textbox', { name: '联络员' }).fill('陈思');
  await expect(drawer.getByText('将变更 3 项。')).toBeVisible();
  await expectAccessible(page);
  await drawer.getByLabel('依据', { exact: true }).fill('关于派党建联络员的通知');

  // Somebody else is quicker.
  await ask(page, 'mutation c($input: CloseUnitInput!) { closeUnit(input: $input) { id } }', {
    input: { id: third, version: 1, effectiveOn: today(), basis: '退会' },
  });
  await drawer.getByRole('button', { name: '变更 3 个单位' }).click();
  await expect(drawer.getByRole('alert')).toContainText('没有写入任何内容');
  await expect(drawer.getByText('将变更 2 项，跳过 1 项。')).toBeVisible();
  await expect(drawer.getByText(`“成批丙公司”已在 ${today()} 注销`)).toBeVisible();
  await drawer.getByRole('button', { name: '变更 2 个单位' }).click();
  await expect(page.getByText('已变更 2 项，跳过 1 项。')).toBeVisible();
  await expect(page.getByRole('row', { name: /成批甲公司/ }).getByText('派联络员')).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('all rows of a filter are chosen; without any filter nothing is changed', async ({ page, watch }) => {
  watch.expected.push(/status of 4\d\d/);
  await open(page, 'PARTY_STAFF', '/units', '单位');
  const bar = page.getByRole('region', { name: '批量' });
  await page.getByRole('checkbox', { name: '选择本页全部' }).click();
  await bar.getByRole('button', { name: /^选择符合条件的全部/ }).click();
  await expect(bar.getByText(/^已选符合条件的全部 \d+ 项$/)).toBeVisible();
  await bar.getByRole('button', { name: '变更所属层面' }).click();
  const drawer = page.getByRole('dialog', { name: '变更所属层面' });
  await drawer.getByLabel('所属层面').click();
  await choose(page, '理事会');
  await expect(drawer.getByRole('alert')).toContainText('没有任何筛选条件');
  await expect(drawer.getByRole('button', { name: '变更 0 个单位' })).toBeDisabled();
  await drawer.getByRole('button', { name: '取消' }).click();
  // Choosing ends with the conditions it was made under.
  await page.getByRole('checkbox', { name: '够条件未建' }).click();
  await expect(bar).toHaveCount(0);
});
