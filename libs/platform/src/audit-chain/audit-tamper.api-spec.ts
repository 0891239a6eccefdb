import { ChainTrial } from './trial/chain-trial';
import { tampers, triggersOff } from './trial/tampers.mjs';

const tables = ['audit_event', 'audit_block', 'audit_archive', 'audit_verification'];

let trial: ChainTrial;
beforeAll(async () => {
  trial = await ChainTrial.create();
  await trial.sealedChain();
  for (const table of tables) await trial.query(`create table kept_${table} as table ${table}`);
});
afterAll(() => trial.scratch.drop());

/** As it was sealed. */
async function restore(): Promise<void> {
  await trial.enemy(`truncate ${tables.join(', ')}`);
  await trial.query('alter table audit_event disable trigger ground');
  for (const table of tables)
    await trial.query(`insert into ${table} overriding system value select * from kept_${table}`);
}
afterEach(restore);

it('verifies when nobody has touched it, and after the restore that follows each case', async () => {
  expect(await trial.verifier.verify()).toMatchObject({ ok: true, blocks: 8, events: 45, findings: [] });
  await restore();
  expect(await trial.verifier.verify()).toMatchObject({ ok: true, blocks: 8, events: 45, findings: [] });
});

it.each(tampers)('finds and names it when $name', async ({ run }) => {
  for (const statement of triggersOff) await trial.query(statement);
  const expected = await run(trial.query);
  const { ok, findings } = await trial.verifier.verify();
  expect(ok).toBe(false);
  expect(findings[0]).toMatchObject(expected);
  expect(findings[0]!.text.en).toContain(String(expected.event ?? expected.block));
});

it('is found by a mailed head alone, when the file beside the database is gone too', async () => {
  const lines = await trial.headLines();
  const mailed = lines.at(-1)!;
  await trial.writeHeads('');
  await trial.enemy('delete from audit_block where number = 8', 'delete from audit_event where id > 42');
  expect(await trial.verifier.verify()).toMatchObject({ ok: true });
  expect(await trial.found({ heads: mailed })).toMatchObject({ kind: 'TRUNCATED', block: 8 });
  expect(await trial.found({ heads: mailed.replace('number', 'numbeR') })).toMatchObject({ kind: 'HEADS_UNREADABLE' });
  await trial.writeHeads(`${lines.join('\n')}\n`);
});

describe('the triggers', () => {
  let fresh: ChainTrial;
  beforeAll(async () => {
    fresh = await ChainTrial.create();
    await fresh.sealedChain(3);
    await fresh.archives.archive(new Date(Date.now() + 3_600_000));
  });
  afterAll(() => fresh.scratch.drop());

  it.each([
    `update audit_event set action = 'x'`,
    'update audit_block set events = 1',
    'update audit_archive set events = 1',
    ...tables.slice(0, 3).map((table) => `delete from ${table}`),
    ...tables.map((table) => `truncate ${table} cascade`),
  ])('refuse "%s": to the application by rights, to a superuser also as a replica', async (sql) => {
    const { scratch } = fresh;
    await expect(scratch.write((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    await expect(scratch.database.reader.query(sql)).rejects.toThrow(/permission denied|read-only/);
    for (const role of ['origin', 'replica']) {
      await fresh.query(`set session_replication_role = ${role}`);
      await expect(fresh.query(sql)).rejects.toThrow(/append-only/);
    }
    await fresh.query('set session_replication_role = origin');
  });
});
