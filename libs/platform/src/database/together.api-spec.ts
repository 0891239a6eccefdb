import { jest } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { newId } from '../ids';
import { AssociationEntity } from './association.entity';
import { scratchDatabase, type Scratch } from './scratch';
import { systemScope } from './scope';
import { beforeCommit, together } from './together';
import { updateRow } from './update-row';

describe('statements that nobody waits for one by one', () => {
  let scratch: Scratch;
  beforeAll(async () => (scratch = await scratchDatabase()));
  afterAll(() => scratch.drop());

  const within = <T>(work: (tx: EntityManager) => Promise<T>) =>
    scratch.database.transaction(systemScope(scratch.association), work);
  const add = (tx: EntityManager, name: string): Promise<unknown> =>
    tx.query(`insert into file (id, association_id, name, type, size, sha256) values ($1, $2, $3, 'text/csv', 1, '')`, [
      newId(),
      scratch.association,
      name,
    ]);
  const named = (name: string): Promise<unknown[]> =>
    within((tx) => tx.query<unknown[]>('select id from file where name = $1', [name]));
  const fails = (tx: EntityManager): Promise<unknown> => tx.query('select 1 / $1::int', [0]);

  it('answer in their order; of several that fail the first is told', async () => {
    const both = await within((tx) => together([tx.query('select 1 as a'), tx.query('select 2 as b')]));
    expect(both).toEqual([[{ a: 1 }], [{ b: 2 }]]);
    const slowToTell = async (tx: EntityManager): Promise<void> => {
      await fails(tx).catch(async (error: unknown) => {
        await Promise.resolve();
        throw new Error('what the first one means', { cause: error });
      });
    };
    await expect(within((tx) => together([slowToTell(tx), add(tx, 'never.csv')]))).rejects.toThrow('the first one');
    expect(await named('never.csv')).toEqual([]);
  });

  it('go out with the commit, which throws what they say, and has then written nothing', async () => {
    await within(async (tx) => {
      await add(tx, 'kept.csv');
      await beforeCommit(tx, add(tx, 'kept.csv'));
    });
    expect(await named('kept.csv')).toHaveLength(2);
    const done = jest.fn();
    const failing = within(async (tx) => {
      await add(tx, 'gone.csv');
      await beforeCommit(tx, fails(tx), add(tx, 'gone.csv'));
      done();
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(done).toHaveBeenCalledTimes(1);
    expect(await named('gone.csv')).toEqual([]);
  });

  it('are why what follows fails', async () => {
    const failing = within(async (tx) => {
      await beforeCommit(tx, fails(tx));
      await add(tx, 'late.csv');
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
  });

  it('a refusal of the caller is the caller’s', async () => {
    const failing = within(async (tx) => {
      await beforeCommit(tx, add(tx, 'refused.csv'));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await named('refused.csv')).toEqual([]);
  });

  it('an update of a row reaches the database before what is sent after it, and raises the version', async () => {
    const [before, after] = await within(async (tx) => {
      const old = await tx.findOneByOrFail(AssociationEntity, { id: scratch.association });
      const [, [row]] = await together([
        updateRow(tx, AssociationEntity, old.id, { name: '改名协会' }),
        tx.query<{ name: string; version: number }[]>('select name, version from association where id = $1', [old.id]),
      ]);
      return [old, row!];
    });
    expect(after).toEqual({ name: '改名协会', version: before.version + 1 });
  });
});
