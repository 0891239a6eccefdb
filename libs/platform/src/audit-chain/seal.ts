import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { changesBelow, Database, systemScope } from '../database';
import { AuditHeads } from './audit-heads';
import { AuditKeys } from './audit-keys';
import { headsAfter, insertBlock, lastBlock, type StoredBlock } from './audit-blocks';
import { blockFormat, checkSignature, hashOf, noBlock, sha256, signHead, type BlockHeader } from './block';
import { eventLine, lineHash, packEvents, type SealedEvent } from './event-line';
import { eventsBetween } from './event-pages';

/** Any number; the same for all processes that may seal at once. */
const lock = 7_020_110_503;
/** About so many events a block; a transaction is never divided. */
export const blockSize = 10_000;

/** Heads that the file lacks are written so many at a time. */
const catchUp = 1_000;

/** The chain in the database is not the one that was signed: nothing more is signed on top of it. */
export class ChainBroken extends Error {
  constructor(readonly number: number) {
    super(
      `The audit chain in the database does not hold block ${number} as it was signed. Nothing is sealed until this is looked into: npm run verify:audit`,
    );
    this.name = 'ChainBroken';
  }
}

/** Seals what was recorded into blocks. */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: AuditKeys,
    private readonly heads: AuditHeads,
  ) {}

  /**
   * Seals all events of finished transactions.
   *
   * @returns how many blocks and events
   * @throws ChainBroken when the end of the chain is not what was signed last
   */
  async seal(size = blockSize): Promise<{ blocks: number; events: number }> {
    const sealed = { blocks: 0, events: 0 };
    for (;;) {
      const block = await this.database.transaction(systemScope(null), (tx) => this.sealOne(tx, size));
      if (!block) return sealed;
      await this.heads.append([block]);
      sealed.blocks += 1;
      sealed.events += block.events;
    }
  }

  /** Before anything is added to it, the end of the chain is compared with the heads outside. @throws ChainBroken */
  async checkEnd(tx: EntityManager): Promise<StoredBlock | null> {
    const last = await lastBlock(tx);
    const trusted = await this.keys.trusted();
    const { heads } = await this.heads.latest(trusted);
    const highest = Math.max(0, ...heads.keys());
    if (highest > (last?.number ?? 0)) throw new ChainBroken((last?.number ?? 0) + 1);
    if (!last) return null;
    if (hashOf(last) !== last.hash || checkSignature(last, trusted) !== 'GOOD') throw new ChainBroken(last.number);
    const known = heads.get(last.number);
    if (known !== undefined && known !== last.hash) throw new ChainBroken(last.number);
    // a worker that died between the commit and the file leaves this to the next
    for (let after = highest; after < last.number; after += catchUp)
      await this.heads.append(await headsAfter(tx, after, catchUp));
    return last;
  }

  private async sealOne(tx: EntityManager, size: number): Promise<StoredBlock | null> {
    await tx.query('select pg_advisory_xact_lock($1)', [lock]);
    const last = await this.checkEnd(tx);
    const from = last?.to ?? '0';
    // first the horizon, then the rows: what is below it is finished and will not grow any more
    const to = await this.cut(tx, from, await changesBelow(tx), size);
    if (to === null) return null;
    const events: SealedEvent[] = [];
    let [firstAt, lastAt] = ['', ''];
    for await (const page of eventsBetween((work) => work(tx), from, to))
      for (const row of page) {
        events.push({ id: row.id, hash: lineHash(eventLine(row)) });
        if (!firstAt || row.at < firstAt) firstAt = row.at;
        if (row.at > lastAt) lastAt = row.at;
      }
    const rows = packEvents(events);
    const header: BlockHeader = {
      format: blockFormat,
      number: (last?.number ?? 0) + 1,
      previous: last?.hash ?? noBlock,
      from,
      to,
      events: events.length,
      rows: sha256(rows),
      firstAt,
      lastAt,
      sealedAt: this.clock.now().toISOString(),
    };
    const head = signHead(header, await this.keys.signing());
    const block = { ...head, number: header.number, hash: hashOf(head), rows, from, to, events: events.length };
    await insertBlock(tx, block, header);
    return block;
  }

  /** Where the next block ends (exclusive): whole transactions, about `size` events; null: there is nothing to seal. */
  private async cut(tx: EntityManager, from: string, below: string, size: number): Promise<string | null> {
    const [found] = await tx.query<{ first: string | null; last: string | null; over: string | null }[]>(
      `with waiting as (select change_number from audit_event
         where change_number >= $1::bigint and change_number < $2::bigint order by change_number, id limit $3 + 1)
       select min(change_number)::text as first, max(change_number)::text as last,
         case when count(*) > $3 then max(change_number)::text end as over from waiting`,
      [from, below, size],
    );
    if (!found?.first || !found.last) return null;
    const next = (change: string): string => (BigInt(change) + 1n).toString();
    if (!found.over) return next(found.last);
    // the event over the limit belongs to the next block, with its whole transaction; a larger one is a block by itself
    return found.over === found.first ? next(found.first) : found.over;
  }
}
