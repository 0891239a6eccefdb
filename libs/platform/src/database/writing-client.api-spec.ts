import type { EntityManager } from 'typeorm';
import { Config } from '../config';
import { newId } from '../ids';
import { connect } from './connect';
import type { Database } from './database';
import { scratchDatabase, type Scratch } from './scratch';
import { systemScope } from './scope';

interface Prepared {
  readonly statement: string;
  readonly name: string;
}

describe('a connection that writes', () => {
  let scratch: Scratch;
  let database: Database;
  beforeAll(async () => {
    scratch = await scratchDatabase();
    // one transaction after the other takes the same connection
    const config = new Config({ DATABASE_URL: scratch.config.databaseUrl, POOL_SIZE: '2' });
    database = await connect(config, []);
  });
  afterAll(async () => {
    await database.close();
    await scratch.drop();
  });

  const within = <T>(work: (tx: EntityManager) => Promise<T>, association: string | null = scratch.association) =>
    database.transaction(systemScope(association), work);
  const prepared = (tx: EntityManager): Promise<Prepared[]> =>
    tx.query<Prepared[]>(`select statement, name from pg_prepared_statements`);

  it('prepares what comes again with values, under a name of its own, and nothing else', async () => {
    const once = 'select $1::int + 1 as once';
    const again = 'select $1::int + 2 as again';
    const plain = 'select 3 as plain';
    const long = `select $1::int as long -- ${'x'.repeat(8_000)}`;
    for (const text of [once, again, again, long, long]) await within((tx) => tx.query(text, [1]));
    for (const text of [plain, plain, 'select 1; select 2', 'select 1; select 2']) await within((tx) => tx.query(text));
    const known = (await within(prepared)).map(({ statement }) => statement);
    expect(known).toContain(again);
    for (const text of [once, plain, long]) expect(known).not.toContain(text);
  });

  it('asks row-level security anew each time a plan runs', async () => {
    const other = newId();
    await within((tx) =>
      tx.query(`insert into association (id, name, kind) values ($1, '另一协会', 'SANDBOX')`, [other]),
    );
    const file = `insert into file (id, association_id, name, type, size, sha256) values ($1, $2, 'a.csv', 'text/csv', 1, '')`;
    for (const each of [scratch.association, other]) await within((tx) => tx.query(file, [newId(), each]), each);
    const seen = (association: string | null): Promise<string[]> =>
      within(async (tx) => {
        const rows = await tx.query<{ of: string }[]>(
          `select distinct association_id as of from file where name = $1 order by 1`,
          ['a.csv'],
        );
        return rows.map(({ of }) => of);
      }, association);
    // custom plans come first, the generic one after five of them
    for (let round = 0; round < 8; round++) {
      expect(await seen(scratch.association)).toEqual([scratch.association]);
      expect(await seen(other)).toEqual([other]);
    }
    await expect(within((tx) => tx.query(file, [newId(), other]))).rejects.toThrow(/row-level security/);
  });

  it('keeps a bounded number, those used last', async () => {
    const text = (n: number): string => `select $1::int as column_${n}`;
    for (let n = 0; n < 300; n++)
      for (const value of [1, 2])
        expect(await within((tx) => tx.query(text(n), [value]))).toEqual([{ [`column_${n}`]: value }]);
    const known = (await within(prepared)).map(({ statement }) => statement);
    expect(known.length).toBeLessThanOrEqual(121);
    expect(known).toContain(text(299));
    expect(known).not.toContain(text(0));
    expect(await within((tx) => tx.query(text(0), [3]))).toEqual([{ column_0: 3 }]);
  });

  it('says that it may be tried again when the schema changed under a plan, and then knows the new one', async () => {
    await scratch.admin.query(
      `create table changing (a int); insert into changing values (1); grant select on changing to dangwu_app`,
    );
    const read = () => within((tx) => tx.query('select * from changing where a = $1', [1]));
    for (let round = 0; round < 3; round++) expect(await read()).toEqual([{ a: 1 }]);
    await scratch.admin.query(`alter table changing add column b int default 2`);
    await expect(read()).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'DATABASE_BUSY' });
    for (let round = 0; round < 3; round++) expect(await read()).toEqual([{ a: 1, b: 2 }]);
  });

  it('sends together what is not waited for one by one, in that order, and tells the first that fails', async () => {
    const answers = await within((tx) =>
      Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }[]>('select $1::int as n', [n]))),
    );
    expect(answers.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
    const id = newId();
    const failing = within((tx) =>
      Promise.all([
        tx.query(
          `insert into file (id, association_id, name, type, size, sha256) values ($1, $2, 'gone.csv', 'text/csv', 1, '')`,
          [id, scratch.association],
        ),
        tx.query('select 1 / $1::int', [0]),
        tx.query('select $1::int as never', [1]),
      ]),
    );
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await within((tx) => tx.query('select id from file where id = $1', [id]))).toEqual([]);
  });

  it('fails with its first statement where a transaction cannot begin', async () => {
    const killed = within(async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      await scratch.admin.query('select pg_terminate_backend($1)', [pid]);
      await tx.query('select $1::int as gone', [1]);
    });
    await expect(killed).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'DATABASE_BUSY' });
    expect(await within((tx) => tx.query('select 1 as alive'))).toEqual([{ alive: 1 }]);
  });
});
