import { createWorld, unpack, type World } from '@dangwu/testing';
import { AuditSealer } from '@dangwu/platform/audit-chain';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Matters, type MatterAnswer } from '../trial/matters';

let world: World;
let matters: Matters;
let matter: MatterAnswer;
let folder: string;
let names: string[];

const fetchExport = (id: string, cookie: string) =>
  fetch(`${world.url}/files/matters/${id}/export.zip`, { headers: { cookie } });

beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  const branch = await world.branch('标准部党支部');
  // another one lies between its entries in the chain of the association
  await matters.submitted(branch, { title: '别的事项' });
  let first = await matters.submitted(branch, { title: '平台“二期” {建设}' });
  first = await matters.step('returnMatter', first, { reason: '没有“资金来源”："data":{"versionNo":9}' });
  await matters.handIn(first, '资金来源与预算');
  const [extra] = (await matters.handIn(await matters.read(first.id), '补充说明')).filter(
    ({ kind }) => kind === '补充说明',
  );
  await matters.step('removeMatterMaterial', await matters.read(first.id), { materialId: extra!.id });
  await matters.step('submitMatter', await matters.read(first.id));
  await world.app.get(AuditSealer, { strict: false }).seal();
  matter = await matters.step('acceptMatter', await matters.read(first.id));
  folder = await mkdtemp(path.join(tmpdir(), 'dangwu-export-'));
  const response = await fetchExport(matter.id, world.staff.cookie);
  expect(response.status).toBe(200);
  expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain('档案.zip');
  names = await unpack(Buffer.from(await response.arrayBuffer()), folder);
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** What an outsider runs. */
function verify(at: string): { readonly status: number | null; readonly says: string } {
  const { status, stdout, stderr } = spawnSync('bash', [path.join(at, 'verify.sh')], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { status, says: stdout };
}
/** The same in a copy in which something was changed. */
async function tampered(change: (at: string) => Promise<void>) {
  const at = `${folder}-copy`;
  await cp(folder, at, { recursive: true });
  try {
    await change(at);
    return verify(at);
  } finally {
    await rm(at, { recursive: true, force: true });
  }
}
const edit = (at: string, name: string, change: (text: string) => string) =>
  readFile(path.join(at, name), 'utf8').then((text) => writeFile(path.join(at, name), change(text)));
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
/** Somebody who knows how it is made corrects the sums afterwards. */
async function resum(at: string, name: string) {
  const hash = sha256(await readFile(path.join(at, name)));
  await edit(at, 'SHA256SUMS', (text) => text.replace(new RegExp(`^[0-9a-f]{64}(  ${name})$`, 'm'), `${hash}$1`));
}

describe('the file of a matter', () => {
  it('holds record, versions, all materials, seals and how to verify it', async () => {
    expect(names).toEqual([
      'VERIFY.zh.txt',
      'VERIFY.en.txt',
      'verify.sh',
      'record.jsonl',
      'record.sha256',
      'versions/1.json',
      'versions/2.json',
      'materials.txt',
      expect.stringMatching(/^materials\/001-/),
      expect.stringMatching(/^materials\/002-/),
      expect.stringMatching(/^materials\/003-/),
      'audit/seals.txt',
      expect.stringMatching(/^audit\/block-\d+\.json$/),
      expect.stringMatching(/^audit\/block-\d+\.sig$/),
      'SHA256SUMS',
    ]);
    const { status, says } = verify(folder);
    expect(says).toContain('✓ 完整：记录 10 条');
    expect(status).toBe(0);
  });

  it('ties each entry to its sealed event, and the block to the head that was mailed', async () => {
    const seals = (await readFile(path.join(folder, 'audit/seals.txt'), 'utf8')).trim().split('\n');
    const hashes = (await readFile(path.join(folder, 'record.sha256'), 'utf8')).trim().split('\n');
    expect(seals.map((line) => /recordHash=(\w+)/.exec(line)![1])).toEqual(hashes);
    // the last step came after the sealing
    expect(seals.map((line) => line.endsWith('block=-'))).toEqual([...hashes.slice(1).map(() => false), true]);
    const block = names.find((name) => name.endsWith('.json') && name.startsWith('audit/'))!;
    const [head] = await world.write((tx) =>
      tx.query<{ hash: string }[]>(`select encode(hash, 'hex') as hash from audit_block where number = $1`, [
        Number(/\d+/.exec(block)![0]),
      ]),
    );
    expect(sha256(await readFile(path.join(folder, block)))).toBe(head!.hash);
  });

  it('leaves an event with the hash of its sums', async () => {
    const events = await matters.events(matter);
    expect(events.filter(({ action }) => action === 'matter.export')).toEqual([
      {
        action: 'matter.export',
        after: { files: names.length, sumsHash: sha256(await readFile(path.join(folder, 'SHA256SUMS'))) },
      },
    ]);
  });

  it('is for whoever reads the matter', async () => {
    const other = await world.another();
    expect((await fetchExport(matter.id, other.staff.cookie)).status).toBe(404);
    const elsewhere = await world.account('SECRETARY', await world.branch('另一个支部'));
    expect((await fetchExport(matter.id, elsewhere.cookie)).status).toBe(404);
  });
});

describe('a file that somebody changed', () => {
  it.each([
    [
      'an entry',
      'record.jsonl 第 3 条被改动过',
      (at: string) => editLine(at, 3, (line) => line.replace('资金', '资源')),
    ],
    ['the last entry', 'record.jsonl 第 10 条被改动过', (at: string) => editLine(at, 10, (line) => `${line} `)],
    ['an entry taken out', 'record.jsonl 第 4 条', (at: string) => editLine(at, 4, () => null)],
    ['the end cut off', 'record.jsonl 第 10 条不见了', (at: string) => editLine(at, 10, () => null)],
  ])('names %s', async (_, words, change) => {
    const { status, says } = await tampered(change);
    expect(says).toContain(words);
    expect(status).toBe(1);
  });

  it('finds an entry whose hash was made anew, too', async () => {
    const { says, status } = await tampered(async (at) => {
      await editLine(at, 3, (line) => line.replace('资金', '资源'));
      const line = (await readFile(path.join(at, 'record.jsonl'), 'utf8')).split('\n')[2]!;
      await editLine(at, 3, () => sha256(line), 'record.sha256');
      await resum(at, 'record.jsonl');
      await resum(at, 'record.sha256');
    });
    expect(says).toContain('record.jsonl 第 4 条接不上前一条');
    expect(status).toBe(1);
  });

  it('names a version, a material that was exchanged, and one that is gone with its sum', async () => {
    const version = await tampered(async (at) => {
      await edit(at, 'versions/1.json', (text) => text.replace('二期', '三期'));
      await resum(at, 'versions/1.json');
    });
    expect(version.says).toContain('versions/1.json 与记录不符');
    const [material] = names.filter((name) => name.startsWith('materials/'));
    const exchanged = await tampered((at) => copyFile(path.join(at, 'record.jsonl'), path.join(at, material!)));
    expect(exchanged.says).toContain(`文件不符或缺失：${material}`);
    const gone = await tampered(async (at) => {
      await rm(path.join(at, material!));
      await edit(at, 'SHA256SUMS', (text) => text.replace(new RegExp(`^.*${material}\n`, 'm'), ''));
    });
    expect(gone.says).toContain('记录里的一件材料不在档案里');
  });
});

async function editLine(
  at: string,
  no: number,
  change: (line: string) => string | null,
  name = 'record.jsonl',
): Promise<void> {
  await edit(at, name, (text) => {
    const lines = text.trimEnd().split('\n');
    const line = change(lines[no - 1]!);
    lines.splice(no - 1, 1, ...(line === null ? [] : [line]));
    return `${lines.join('\n')}\n`;
  });
}
