/** A database of its own for one spec, on the server of TEST_DATABASE_URL. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Reader, type LoggedStatement } from '../index';
import { makeSchema } from './schema';
import { entities, OrganizationEntity } from './entities';
import { models } from './models';

export async function startWorld(options: { treeSize?: () => number } = {}) {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run by node tools/jest.mjs libs/read-model');
  const name = `read_model_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const source = new DataSource({ type: 'postgres', url, entities, synchronize: true, extra: { max: 1 } });
  await source.initialize();
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c TimeZone=Asia/Shanghai' });
  const log: LoggedStatement[] = [];
  const today = (): string => '2026-01-01';
  const tree = {
    entity: OrganizationEntity,
    path: 'path',
    leadsPath: 'leadsPath',
    parent: 'parentId',
    size: options.treeSize ?? (() => 30),
  };
  await source.query(`create function confirms(boolean) returns boolean language sql stable as 'select $1'`);
  const confirm = { name: 'confirms', types: ['boolean'] };
  const reader: Reader = new Reader(pool, { source, tree, models, confirm, today, log: (statement) => log.push(statement) });
  const schema = reader.bind(makeSchema(() => reader));
  const stop = async (): Promise<void> => {
    await pool.end();
    await source.destroy();
    // a backend may live on for a moment after its connection was ended
    for (let tries = 50; ; tries--) {
      try {
        return await once(server, `drop database ${name}`);
      } catch (error) {
        if (!tries) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  return { pool, source, tree, reader, schema, log, stop };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
