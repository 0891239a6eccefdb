import fc from 'fast-check';
import type { QueryRunner } from 'typeorm';
import { newId } from '../ids';
import { eventually } from '../queue/processes';
import { AssociationEntity } from './association.entity';
import { Config } from '../config';
import { changesBelow } from './changes';
import { connect } from './connect';
import { migrate, pendingMigrations } from './migrate';
import { RolesMissing } from './roles';
import { platformMigrations, scratchDatabase, type Scratch } from './scratch';
import { systemScope, type Scope } from './scope';

let scratch: Scratch;
beforeAll(async () => (scratch = await scratchDatabase()));
afterAll(() => scratch.drop());

const addFile = `insert into file (id, association_id, name, type, size, sha256) values ($1, $2, $3, 'text/csv', 1, '')`;

describe('migrations', () => {
  it('run once, also when three processes start at the same time, and are then current', async () => {
    const migrations = await platformMigrations();
    const ran = await Promise.all([1, 2, 3].map(() => migrate(scratch.config, migrations)));
    expect(ran.flat()).toEqual([]);
    expect(await pendingMigrations(scratch.database.source, migrations)).toEqual([]);
    class Later9999999999999 {}
    expect(await pendingMigrations(scratch.database.source, [...migrations, Later9999999999999])).toEqual([
      'Later9999999999999',
    ]);
  });
});

describe('the two pools', () => {
  it('write as dangwu_app and read as dangwu_reader, which can write nothing', async () => {
    const [app] = await scratch.database.source.query<{ role: string; timeout: string }[]>(
      `select current_user as role, current_setting('statement_timeout') as timeout`,
    );
    expect(app).toEqual({ role: 'dangwu_app', timeout: '10s' });
    const { rows } = await scratch.database.reader.query(
      `select current_user as role, current_setting('plan_cache_mode') as plans`,
    );
    expect(rows).toEqual([{ role: 'dangwu_reader', plans: 'force_generic_plan' }]);
    await expect(
      scratch.database.reader.query(`set transaction_read_only = off; update association set name = 'x'`),
    ).rejects.toThrow(/permission denied|read-only/);
  });

  it('keep entities: the association gets its number and its change number', async () => {
    const saved = await scratch.database.transaction(systemScope(null), (tx) =>
      tx.save(AssociationEntity, tx.create(AssociationEntity, { id: newId(), name: '沙盒', kind: 'SANDBOX' })),
    );
    expect(saved.no).toBeGreaterThan(1);
    const { rows } = await scratch.database.reader.query(`select change_number from association where id = $1`, [
      saved.id,
    ]);
    expect(Number(rows[0].change_number)).toBeGreaterThan(0);
  });
});

describe('row-level security', () => {
  it('shows the rows of the named association, to the system also all, and otherwise nothing', async () => {
    const [other, mine, theirs] = [newId(), newId(), newId()];
    await scratch.database.transaction(systemScope(null), async (tx) => {
      await tx.query(`insert into association (id, name, kind) values ($1, '另一个', 'SANDBOX')`, [other]);
      await tx.query(addFile, [mine, scratch.association, 'mine.csv']);
      await tx.query(addFile, [theirs, other, 'theirs.csv']);
    });
    const seen = (scope: Scope): Promise<string[]> =>
      scratch.database.transaction(scope, async (tx) =>
        (await tx.query<{ id: string }[]>('select id from file where id = any($1)', [[mine, theirs]])).map((r) => r.id),
      );
    expect(await seen(systemScope(scratch.association))).toEqual([mine]);
    expect(await seen(systemScope(other))).toEqual([theirs]);
    expect(await seen(systemScope(null))).toHaveLength(2);
    expect(await seen({ association: null, places: [], account: null })).toEqual([]);
    expect(await scratch.database.source.query('select id from file')).toEqual([]);
    await expect(scratch.write((tx) => tx.query(addFile, [newId(), other, 'x.csv']))).rejects.toThrow(
      /row-level security/,
    );
  });

  it('reaches the places of the transaction along the whole tree or along LEADS edges, and no others', async () => {
    const reaches = (scope: Scope, path: string, leads: string): Promise<boolean> =>
      scratch.database.transaction(scope, async (tx) => {
        const rows = await tx.query<{ yes: boolean }[]>('select dangwu_reaches($1, $2) as yes', [path, leads]);
        return rows[0]!.yes;
      });
    const { association } = scratch;
    const subtree: Scope = { association, account: null, places: [{ by: 'path', lo: '/3/1/', hi: '/3/10' }] };
    const led: Scope = { association, account: null, places: [{ by: 'leads', lo: '/3/1/', hi: '/3/10' }] };
    expect(await reaches(subtree, '/3/1/40/41/', '/3/40/41/')).toBe(true);
    expect(await reaches(led, '/3/1/40/41/', '/3/40/41/')).toBe(false);
    expect(await reaches(led, '/3/1/7/', '/3/1/7/')).toBe(true);
    expect(await reaches(subtree, '/3/10/', '/3/10/')).toBe(false);
    expect(await reaches({ association, account: null, places: [] }, '/3/1/', '/3/1/')).toBe(false);
    expect(await reaches(systemScope(association), '/3/1/', '/3/1/')).toBe(true);
  });

  it('reaches exactly what any of many ranges covers, however they are ordered and nested', async () => {
    const node = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
    const pathOf = (numbers: readonly number[]): string => `/${numbers.join('/')}/`;
    const range = fc.record({ by: fc.constantFrom('path' as const, 'leads' as const), node }).map(({ by, node }) => {
      const lo = pathOf(node);
      return { by, lo, hi: `${lo.slice(0, -1)}0` };
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(range, { maxLength: 8 }),
        fc.array(node, { minLength: 20, maxLength: 20 }),
        async (places, nodes) => {
          const paths = nodes.map(pathOf);
          const scope: Scope = { association: scratch.association, account: null, places };
          const found = await scratch.database.transaction(scope, (tx) =>
            tx.query<{ tree: boolean; led: boolean }[]>(
              `select dangwu_reaches(p, '/0/') as tree, dangwu_reaches('/0/', p) as led
             from unnest($1::text[]) with ordinality n (p, i) order by i`,
              [paths],
            ),
          );
          const covers = (by: 'path' | 'leads', path: string): boolean =>
            places.some((place) => place.by === by && path.startsWith(place.lo));
          expect(found).toEqual(paths.map((path) => ({ tree: covers('path', path), led: covers('leads', path) })));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is part of the statement, not called for each row', async () => {
    const plan = await scratch.write((tx) =>
      tx.query<{ 'QUERY PLAN': string }[]>(
        `explain (verbose) select from (values ('/3/1/', '/3/1/')) v (p, l) where dangwu_reaches(p, l) offset 0`,
      ),
    );
    expect(JSON.stringify(plan)).toContain('width_bucket');
    expect(JSON.stringify(plan)).not.toContain('dangwu_reaches');
  });
});

describe('change numbers', () => {
  const begin = async (): Promise<QueryRunner> => {
    const runner = scratch.database.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select set_config('dangwu.everywhere', 'on', true)`);
    return runner;
  };
  /** What a third party that synchronizes does: the horizon, then what lies between. */
  const changes = async (since: string): Promise<{ ids: string[]; next: string }> =>
    scratch.write(async (tx) => {
      const next = await changesBelow(tx);
      const rows = await tx.query<{ id: string }[]>(
        'select id from file where change_number >= $1 and change_number < $2 order by change_number',
        [since, next],
      );
      return { ids: rows.map((row) => row.id), next };
    });

  it('never skip a transaction that began first and commits last', async () => {
    const start = (await changes('0')).next;
    const [first, second] = [newId(), newId()];
    // rows of earlier tests may still lie above a horizon that another database of the server held back
    const ours = (ids: readonly string[]) => ids.filter((id) => id === first || id === second);
    const early = await begin();
    const late = await begin();
    try {
      await early.query(addFile, [first, scratch.association, 'first.csv']);
      await late.query(addFile, [second, scratch.association, 'second.csv']);
      await late.commitTransaction();
      const between = await changes(start);
      expect(ours(between.ids)).toEqual([]); // a plain sequence would hand out `second` and move past `first`
      await early.commitTransaction();
      // A transaction in any database of the server holds the horizon back, so it may take some pages.
      const handed: string[] = [];
      let { next } = between;
      await eventually(async () => {
        const page = await changes(next);
        handed.push(...ours(page.ids));
        next = page.next;
        return handed.length >= 2;
      });
      expect(handed).toEqual([first, second]);
      expect((await changes(next)).ids).toEqual([]);
    } finally {
      await early.release();
      await late.release();
    }
  });

  it('stay above everything given out before when the data stand in another cluster', async () => {
    const id = newId();
    await scratch.write((tx) => tx.query(addFile, [id, scratch.association, 'before.csv']));
    const before = await scratch.write(changesBelow);
    await scratch.admin.query(`update change_base set cluster = 'the cluster the dump came from'`);
    await migrate(scratch.config, await platformMigrations());
    await scratch.write((tx) => tx.query(`update file set name = 'after.csv' where id = $1`, [id]));
    const { rows } = await scratch.admin.query(
      `select change_number > $2::bigint + 4294967295 as higher from file where id = $1`,
      [id, before],
    );
    expect(rows).toEqual([{ higher: true }]);
    const given = await eventually(async () => {
      const { ids } = await changes(before);
      return ids.includes(id) && ids;
    });
    expect(given.filter((one) => one === id)).toHaveLength(1);
  });
});

describe('trouble that passes', () => {
  it('is told as UNAVAILABLE: a statement that takes too long, a pool without a free connection', async () => {
    await expect(
      scratch.write(async (tx) => {
        await tx.query(`set local statement_timeout = '50ms'`);
        await tx.query('select pg_sleep(2)');
      }),
    ).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'DATABASE_BUSY' });
    const impatient = await connect(
      new Config({ DATABASE_URL: scratch.config.databaseUrl, POOL_SIZE: '2', POOL_TIMEOUT: '200ms' }),
      [],
    );
    try {
      const sleep = (): Promise<unknown> =>
        impatient.transaction(systemScope(null), (tx) => tx.query('select pg_sleep(1)'));
      const ends = await Promise.allSettled([sleep(), sleep(), sleep()]);
      expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      expect(ends.find((end) => end.status === 'rejected')).toMatchObject({ reason: { reason: 'DATABASE_BUSY' } });
    } finally {
      await impatient.close();
    }
  });

  it('leaves other errors as they are', async () => {
    await expect(scratch.write((tx) => tx.query('select 1/0'))).rejects.toMatchObject({ code: '22012' });
  });
});

describe('roles', () => {
  it('are asked for by their SQL when the login may not make them, and taken as they are when it need not', async () => {
    const login = `plain_${newId().slice(-8)}`;
    await scratch.admin.query(`create role ${login} login password 'p'`);
    const url = new URL(scratch.config.databaseUrl);
    url.username = login;
    url.password = 'p';
    const config = new Config({ DATABASE_URL: url.href });
    const refusal = await migrate(config, await platformMigrations()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RolesMissing);
    const { sql } = refusal as RolesMissing;
    expect(sql).toContain(`grant dangwu_owner to "${login}";`);
    await scratch.admin.query(sql);
    expect(await migrate(config, await platformMigrations())).toEqual([]);
    const plain = await connect(config, []);
    const rows = await plain.source.query<{ role: string }[]>('select current_user as role');
    await plain.close();
    await scratch.admin.query(`revoke dangwu_owner, dangwu_app, dangwu_reader from ${login}; drop role ${login}`);
    expect(rows).toEqual([{ role: 'dangwu_app' }]);
  });
});
