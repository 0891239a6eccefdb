import type { EntityManager } from 'typeorm';
import type { Head } from './block';

/** A block as it stands in the database. */
export interface StoredBlock extends Head {
  readonly number: number;
  readonly hash: string;
  /** packed ids and hashes of its events */
  readonly rows: Buffer;
  readonly from: string;
  readonly to: string;
  readonly events: number;
}

// PostgreSQL breaks base64 into lines
const columns = `number::int as number, header, encode(hash, 'hex') as hash, 
  replace(encode(signature, 'base64'), E'\\n', '') as signature, key_id as "keyId", rows, from_change::text as "from", to_change::text as "to", events`;

export async function lastBlock(tx: EntityManager): Promise<StoredBlock | null> {
  const [block] = await tx.query<StoredBlock[]>(`select ${columns} from audit_block order by number desc limit 1`);
  return block ?? null;
}

/** Up to `limit` blocks in their order, after the one with this number. */
export async function blocksAfter(tx: EntityManager, number: number, limit: number): Promise<StoredBlock[]> {
  return tx.query<StoredBlock[]>(`select ${columns} from audit_block where number > $1 order by number limit $2`, [
    number,
    limit,
  ]);
}

/** The same without their events. */
export async function headsAfter(
  tx: EntityManager,
  number: number,
  limit: number,
): Promise<(Head & { number: number })[]> {
  return tx.query<(Head & { number: number })[]>(
    `select number::int as number, header, replace(encode(signature, 'base64'), E'\\n', '') as signature, key_id as "keyId"
     from audit_block where number > $1 order by number limit $2`,
    [number, limit],
  );
}

export async function insertBlock(tx: EntityManager, block: StoredBlock, times: BlockTimes): Promise<void> {
  await tx.query(
    `insert into audit_block (number, header, hash, signature, key_id, rows, from_change, to_change, events,
       first_at, last_at, sealed_at)
     values ($1, $2, decode($3, 'hex'), decode($4, 'base64'), $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      block.number,
      block.header,
      block.hash,
      block.signature,
      block.keyId,
      block.rows,
      block.from,
      block.to,
      block.events,
      times.firstAt,
      times.lastAt,
      times.sealedAt,
    ],
  );
}

export interface BlockTimes {
  readonly firstAt: string;
  readonly lastAt: string;
  readonly sealedAt: string;
}
