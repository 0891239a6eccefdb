import { newId } from '@dangwu/platform/ids';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Passwords } from '../passwords';

/** No letter or digit that is taken for another on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const half = 5;
const count = 10;

const newCode = (): string => {
  const part = () => Array.from({ length: half }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${part()}-${part()}`;
};

/** As it was given out, however it was typed. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * Ten codes that each stand for the second factor once. They are short enough to be typed (49 bits), so what is kept of
 * them is argon2id, as of passwords.
 */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  /** New codes with their hashes; hashing takes half a second, so it is done outside of a transaction. */
  async make(): Promise<{ readonly codes: string[]; readonly hashes: string[] }> {
    const codes = Array.from({ length: count }, newCode);
    return { codes, hashes: await Promise.all(codes.map((code) => this.passwords.hash(plain(code)))) };
  }

  /** Takes the place of all codes the account had. */
  async replace(
    tx: EntityManager,
    account: { readonly id: string; readonly associationId: string },
    hashes: readonly string[],
  ): Promise<void> {
    await this.remove(tx, account.id);
    await tx.query(
      `insert into account_recovery_code (id, association_id, account_id, code_hash)
       select id, $2, $3, hash from unnest($1::uuid[], $4::text[]) as new (id, hash)`,
      [hashes.map(() => newId()), account.associationId, account.id, hashes],
    );
  }

  async remove(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(`delete from account_recovery_code where account_id = $1`, [accountId]);
  }

  /** The id of the code that was typed; null when it is none, or used. */
  async find(tx: EntityManager, accountId: string, typed: string): Promise<string | null> {
    const rows = await tx.query<{ id: string; hash: string }[]>(
      `select id, code_hash as hash from account_recovery_code where account_id = $1 and used_at is null`,
      [accountId],
    );
    for (const { id, hash } of rows) if (await this.passwords.matches(plain(typed), hash)) return id;
    return null;
  }

  /** False when another request was faster. */
  async use(tx: EntityManager, id: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `update account_recovery_code set used_at = $2 where id = $1 returning id`,
      [id, this.clock.now()],
    );
    return rows.length === 1;
  }

  async left(tx: EntityManager, accountId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from account_recovery_code where account_id = $1 and used_at is null`,
      [accountId],
    );
    return row!.count;
  }
}
