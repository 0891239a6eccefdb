import { localId } from '@dangwu/platform/ids';
import { createWorld, unpack, type Actor, type World } from '@dangwu/testing';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ArrangedCycle } from '../trial/arrange-cycle';
import { ScoredCycles } from '../trial/scored-cycles';

let world: World;
let cycles: ScoredCycles;
let cycle: ArrangedCycle;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  cycles = await ScoredCycles.in(world);
  cycle = await cycles.finished(['GRADE', 'TOTAL', 'RANK', 'DIMENSIONS']);
  folder = await mkdtemp(path.join(tmpdir(), 'dangwu-letters-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (address: string, { cookie }: Actor = world.staff) =>
  fetch(`${world.url}${address}`, { headers: { cookie } });
const letter = (n: number, format: string, actor?: Actor) =>
  get(`/files/assessment-letters/${cycle.assessments[n]!}.${format}`, actor);
const refusal = async (response: Response) =>
  (await response.json()) as { extensions?: { reason: string }; reason?: string };
async function issue(): Promise<{ fileId: string; message: { zh: string } }> {
  const { version } = await cycles.read(cycle.id);
  const id = await cycles.job('issueAssessmentLetters', { id: cycle.id, version });
  const [job] = await world.write((tx) =>
    tx.query<{ fileId: string; message: { zh: string } }[]>(
      `select file_id as "fileId", message from job where id = $1`,
      [id],
    ),
  );
  return job!;
}
const letters = () =>
  world.write((tx) =>
    tx.query<{ number: string; title: string; hash: string; content: object }[]>(
      `select number, title, content_hash as hash, content from assessment_letter order by issued_at, number`,
    ),
  );

describe('before they are issued', () => {
  it('whoever conducts the cycle sees a draft, the assessed are told to wait, others see nothing', async () => {
    const draft = await letter(0, 'pdf');
    expect(draft.status).toBe(200);
    expect(decodeURIComponent(draft.headers.get('content-disposition')!)).toContain('综合部党支部关于');
    expect(decodeURIComponent(draft.headers.get('content-disposition')!)).toContain('（草稿）.pdf');
    const own = await letter(0, 'pdf', cycles.secretary);
    expect(own.status).not.toBe(200);
    expect(JSON.stringify(await refusal(own))).toContain('LETTER_NOT_ISSUED');
    expect((await letter(1, 'pdf', cycles.secretary)).status).toBe(404);
    expect((await letter(0, 'exe')).status).toBe(404);
  });
});

describe('issued', () => {
  it('gives each a number without gaps, once, and packs all of them', async () => {
    const { fileId, message } = await issue();
    expect(message.zh).toBe('印发 4 份，打包 4 份');
    const all = await letters();
    expect(all.map(({ number }) => number.replace(/^考核〔\d+〕/, ''))).toEqual(['1号', '2号', '3号', '4号']);
    const zip = await get(`/files/File_${fileId.replaceAll('-', '')}`);
    const names = await unpack(Buffer.from(await zip.arrayBuffer()), folder);
    expect(names).toEqual([
      '目录.csv',
      'SECRETARIAT/0001-综合部党支部.pdf',
      'SECRETARIAT/0002-标准部党支部.pdf',
      'SECRETARIAT/0003-会员部党支部.pdf',
      'SECRETARIAT/0004-国际部党支部.pdf',
      'SHA256SUMS',
    ]);
    const sums = (await readFile(path.join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
    expect(sums).toHaveLength(5);
    for (const line of sums) {
      const [hash, name] = line.split('  ') as [string, string];
      expect(
        createHash('sha256')
          .update(await readFile(path.join(folder, name)))
          .digest('hex'),
      ).toBe(hash);
    }
    expect(await readFile(path.join(folder, '目录.csv'), 'utf8')).toContain('"综合部党支部"');
    // asked for again nothing is issued anew
    expect((await issue()).message.zh).toBe('印发 0 份，打包 4 份');
    expect(await letters()).toEqual(all);
  });

  it('stays as it was issued, and is the assessed’s own', async () => {
    const [first] = await letters();
    const own = await letter(0, 'docx', cycles.secretary);
    expect(own.status).toBe(200);
    expect(decodeURIComponent(own.headers.get('content-disposition')!)).toContain(first!.number);
    const answer = await world
      .as(cycles.secretary)
      .query<{ assessment: { letters: { number: string; url: string }[] } }>(
        `query ($id: ID!) { assessment(id: $id) { letters { number url } } }`,
        { id: cycle.assessments[0]! },
      );
    expect(answer.assessment.letters).toEqual([
      { number: first!.number, url: `/files/assessment-letters/${cycle.assessments[0]!}` },
    ]);
    const [event] = await world.write((tx) =>
      tx.query<{ after: object }[]>(
        `select after from audit_event where action = 'assessment.downloadLetter' and account_id = $1 order by id desc limit 1`,
        [cycles.secretary.accountId],
      ),
    );
    expect(event!.after).toEqual({ format: 'docx', number: first!.number });
  });

  it('stands in the register of numbers, for whoever may read it', async () => {
    const numbers = async (actor: Actor) =>
      (
        await world
          .as(actor)
          .query<{ documentNumbers: { nodes: { text: string; aboutId: string }[] } }>(
            `{ documentNumbers(first: 10, filter: { kinds: [ASSESSMENT_LETTER] }) { nodes { text aboutId } } }`,
          )
      ).documentNumbers.nodes;
    const all = await numbers(world.staff);
    expect(all).toHaveLength(4);
    expect(all[0]!.aboutId).toBe(cycle.id);
  });

  it('is issued anew, under another number, where the result is another after all', async () => {
    const id = cycle.assessments[0]!;
    const { version } = await cycles.read(cycle.id);
    await cycles.do('reopenAssessmentCycle', { id: cycle.id, version, to: 'MODERATION', reason: '复核' });
    await expect(issue()).rejects.toMatchObject({ reason: 'CYCLE_STAGE' });
    const set = { id, version: await cycles.versionOf(id), nodeKey: 'drive.study', points: '10', reason: '复核更正' };
    await cycles.change('adjustAssessment', set);
    await cycles.step('publishAssessmentNotice', await cycles.read(cycle.id), { fields: ['GRADE'] });
    world.clock.advance(15 * 86_400_000);
    world.staff = await world.account('PARTY_STAFF');
    await cycles.advance(await cycles.read(cycle.id));
    await cycles.step('finishAssessmentCycle', await cycles.read(cycle.id));
    expect((await issue()).message.zh).toMatch(/^印发 [1-4] 份，打包 4 份$/);
    const own = await world.write((tx) =>
      tx.query<{ number: string; content: { body: unknown } }[]>(
        `select number, content from assessment_letter where assessment_id = $1 order by issued_at`,
        [localId('Assessment', id)],
      ),
    );
    expect(own).toHaveLength(2);
    expect(JSON.stringify(own[1]!.content)).toContain('90.00');
    expect(JSON.stringify(own[0]!.content)).toContain('100.00');
  });
});

describe('the notice as a document', () => {
  it('shows what was chosen, to everybody', async () => {
    const other = await cycles.published(['GRADE']);
    const member = await world.account('MEMBER', cycles.branches[1]);
    const pdf = await get(`/files/assessment-cycles/${other.id}/notice.pdf`, member);
    expect(pdf.status).toBe(200);
    expect(decodeURIComponent(pdf.headers.get('content-disposition')!)).toContain('结果的公示.pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await get(`/files/assessment-cycles/${other.id}/notice.docx`, member)).status).toBe(200);
    const before = await cycles.evenly();
    expect((await get(`/files/assessment-cycles/${before.id}/notice.pdf`, member)).status).toBe(404);
  });
});
