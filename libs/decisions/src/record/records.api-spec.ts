import { localId } from '@dangwu/platform/ids';
import { createWorld, type World } from '@dangwu/testing';
import pg from 'pg';
import { Matters, type MatterAnswer } from '../trial/matters';
import { runDecisions } from './decisions.command';
import { recordHash } from './record-line';
import { VerifyRecords } from './verify-records';

let world: World;
let matters: Matters;
let matter: MatterAnswer;
let admin: pg.Client;
beforeAll(async () => {
  world = await createWorld();
  matters = new Matters(world);
  const branch = await world.branch('标准部党支部');
  await matters.submitted(branch);
  matter = await matters.step('acceptMatter', await matters.submitted(branch, { title: '第二个事项' }));
  await matters.step('withdrawMatter', await matters.submitted(branch, { title: '第三个事项' }), { reason: '调整' });
  admin = new pg.Client({ connectionString: world.config.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const verify = () => world.app.get(VerifyRecords, { strict: false }).verify();
/** The hand of somebody who holds the database, and puts it back afterwards. */
async function tampered(work: () => Promise<unknown>) {
  await admin.query('begin');
  try {
    await admin.query(`set local session_replication_role = replica`);
    await work();
    await admin.query('commit');
    return await verify();
  } finally {
    await admin.query('begin');
    await admin.query(`set local session_replication_role = replica`);
    await admin.query('delete from matter_record');
    await admin.query(`insert into matter_record (id, association_id, matter_id, organization_id, no, matter_no, kind,
      actor_name, at, line, hash) select id, association_id, matter_id, organization_id, no, matter_no, kind, actor_name,
      at, line, hash from kept`);
    await admin.query('commit');
  }
}

describe('the record', () => {
  it('is a chain per matter and one over all, which anybody can add up from its lines', async () => {
    const rows = (await admin.query(`select * from matter_record order by no`)).rows as {
      no: string;
      matter_no: number;
      matter_id: string;
      line: string;
      hash: string;
    }[];
    expect(rows.map(({ no }) => Number(no))).toEqual(rows.map((_, i) => i + 1));
    const ends = new Map<string, string>();
    let previous = '0'.repeat(64);
    for (const { line, hash, matter_id: id } of rows) {
      expect(recordHash(line)).toBe(hash);
      const said = JSON.parse(line) as { previous: string; matterPrevious: string };
      expect(said).toMatchObject({ previous, matterPrevious: ends.get(id) ?? '0'.repeat(64) });
      previous = hash;
      ends.set(id, hash);
    }
    expect(ends.size).toBe(3);
    expect(await verify()).toMatchObject({ ok: true, entries: rows.length, matters: 3, findings: [] });
  });

  it('has its hashes in the audit log, where they are sealed and signed', async () => {
    const events = await matters.events(matter);
    const { records } = await matters.read<{ records: { hash: string }[] }>(matter.id, 'records { hash }');
    expect(events.map(({ after }) => after['recordHash'])).toEqual(records.map(({ hash }) => hash).reverse());
  });

  it('is only added to: by rights for the application, by a trigger for everybody else', async () => {
    for (const sql of [`update matter_record set kind = 'ACCEPTED'`, `delete from matter_record`]) {
      await expect(world.write((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
      await expect(admin.query(sql)).rejects.toThrow(/append-only/);
    }
    await expect(admin.query('truncate matter_record')).rejects.toThrow(/append-only/);
  });

  it('goes on without gaps when many write at once, and when writes are rolled back', async () => {
    const branch = await world.branch('法务部党支部');
    const drafts = await Promise.all(
      Array.from({ length: 8 }, (_, i) => matters.draft(branch, { title: `并发 ${i}` })),
    );
    const before = (await verify()).entries;
    const done = await Promise.allSettled(
      drafts.flatMap((draft) => [
        matters.step('withdrawMatter', draft, { reason: '一' }),
        matters.step('withdrawMatter', draft, { reason: '二' }),
      ]),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    expect(await verify()).toMatchObject({ ok: true, entries: before + 8 });
  });
});

describe('verifying', () => {
  beforeAll(() => admin.query('create table kept as select * from matter_record'));
  const of = `matter_id = $1`;
  const id = (): [string] => [localId('Matter', matter.id)];
  const rewritten = `replace(line, '"kind":"ACCEPTED"', '"kind":"RETURNED"')`;
  const sha = (line: string): string => `encode(sha256(convert_to(${line}, 'UTF8')), 'hex')`;

  it.each([
    [
      'a column that says something else',
      'ENTRY_CHANGED',
      () => admin.query(`update matter_record set actor_name = '别人' where kind = 'ACCEPTED' and ${of}`, id()),
    ],
    [
      'an entry written anew with its hash',
      'DIFFERS_FROM_AUDIT',
      () =>
        admin.query(
          `update matter_record set kind = 'RETURNED', line = ${rewritten}, hash = ${sha(rewritten)}
           where kind = 'ACCEPTED' and ${of}`,
          id(),
        ),
    ],
    [
      'one that is gone',
      'ENTRY_MISSING',
      () => admin.query(`delete from matter_record where kind = 'ACCEPTED' and ${of}`, id()),
    ],
    [
      'the end that is cut off',
      'ENTRY_MISSING',
      () => admin.query(`delete from matter_record where no = (select max(no) from matter_record)`),
    ],
    ['all of it gone', 'ENTRY_MISSING', () => admin.query(`delete from matter_record`)],
    [
      'two that changed places',
      'ENTRY_CHANGED',
      () =>
        admin.query(
          `update matter_record set matter_no = 100 - matter_no where kind in ('SUBMITTED', 'ACCEPTED') and ${of}`,
          id(),
        ),
    ],
  ])('names the first entry that is broken: %s', async (_, kind, work) => {
    const first = await tampered(work);
    expect(first.ok).toBe(false);
    expect(first.findings[0]).toMatchObject({ kind });
    expect((await verify()).ok).toBe(true);
  });

  it('finds a chain that was made anew from an entry on, since the audit log has other hashes', async () => {
    const found = await tampered(async () => {
      const rows = (await admin.query(`select id, no, matter_id, line from matter_record order by no`)).rows as {
        id: string;
        no: string;
        matter_id: string;
        line: string;
      }[];
      const ends = new Map<string, string>();
      let previous = '0'.repeat(64);
      for (const row of rows) {
        const said = JSON.parse(row.line) as { kind: string; data: { reason?: string } };
        if (said.kind === 'WITHDRAWN') said.data.reason = '别的原因';
        const line = JSON.stringify({ ...said, previous, matterPrevious: ends.get(row.matter_id) ?? '0'.repeat(64) });
        previous = recordHash(line);
        ends.set(row.matter_id, previous);
        await admin.query(`update matter_record set line = $2, hash = $3 where id = $1`, [row.id, line, previous]);
      }
    });
    const changed = (
      await admin.query(`select no::text as no from kept where kind = 'WITHDRAWN' order by kept.no limit 1`)
    ).rows[0] as { no: string };
    expect(found.findings[0]).toMatchObject({ kind: 'DIFFERS_FROM_AUDIT', no: changed.no });
  });

  it('is a command whose status scripts depend on', async () => {
    const lines: string[] = [];
    const run = () => runDecisions(['verify'], world.app, (line) => lines.push(line));
    expect(await run()).toBe(0);
    expect(lines.join('\n')).toContain('记录完整');
    expect(await runDecisions(['look'], world.app, () => undefined)).toBe(1);
  });
});
