import { PDFDocument } from '@cantoo/pdf-lib';
import { canonical } from '@dangwu/ballots';
import { DocumentNumbers } from '@dangwu/documents';
import { Database, systemScope } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { createWorld, unpack, type Actor, type World } from '@dangwu/testing';
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EntityManager } from 'typeorm';
import { endsAt, PlannedSessions, startsAt, type SessionAnswer } from '../trial/planned-sessions';
import type { MatterAnswer } from '../trial/matters';
import { picture } from '../trial/picture';

let world: World;
let sessions: PlannedSessions;
let sitting: Actor;
let session: SessionAnswer;
let matter: MatterAnswer;
let home: { id: string };

interface Issued {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly contentHash: string;
  readonly sealed: boolean;
  readonly url: string;
}
const fields = 'id number title contentHash sealed url';
const issue = (input: object, actor?: Actor): Promise<Issued> =>
  sessions.do<Issued>('issueSessionDocument', { sessionId: session.id, ...input }, actor, fields);
const get = (path: string, actor: Actor = world.staff) =>
  fetch(`${world.url}${path}`, { headers: { cookie: actor.cookie } });
const bytes = async (path: string, actor?: Actor) => {
  const response = await get(path, actor);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

beforeAll(async () => {
  world = await createWorld({ now: '2026-09-28T02:00:00Z' });
  sessions = new PlannedSessions(world);
  sitting = await world.account('MEMBER', await world.branch('别的支部'));
  await sessions.holds(world.root, '罗景行', 'SECRETARY');
  await sessions.holds(world.root, '秦悦', 'COMMITTEE_MEMBER', sitting);
  home = await world.branch('标准部党支部');
  matter = await sessions.accepted(home);
  session = await sessions.call({ joint: true, council: '周常务 会长\n罗景行 副会长', startsAt, endsAt });
  session = await sessions.schedule(session, matter);
});
afterAll(() => world.close());

const questions = [{ key: 'matter', title: '是否同意', options: [{ key: 'FOR', title: '赞成' }] }];
const list = { format: 'dangwu-ballot/1', id: randomUUID(), title: '无记名投票', questions, groups: [], papers: [] };
const hash = createHash('sha256').update(canonical(list)).digest('hex');
/** A secret vote that was passed and published. */
const voted = async (tx: EntityManager): Promise<void> => {
  const at = [
    world.associationId,
    localId('PartyOrganization', world.root.id),
    localId('SessionItem', session.items[0]!.id),
  ];
  await tx.query(
    `insert into ballot (id, association_id, organization_id, subject_type, subject_id, title, secrecy, questions, state,
         issued, papers, published, published_hash)
       values ($4, $1, $2, 'SessionItem', $3, '无记名投票', 'SECRET', $5, 'CLOSED', 0, 0, $6, $7)`,
    [...at, list.id, JSON.stringify(questions), list, hash],
  );
  await tx.query(
    `insert into session_vote (id, association_id, organization_id, item_id, body, ballot_id, secrecy, entitled, present,
         recused, presence, majority_base, majority, base, needed, in_favour, against, abstained, opened_at, closed_at)
       values (gen_random_uuid(), $1, $2, $3, 'PARTY', $4, 'SECRET', 1, 1, 0, '>= 1/2', 'ENTITLED', '> 1/2', 1, 1, 1, 0, 0,
         now(), now())`,
    [...at, list.id],
  );
};

/** What the room does, which has mutations of its own. */
const concluded = () =>
  world.write(async (tx) => {
    const [sessionId, itemId] = [localId('ReviewSession', session.id), localId('SessionItem', session.items[0]!.id)];
    await tx.query(
      `update review_session set state = 'CLOSED', notified_at = starts_at, opened_at = starts_at, closed_at = ends_at
       where id = $1`,
      [sessionId],
    );
    await tx.query(
      `update session_member set attendance = case when name = '罗景行' then 'PRESENT' else 'ON_LEAVE' end
       where session_id = $1`,
      [sessionId],
    );
    await voted(tx);
    await tx.query(
      `update session_item set state = 'CONCLUDED', opinion = 'AGREE', opinion_text = '资金来源清楚。', concluded_at = now()
       where id = $1`,
      [itemId],
    );
  });

describe('papers of a session', () => {
  it('has a pack with notice, agenda, cover and materials, for whoever reads it and, once called, whoever sits in it', async () => {
    const path = `/files/sessions/${session.id}/pack.pdf`;
    const pack = await PDFDocument.load(await bytes(path));
    // contents, two of the notice, agenda, cover, and a page for each of two spreadsheets of commas
    expect(pack.getPageCount()).toBe(7);
    expect(pack.getTitle()).toContain('会议材料');
    expect((await get(path, sitting)).status).toBe(404);
    session = await sessions.stepOf('sendSessionNotice', session);
    expect((await PDFDocument.load(await bytes(path, sitting))).getPageCount()).toBe(7);
    const stranger = await world.account('MEMBER', await world.branch('又一个支部'));
    expect((await get(path, stranger)).status).toBe(404);
    expect((await get(path, (await world.another()).staff)).status).toBe(404);
    const events = await world.write((tx) =>
      tx.query<{ after: { packNo?: number; pages: number; fileHash: string } }[]>(
        `select after from audit_event where action = 'session.downloadPack' order by id`,
      ),
    );
    expect(events.map(({ after }) => after)).toEqual([
      { pages: 7, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { packNo: 1, pages: 7, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it('issues each when it is time, under its number, and once', async () => {
    const notice = await issue({ kind: 'NOTICE' });
    expect(notice).toMatchObject({ number: '会通〔2026〕1号', sealed: false });
    const itemId = session.items[0]!.id;
    await expect(issue({ kind: 'OPINION', itemId })).rejects.toMatchObject({ reason: 'SESSION_DOCUMENT_EARLY' });
    await expect(issue({ kind: 'MINUTES' })).rejects.toMatchObject({ reason: 'SESSION_DOCUMENT_EARLY' });
    await concluded();
    await expect(issue({ kind: 'NOTICE' })).rejects.toMatchObject({ reason: 'SESSION_DOCUMENT_EARLY' });
    const opinion = await issue({ kind: 'OPINION', itemId });
    expect(opinion).toMatchObject({ number: '前研〔2026〕1号', title: expect.stringContaining('公共服务平台建设') });
    await expect(issue({ kind: 'OPINION', itemId })).rejects.toMatchObject({ reason: 'SESSION_DOCUMENT_ISSUED' });
    const [first, second] = await Promise.allSettled([issue({ kind: 'MINUTES' }), issue({ kind: 'MINUTES' })]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await issue({ kind: 'MINUTES', body: 'COUNCIL' })).toMatchObject({ number: '〔2026〕1号' });
    for (const format of ['pdf', 'docx']) {
      const response = await get(`${opinion.url}.${format}`);
      expect(response.status).toBe(200);
      expect(decodeURIComponent(response.headers.get('content-disposition')!)).toContain(`前研〔2026〕1号.${format}`);
    }
    expect((await get(`${opinion.url}.html`)).status).toBe(404);
  });

  it('gives an opinion to whoever may read the matter, and the rest to whoever has the papers', async () => {
    const proposer = await world.account('SECRETARY', await world.branch('隔壁支部'));
    const owner = await world.account('SECRETARY', home);
    const { matterOpinions } = await world
      .as(owner)
      .query<{ matterOpinions: Issued[] }>(`query ($id: ID!) { matterOpinions(id: $id) { ${fields} } }`, {
        id: matter.id,
      });
    expect(matterOpinions.map(({ number }) => number)).toEqual(['前研〔2026〕1号']);
    expect((await get(`${matterOpinions[0]!.url}.pdf`, owner)).status).toBe(200);
    expect((await get(`${matterOpinions[0]!.url}.pdf`, proposer)).status).toBe(404);
    const { sessionDocuments } = await world
      .as(world.staff)
      .query<{ sessionDocuments: Issued[] }>(`query ($id: ID!) { sessionDocuments(sessionId: $id) { ${fields} } }`, {
        id: session.id,
      });
    expect(sessionDocuments).toHaveLength(4);
    const minutes = sessionDocuments.find(({ number }) => number === '〔2026〕1号')!;
    expect((await get(`${minutes.url}.pdf`, owner)).status).toBe(404);
    expect((await get(`${minutes.url}.pdf`, sitting)).status).toBe(200);
  });
});

it('puts opinions and published ballots into the exported file, where they are verified and recounted', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dangwu-papers-'));
  try {
    const names = await unpack(await bytes(`/files/matters/${matter.id}/export.zip`), folder);
    expect(names.filter((name) => /^(documents|ballots)/.test(name))).toEqual([
      'documents/前研〔2026〕1号.json',
      'documents/前研〔2026〕1号.pdf',
      'ballots/1-PARTY.json',
      'ballots/recount.mjs',
      'ballots/recount-ballot.mjs',
    ]);
    const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect(run('bash', 'verify.sh').stdout).toContain('✓ 完整');
    const [opinion] = await world.write((tx) =>
      tx.query<{ content_hash: string }[]>(`select content_hash from session_document where kind = 'OPINION'`),
    );
    const frozen = await readFile(path.join(folder, 'documents/前研〔2026〕1号.json'));
    expect(createHash('sha256').update(frozen).digest('hex')).toBe(opinion!.content_hash);
    const recounted = run(process.execPath, 'ballots/recount-ballot.mjs', 'ballots/1-PARTY.json', hash);
    expect(recounted.stdout).toContain(`SHA-256 ${hash}, as given`);
    expect(recounted.status).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

describe('seals', () => {
  const upload = async (name: string, content: Uint8Array<ArrayBuffer>): Promise<string> => {
    const body = new FormData();
    body.append('file', new Blob([content]), name);
    const headers = { cookie: world.staff.cookie, 'x-dangwu-csrf': '1' };
    return ((await (await fetch(`${world.url}/files`, { method: 'POST', body, headers })).json()) as { id: string }).id;
  };
  const set = async (content: Uint8Array<ArrayBuffer>, body = 'PARTY') =>
    sessions.do<{ id: string; sha256: string }>(
      'setSealImage',
      { organizationId: world.root.id, body, fileId: await upload('签章.png', content) },
      world.staff,
      'id sha256',
    );

  it('are pictures: on the document, told as what they are, kept when another takes the place', async () => {
    const called = await sessions.send('addSessionItem', {
      id: (await sessions.call()).id,
      title: '听取汇报',
      minutes: 10,
    });
    const at = { sessionId: called.id, kind: 'NOTICE', sealed: true };
    await expect(issue(at)).rejects.toMatchObject({ reason: 'SEAL_IMAGE_MISSING' });
    await expect(set(picture(2001, 10))).rejects.toMatchObject({ reason: 'SEAL_IMAGE_UNFIT' });
    const first = await set(picture(20, 20));
    const notice = await issue(at);
    expect(notice).toMatchObject({ number: '会通〔2026〕2号', sealed: true });
    const before = await bytes(`${notice.url}.pdf`);
    await set(picture(30, 30));
    // images are drawn in the file itself, and the Word file says what it is worth
    expect(before.toString('latin1')).toContain('/Subtype /Image');
    expect((await bytes(`${notice.url}.pdf`)).toString('latin1')).toContain('/Width 20');
    const [event] = await world.write((tx) =>
      tx.query<{ after: object }[]>(
        `select after from audit_event where action = 'session.issueDocument' order by id desc`,
      ),
    );
    expect(event!.after).toMatchObject({ sealHash: first.sha256 });
    const secretary = await world.account('SECRETARY', home);
    await expect(
      sessions.do(
        'setSealImage',
        { organizationId: home.id, body: 'PARTY', fileId: first.id.replace('SealImage', 'File') },
        secretary,
        'id',
      ),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('numbers', () => {
  const numbers = () => world.app.get(DocumentNumbers, { strict: false });
  const database = () => world.app.get(Database, { strict: false });
  const given = async (year: number) =>
    (
      await world.write((tx) =>
        tx.query<{ number: number }[]>(`select number from document_number where kind = 'OPINION' and year = $1`, [
          year,
        ]),
      )
    )
      .map(({ number }) => number)
      .toSorted((a, b) => a - b);
  const numbered = (year: number) => ({
    associationId: world.associationId,
    organizationId: localId('PartyOrganization', world.root.id),
    kind: 'OPINION' as const,
    year,
    subjectId: randomUUID(),
  });

  it('have no gaps when fifty are issued at once and every third is rolled back', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        database().transaction(systemScope(world.associationId), async (tx) => {
          await numbers().give(tx, numbered(2101));
          if (i % 3 === 0) throw new Error('rolled back');
        }),
      ),
    );
    const kept = results.filter(({ status }) => status === 'fulfilled').length;
    expect(kept).toBe(33);
    expect(await given(2101)).toEqual(Array.from({ length: 33 }, (_, i) => i + 1));
  });

  it('lose none when a connection is killed between number and commit', async () => {
    const next = async () => {
      await database().transaction(systemScope(world.associationId), (tx) => numbers().give(tx, numbered(2102)));
    };
    await next();
    const killed = database().transaction(systemScope(world.associationId), async (tx) => {
      const [{ pid }] = await tx.query<[{ pid: number }]>(`select pg_backend_pid() as pid`);
      await numbers().give(tx, numbered(2102));
      await world.write((other) => other.query(`select pg_terminate_backend($1)`, [pid]));
      await tx.query('select 1');
    });
    await expect(killed).rejects.toThrow();
    await next();
    expect(await given(2102)).toEqual([1, 2]);
  });
});
