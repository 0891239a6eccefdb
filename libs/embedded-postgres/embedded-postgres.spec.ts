import { mkdtempSync, rmSync, chmodSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres, type EmbeddedPostgres } from './index.mjs';

/** Runs against servers of its own: what is shown here is how they are started and survive being killed. */
describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'dangwu-embedded-'));
    chmodSync(folder, 0o711);
    dataDir = path.join(folder, 'pg');
    server = await startPostgres({ dataDir });
    await query(server.url, 'create table acknowledged (n integer)');
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('sorts Chinese by pinyin and finds Chinese by trigrams', async () => {
    const names = await query(server.url, `select n from (values ('张'), ('阿'), ('北')) v(n) order by n`);
    expect(names.map((row) => row.n)).toEqual(['阿', '北', '张']);
    await query(server.url, 'create extension pg_trgm');
    const [row] = await query(server.url, `select cardinality(show_trgm('第一支部')) as n`);
    expect(Number(row?.n)).toBeGreaterThan(0);
  });

  test('asks for a password that only its data folder holds', async () => {
    const file = path.join(dataDir, 'dangwu.password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const wrong = server.url.replace(readFileSync(file, 'utf8').trim(), 'wrong');
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(server.url, 'select 1')).resolves.toHaveLength(1);
  });

  test('no empty cluster stands in for lost data', async () => {
    const gone = startPostgres({ dataDir: path.join(folder, 'gone'), existing: true });
    await expect(gone).rejects.toThrow('no longer in');
  });

  test('a server left behind by a killed parent is taken over', async () => {
    const again = await startPostgres({ dataDir });
    expect(again).toMatchObject({ reused: true, pid: server.pid, port: server.port, url: server.url });
  });

  test('another server on the old port is not taken for ours', async () => {
    const other = await startPostgres({ dataDir: path.join(folder, 'other') });
    expect(other.reused).toBe(false);
    expect(other.pid).not.toBe(server.pid);
    await other.stop();
  }, 60_000);

  test('after kill -9 of the postmaster the next start finds every acknowledged row, three times', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await query(server.url, `insert into acknowledged select generate_series(1, 100)`);
      process.kill(server.pid, 'SIGKILL');
      const next = await startPostgres({ dataDir, port: server.port });
      expect(next).toMatchObject({ reused: false, url: server.url });
      server = next;
      const [row] = await query(server.url, 'select count(*)::int as n from acknowledged');
      expect(row?.n).toBe(round * 100);
    }
  }, 90_000);
});

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the server is killed on purpose; the next query would tell
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
