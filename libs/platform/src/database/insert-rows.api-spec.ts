import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { newId } from '../ids';
import { insertRows } from './insert-rows';
import { scratchDatabase, type Scratch } from './scratch';

@Entity('sample')
class SampleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') longName!: string;
  @Column('jsonb') facts!: Readonly<Record<string, unknown>>;
  @Column('uuid', { array: true }) others!: readonly string[];
  @Column('bytea', { nullable: true }) sealed!: Buffer | null;
  @Column('timestamptz') at!: Date;
  @Column('date', { nullable: true }) day!: string | null;
  @Column('integer') version!: number;
  @Column({ type: 'text', insert: false, update: false }) derived!: string;
}

let scratch: Scratch;
beforeAll(async () => {
  scratch = await scratchDatabase([SampleEntity]);
  await scratch.admin.query(
    `create table sample (id uuid primary key, long_name text not null, facts jsonb not null, others uuid[] not null,
       sealed bytea, at timestamptz not null, day date, version integer not null default 1,
       derived text generated always as (lower(long_name)) stored);
     grant select, insert on sample to dangwu_app`,
  );
});
afterAll(() => scratch.drop());

it('writes many rows of an entity as they are, and leaves to the table what none of them names', async () => {
  const rows = Array.from({ length: 250 }, (_, i) => ({
    id: newId(),
    longName: `第"${i}"支部 \\ A`,
    facts: { i, 名: ['a', null] },
    others: [newId(), newId()],
    sealed: i % 2 ? Buffer.from([0, 255, i]) : null,
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, i)),
    ...(i % 3 && { day: '2026-02-28' }),
  }));
  const read = await scratch.write(async (tx) => {
    await insertRows(tx, SampleEntity, rows);
    return tx.find(SampleEntity, { order: { at: 'ASC' } });
  });
  expect(read.map((row) => ({ ...row }))).toEqual(
    rows.map((row, i) => ({
      ...row,
      day: i % 3 ? '2026-02-28' : null,
      version: 1,
      derived: row.longName.toLowerCase(),
    })),
  );
});

it('says which constraint refused, as the manager does', async () => {
  const row = { id: newId(), longName: 'a', facts: {}, others: [], at: new Date() };
  await expect(scratch.write((tx) => insertRows(tx, SampleEntity, [row, row]))).rejects.toMatchObject({
    driverError: { constraint: 'sample_pkey' },
  });
});

it('lets the values of a statement go with it, in the middle of a transaction', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: { type: 'minor' | 'major' }) => void;
  const held = (): number => {
    for (let i = 0; i < 3; i++) collect({ type: 'minor' });
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const grown = await scratch.write(async (tx) => {
    collect({ type: 'major' });
    const before = held();
    for (let i = 0; i < 200; i++) {
      await tx.query(`select length($1::text)`, [`${i}`.repeat(100_000).slice(0, 100_000)]);
      if (i % 20 === 19) held();
    }
    return held() - before;
  });
  // twenty megabytes went by
  expect(grown).toBeLessThan(5);
});
