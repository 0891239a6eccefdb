import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, open, test } from './journey';
import { accepted, called, ROOM_MEMBERS } from './room-journey';

/** What a click on a link brings, as a file of this name. */
async function downloaded(page: Page, link: string): Promise<{ name: string; file: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), file: await download.path() };
}

test('the file of a matter: downloaded, verified outside, and one changed word is found', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const id = await accepted(page, 'PERSONNEL', '旅程聘任档案室主任');
  await page.goto(`/matters/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: '旅程聘任档案室主任' })).toBeVisible();
  await expectAccessible(page);
  const { name, file } = await downloaded(page, '导出事项档案（zip）');
  expect(name).toMatch(/^前审〔\d{4}〕\d+号档案\.zip$/);
  const folder = await mkdtemp(path.join(tmpdir(), 'dangwu-journey-'));
  try {
    // as an outsider does it: nothing of ours runs here
    execFileSync('unzip', ['-q', file, '-d', folder]);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['VERIFY.zh.txt', 'record.jsonl', 'SHA256SUMS']));
    const verify = () => spawnSync('bash', ['verify.sh'], { cwd: folder, encoding: 'utf8' });
    expect(verify().stdout).toContain('✓ 完整');
    const record = path.join(folder, 'record.jsonl');
    await writeFile(record, (await readFile(record, 'utf8')).replace('ACCEPTED', 'RETURNED'));
    const found = verify();
    expect(found.stdout).toMatch(/record\.jsonl 第 \d+ 条被改动过/);
    expect(found.status).toBe(1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the papers of a session: one pack, a notice under its number with the picture of a seal', async ({ page }) => {
  await open(page, 'PARTY_STAFF', '/matters', '重大事项');
  const matter = await accepted(page, 'PERSONNEL', '旅程聘任会务主任');
  const id = await called(page, { title: '旅程会议材料', members: ROOM_MEMBERS, matters: [matter] });
  await page.goto(`/sessions/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: '旅程会议材料' })).toBeVisible();
  const pack = await downloaded(page, '下载会议材料（PDF）');
  expect(pack.name).toBe('旅程会议材料会议材料.pdf');
  const bytes = await readFile(pack.file);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  // its members were called, so that this one is kept
  await expect(page.getByText(/^第 1 版，\d+ 页，.* 生成并保存/)).toBeVisible();
  const draft = await downloaded(page, '预览草稿：会议通知 ');
  expect(draft.name).toBe('关于召开旅程会议材料的通知（草稿）.pdf');
  await expect(page.getByRole('link', { name: /^PDF：/ })).toHaveCount(0);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^(上传|更换)：审议机构的签章图像$/ }).click(),
  ]);
  await chooser.setFiles({ name: '签章.png', mimeType: 'image/png', buffer: POINT });
  await expect(page.getByRole('button', { name: '更换：审议机构的签章图像' })).toBeVisible();
  await page.getByRole('checkbox', { name: '加签章图像' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: '印发会议通知' }).click();
  await expect(page.getByText('签章图像，不具有电子签名的法律效力').first()).toBeVisible();
  const link = page.getByRole('link', { name: /^PDF：关于召开旅程会议材料的通知，会通〔\d{4}〕\d+号$/ });
  await expect(link).toBeVisible();
  const [notice] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(notice.suggestedFilename()).toMatch(/^关于召开旅程会议材料的通知会通〔\d{4}〕\d+号\.pdf$/);
  await expectAccessible(page);
});

/** A picture of one grey point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
