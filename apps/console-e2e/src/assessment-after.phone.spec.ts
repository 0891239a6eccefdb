import { ask, expect, expectAccessible, signIn, test } from './journey';

test('two are compared on a phone: an indicator a line, its numbers below it', async ({ page }) => {
  await signIn(page, 'PARTY_STAFF');
  const { assessmentCycles } = await ask<{ assessmentCycles: { nodes: { id: string; title: string }[] } }>(
    page,
    '{ assessmentCycles(first: 1, filter: { stages: [FINAL] }) { nodes { id title } } }',
  );
  const { id } = assessmentCycles.nodes[0]!;
  const { assessments } = await ask<{ assessments: { nodes: { id: string }[] } }>(
    page,
    'query ($id: ID!) { assessments(first: 2, filter: { cycleId: $id }) { nodes { id } } }',
    { id },
  );
  const [first, second] = assessments.nodes as [{ id: string }, { id: string }];
  await page.goto(`/assessments/${id}/compare?first=${first.id}&second=${second.id}`);
  await expect(page.getByRole('region', { name: '逐项对比' }).getByRole('row').nth(1)).toBeVisible();
  // nothing is wider than the screen
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
});
