import { Config } from '../config';
import { newId } from '../ids';
import { connect } from './connect';
import type { Database } from './database';
import type { PlainTransaction } from './plain-transaction';
import { scratchDatabase, type Scratch } from './scratch';
import { systemScope } from './scope';
import { beforeCommit, together } from './together';

describe('a plain transaction', () => {
  let scratch: Scratch;
  let database: Database;
  beforeAll(async () => {
    scratch = await scratchDatabase();
    // one transaction after the other takes the same connection
    database = await connect(new Config({ DATABASE_URL: scratch.config.databaseUrl, POOL_SIZE: '2' }), []);
  });
  afterAll(async () => {
    await database.close();
    await scratch.drop();
  });

  const within = <T>(work: (tx: PlainTransaction) => Promise<T>, association: string | null = scratch.association) =>
    database.plainTransaction(systemScope(association), work);
  const add = (tx: PlainTransaction, name: string, association = scratch.association): Promise<unknown> =>
    tx.query(`insert into file (id, association_id, name, type, size, sha256) values ($1, $2, $3, 'text/csv', 1, '')`, [
      newId(),
      association,
      name,
    ]);
  const named = (name: string, association?: string): Promise<unknown[]> =>
    within((tx) => tx.query<unknown[]>('select name from file where name = $1', [name]), association);
  const fails = (tx: PlainTransaction): Promise<unknown> => tx.query('select 1 / $1::int', [0]);

  it('answers rows, of several statements in one message each its own', async () => {
    for (const n of [1, 2, 3])
      expect(
        await within((tx) =>
          together([tx.query('select $1::int as a', [n]), add(tx, `rows-${n}.csv`), tx.query('select 2 as b, 3 as c')]),
        ),
      ).toEqual([[{ a: n }], [], [{ b: 2, c: 3 }]]);
    expect(await named('rows-3.csv')).toEqual([{ name: 'rows-3.csv' }]);
  });

  it('sees what it has written, and sends again after it has heard', async () => {
    const seen = await within(async (tx) => {
      await add(tx, 'own.csv');
      await beforeCommit(tx, add(tx, 'last.csv'));
      return tx.query<unknown[]>('select name from file where name = any($1) order by 1', [['own.csv', 'last.csv']]);
    });
    expect(seen).toEqual([{ name: 'last.csv' }, { name: 'own.csv' }]);
  });

  it('writes nothing when one statement fails, waited for or not, and says why', async () => {
    const waited = within((tx) => together([add(tx, 'gone.csv'), fails(tx), add(tx, 'gone.csv')]));
    await expect(waited).rejects.toMatchObject({ code: '22012' });
    const unheard = within(async (tx) => {
      void add(tx, 'gone.csv').catch(() => undefined);
      void fails(tx).catch(() => undefined);
    });
    await expect(unheard).rejects.toMatchObject({ code: '22012' });
    const caught = within(async (tx) => {
      await add(tx, 'gone.csv');
      await fails(tx).catch(() => undefined);
    });
    await expect(caught).rejects.toMatchObject({ code: '22012' });
    const early = within(async (tx) => {
      await fails(tx).catch(() => undefined);
      await add(tx, 'gone.csv');
    });
    await expect(early).rejects.toMatchObject({ code: '22012' });
    expect(await named('gone.csv')).toEqual([]);
  });

  it('says what failed in the words of whoever sent it', async () => {
    const inWords = (tx: PlainTransaction): Promise<unknown> =>
      fails(tx).catch((error: unknown) => {
        throw new Error('what it means', { cause: error });
      });
    await expect(within((tx) => beforeCommit(tx, inWords(tx), add(tx, 'gone.csv')))).rejects.toThrow('what it means');
    await expect(within((tx) => together([inWords(tx), add(tx, 'gone.csv')]))).rejects.toThrow('what it means');
  });

  it('a refusal of the caller is the caller’s, and takes back what was sent', async () => {
    const refused = within(async (tx) => {
      await add(tx, 'refused.csv');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    const atOnce = within(async (tx) => {
      void add(tx, 'refused.csv').catch(() => undefined);
      throw new Error('refused');
    });
    await expect(atOnce).rejects.toThrow('refused');
    // of this database: other specs run on the same server
    const idle = await scratch.admin.query(
      `select from pg_stat_activity where datname = current_database() and state like 'idle in%'`,
    );
    expect(idle).toHaveProperty('rowCount', 0);
    let late: PlainTransaction | undefined;
    await within(async (tx) => (late = tx));
    await expect(add(late!, 'refused.csv')).rejects.toThrow('has ended');
    expect(await named('refused.csv')).toEqual([]);
  });

  it('prepares what comes again, which still works after it was refused in the middle of a message', async () => {
    const text = 'select $1::int + 40 as sum';
    const behind = 'select $1::int + 41 as sum';
    const both = (tx: PlainTransaction, first: Promise<unknown>): Promise<unknown> =>
      together([first, tx.query(text, [2]), tx.query(behind, [2])]);
    for (let round = 0; round < 3; round++) {
      await expect(within((tx) => both(tx, fails(tx)))).rejects.toMatchObject({ code: '22012' });
      expect(await within((tx) => both(tx, add(tx, `round-${round}.csv`)))).toEqual([[], [{ sum: 42 }], [{ sum: 43 }]]);
    }
    const prepared = await within((tx) =>
      tx.query<{ statement: string }[]>('select statement from pg_prepared_statements'),
    );
    expect(prepared.map(({ statement }) => statement)).toEqual(expect.arrayContaining([text, behind]));
  });

  it('reaches no further than its scope, whichever was asked before on the connection', async () => {
    const other = newId();
    await within(
      (tx) => tx.query(`insert into association (id, name, kind) values ($1, '另一协会', 'SANDBOX')`, [other]),
      null,
    );
    await within((tx) => add(tx, 'scope.csv', other), other);
    await within((tx) => add(tx, 'scope.csv'));
    for (let round = 0; round < 3; round++) {
      expect(await named('scope.csv', other)).toHaveLength(1);
      expect(await named('scope.csv')).toHaveLength(1);
    }
    await expect(within((tx) => add(tx, 'foreign.csv', other))).rejects.toThrow(/row-level security/);
  });

  it('reads at its end by the role of the readers, who write nothing; the next one is the application again', async () => {
    const role = 'select current_user as role';
    const [before, after] = await within(async (tx) => {
      const [own] = await tx.query<unknown[]>(role);
      const { rows } = await tx.reading()!.query({ text: role, values: [] });
      return [own, rows[0]];
    });
    expect([before, after]).toEqual([{ role: 'dangwu_app' }, { role: 'dangwu_reader' }]);
    const writing = within(async (tx) => {
      tx.reading();
      await add(tx, 'reader.csv');
    });
    await expect(writing).rejects.toThrow(/permission denied/);
    expect(await within((tx) => tx.query<unknown[]>(role))).toEqual([{ role: 'dangwu_app' }]);
  });

  it('does not read where the readers have a login of their own', async () => {
    const reader = new URL(scratch.config.databaseUrl);
    reader.searchParams.set('connect_timeout', '7');
    const config = { DATABASE_URL: scratch.config.databaseUrl, DATABASE_READER_URL: reader.href, POOL_SIZE: '2' };
    const apart = await connect(new Config(config), []);
    expect(await apart.plainTransaction(systemScope(null), async (tx) => tx.reading())).toBeNull();
    await apart.close();
  });

  it('says that the database is busy when its connection is lost, and goes on with another', async () => {
    const lost = within(async (tx) => {
      const [{ pid }] = await tx.query<[{ pid: number }]>('select pg_backend_pid() as pid');
      await add(tx, 'lost.csv');
      await scratch.admin.query('select pg_terminate_backend($1)', [pid]);
      await add(tx, 'lost.csv');
    });
    await expect(lost).rejects.toMatchObject({ reason: 'DATABASE_BUSY' });
    expect(await named('lost.csv')).toEqual([]);
  });
});
