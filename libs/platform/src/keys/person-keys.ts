import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { Database, systemScope } from '../database';
import { newId } from '../ids';
import { keyErrors } from './keys.errors';
import { MasterKeys } from './master-keys';
import { PersonKeyEntity } from './person-key.entity';
import { blindMark, contextOf, open, seal, type Field } from './seal';

export interface ClearValue {
  readonly personId: string;
  readonly field: Field;
  readonly plain: string | Buffer;
}

export interface SealedValue {
  readonly personId: string;
  readonly field: Field;
  readonly sealed: Buffer;
}

const indexKeySetting = 'blind_index_key';

/**
 * Personal data at rest: every person has a data key, wrapped by the master key. Erasing a person is erasing that key,
 * in the live database and, since backups hold only the wrapped form, with the second rotation of the master there too.
 */
@Injectable()
export class PersonKeys {
  constructor(
    private readonly database: Database,
    private readonly masters: MasterKeys,
    private readonly clock: Clock,
  ) {}

  /** Makes the person's key at the first value. @throws PERSON_ERASED */
  async encrypt(
    tx: EntityManager,
    personId: string,
    associationId: string,
    field: Field,
    plain: string,
  ): Promise<Buffer> {
    const key = await this.ofPerson(tx, personId, associationId);
    return seal(key, Buffer.from(plain), contextOf(field, personId));
  }

  /** Many values, in the order given: one statement to find the keys and one to make those that are missing. */
  async encryptAll(tx: EntityManager, associationId: string, values: readonly ClearValue[]): Promise<Buffer[]> {
    const ids = [...new Set(values.map((value) => value.personId))];
    const known = new Map((await tx.findBy(PersonKeyEntity, { personId: In(ids) })).map((row) => [row.personId, row]));
    const missing = ids.filter((id) => !known.has(id));
    for (let at = 0; at < missing.length; at += 500) {
      const rows = await Promise.all(
        missing
          .slice(at, at + 500)
          .map(async (personId) => ({ personId, associationId, ...(await this.wrap(randomBytes(32), personId)) })),
      );
      await tx.createQueryBuilder().insert().into(PersonKeyEntity).values(rows).orIgnore().execute();
    }
    if (missing.length)
      for (const row of await tx.findBy(PersonKeyEntity, { personId: In(missing) })) known.set(row.personId, row);
    const keys = new Map<string, Buffer>();
    for (const id of ids) {
      const key = await this.unwrap(known.get(id)!);
      if (!key) throw keyErrors.PERSON_ERASED();
      keys.set(id, key);
    }
    return values.map(({ personId, field, plain }) =>
      seal(keys.get(personId)!, Buffer.from(plain), contextOf(field, personId)),
    );
  }

  /** Null when the person's key is erased. @throws Error when the value belongs to another row or column */
  async decrypt(tx: EntityManager, personId: string, field: Field, sealed: Buffer): Promise<string | null> {
    return (await this.decryptAll(tx, [{ personId, field, sealed }]))[0] ?? null;
  }

  /** In the order given, with one statement for all keys. */
  async decryptAll(tx: EntityManager, values: readonly SealedValue[]): Promise<(string | null)[]> {
    return (await this.openAll(tx, values)).map((plain) => plain && plain.toString());
  }

  /** The same, as bytes. */
  async openAll(tx: EntityManager, values: readonly SealedValue[]): Promise<(Buffer | null)[]> {
    const ids = [...new Set(values.map((value) => value.personId))];
    const keys = new Map<string, Buffer>();
    for (const row of await tx.findBy(PersonKeyEntity, { personId: In(ids) })) {
      const key = await this.unwrap(row);
      if (key) keys.set(row.personId, key);
    }
    return values.map(({ personId, field, sealed }) => {
      const key = keys.get(personId);
      return key ? open(key, sealed, contextOf(field, personId)) : null;
    });
  }

  /** From now on nothing of this person can be read or written. Nothing happens for one without a key. */
  async erase(tx: EntityManager, personId: string): Promise<void> {
    await tx.update(PersonKeyEntity, { personId }, { wrappedKey: null, masterId: null, erasedAt: this.clock.now() });
  }

  /** The mark of a value for an equality search within `field`; the same value in another column has another mark. */
  async blindIndex(field: Field, value: string): Promise<Buffer> {
    return blindMark(await this.indexKey(), field, value);
  }

  /** The marks of many values of one column. */
  async blindIndexAll(field: Field, values: readonly string[]): Promise<Buffer[]> {
    const key = await this.indexKey();
    return values.map((value) => blindMark(key, field, value));
  }

  /**
   * Wraps every key by a new master; no value is encrypted anew. May be interrupted and run again.
   * @returns how many keys were wrapped anew
   */
  async rotateMaster(): Promise<number> {
    await this.masters.renew();
    const { id: masterId } = await this.masters.current();
    let done = 0;
    for (;;) {
      const count = await this.database.transaction(systemScope(null), async (tx) => {
        const rows = await tx
          .createQueryBuilder(PersonKeyEntity, 'k')
          .setLock('pessimistic_write')
          .where('k.wrappedKey is not null and k.masterId <> :masterId', { masterId })
          .limit(500)
          .getMany();
        for (const row of rows) {
          const key = await this.unwrap(row);
          if (key) await tx.update(PersonKeyEntity, { personId: row.personId }, await this.wrap(key, row.personId));
        }
        return rows.length;
      });
      done += count;
      if (count === 0) break;
    }
    await this.rewrapIndexKey();
    await this.masters.dropOlder();
    return done;
  }

  private async ofPerson(tx: EntityManager, personId: string, associationId: string): Promise<Buffer> {
    const known = await tx.findOneBy(PersonKeyEntity, { personId });
    const key = known ? await this.unwrap(known) : await this.make(tx, personId, associationId);
    if (!key) throw keyErrors.PERSON_ERASED();
    return key;
  }

  /** Two transactions may make it at once: the second waits and takes the first's. */
  private async make(tx: EntityManager, personId: string, associationId: string): Promise<Buffer | null> {
    const made = randomBytes(32);
    await tx
      .createQueryBuilder()
      .insert()
      .into(PersonKeyEntity)
      .values({ personId, associationId, ...(await this.wrap(made, personId)) })
      .orIgnore()
      .execute();
    return this.unwrap(await tx.findOneByOrFail(PersonKeyEntity, { personId }));
  }

  private async wrap(key: Buffer, personId: string): Promise<{ wrappedKey: Buffer; masterId: string }> {
    const master = await this.masters.current();
    return { wrappedKey: seal(master.key, key, wrapping(personId)), masterId: master.id };
  }

  private async unwrap({ personId, masterId, wrappedKey }: PersonKeyEntity): Promise<Buffer | null> {
    if (!wrappedKey || !masterId) return null;
    return open(await this.masters.byId(masterId), wrappedKey, wrapping(personId));
  }

  /** Stays the same when the master is rotated, or every mark would have to be made anew. */
  private async indexKey(): Promise<Buffer> {
    return this.database.transaction(systemScope(null), async (tx) => {
      await this.insertIndexKey(tx);
      const { value } = (await this.readIndexKey(tx))!;
      return open(await this.masters.byId(value.masterId), Buffer.from(value.wrapped, 'base64'), indexKeySetting);
    });
  }

  private async rewrapIndexKey(): Promise<void> {
    const key = await this.indexKey();
    const { id, key: master } = await this.masters.current();
    const value = { masterId: id, wrapped: seal(master, key, indexKeySetting).toString('base64') };
    await this.database.transaction(systemScope(null), (tx) =>
      tx.query(`update setting set value = $2, version = version + 1 where association_id is null and key = $1`, [
        indexKeySetting,
        JSON.stringify(value),
      ]),
    );
  }

  private async insertIndexKey(tx: EntityManager): Promise<void> {
    if (await this.readIndexKey(tx)) return;
    const { id, key } = await this.masters.current();
    const value = { masterId: id, wrapped: seal(key, randomBytes(32), indexKeySetting).toString('base64') };
    await tx.query(
      `insert into setting (id, association_id, key, value) values ($1, null, $2, $3)
       on conflict (association_id, key) do nothing`,
      [newId(), indexKeySetting, JSON.stringify(value)],
    );
  }

  private async readIndexKey(tx: EntityManager): Promise<{ value: { masterId: string; wrapped: string } } | undefined> {
    const rows = await tx.query<{ value: { masterId: string; wrapped: string } }[]>(
      'select value from setting where association_id is null and key = $1',
      [indexKeySetting],
    );
    return rows[0];
  }
}

const wrapping = (personId: string): string => `person_key.wrapped_key.${personId}`;
