import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, systemScope } from '../database';
import { archivesOf, AuditArchives, type ArchiveRow } from './audit-archives';
import { blocksAfter, lastBlock, type StoredBlock } from './audit-blocks';
import { AuditHeads, readHeads, type KnownHeads, type Resumption } from './audit-heads';
import { AuditKeys } from './audit-keys';
import type { ArchivedBlock } from './archive-file';
import { readHeader } from './block';
import { compareEvents, compareLeftovers } from './check-block';
import { eventLine, lineHash, unpackEvents, type SealedEvent } from './event-line';
import { eventsBetween } from './event-pages';
import { finding, type Finding } from './findings';
import { unsealedAfter } from './unsealed';
import { Walk } from './walk';

/** Their packed events are about 400 kB each. */
const blocksAtOnce = 20;

export interface VerifyOptions {
  /** lines of heads from elsewhere, such as a mail */
  readonly heads?: string;
  /** trusted public keys instead of those of the data folder */
  readonly keys?: ReadonlyMap<string, KeyObject>;
  readonly progress?: (done: number, total: number) => Promise<void>;
}

export interface Verification {
  readonly ok: boolean;
  readonly blocks: number;
  /** sealed and in the database */
  readonly events: number;
  readonly archivedEvents: number;
  /** recorded and not yet sealed: nothing can be said of them */
  readonly unsealed: { readonly events: number; readonly since: string | null };
  /** the last block */
  readonly head: { readonly number: number; readonly hash: string; readonly sealedAt: string } | null;
  /** in the order of the chain; the first is the first thing that is broken */
  readonly findings: readonly Finding[];
  readonly resumptions: readonly Resumption[];
  readonly milliseconds: number;
}

/** Goes through the whole chain, archives and what is kept outside, and says what does not fit. Changes nothing. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly database: Database,
    private readonly keys: AuditKeys,
    private readonly heads: AuditHeads,
    private readonly archives: AuditArchives,
  ) {}

  async verify({ heads = '', keys, progress }: VerifyOptions = {}): Promise<Verification> {
    const began = performance.now();
    const trusted = keys ?? (await this.keys.trusted());
    const known = together(await this.heads.known(trusted), readHeads(heads, trusted));
    const end = await this.read((tx) => lastBlock(tx));
    const walk = new Walk(trusted, known);
    for (const line of known.bad) walk.add(finding('HEADS_UNREADABLE', 0, String(line)));
    await this.walk(walk, end?.number ?? 0, progress);
    walk.end();
    const { before, events, archivedEvents, blocks, findings } = walk;
    return {
      ok: findings.length === 0,
      blocks,
      events,
      archivedEvents,
      unsealed: await this.read((tx) => unsealedAfter(tx, end?.to ?? '0')),
      head: end && { number: end.number, hash: before.hash, sealedAt: readHeader(end.header).sealedAt },
      findings,
      resumptions: known.resumptions,
      milliseconds: Math.round(performance.now() - began),
    };
  }

  private async walk(walk: Walk, last: number, progress: VerifyOptions['progress']): Promise<void> {
    let archive: OpenArchive | null = null;
    const archives = await this.read(archivesOf);
    for (let after = 0; after < last && !walk.full;) {
      const page = await this.read((tx) => blocksAfter(tx, after, blocksAtOnce));
      if (page.length === 0) break;
      for (const block of page) {
        after = block.number;
        if (block.number > last || walk.full) break;
        if (!walk.block(block)) continue;
        const row = archives.find(({ fromBlock, toBlock }) => fromBlock <= block.number && block.number <= toBlock);
        if (row && archive?.row !== row) archive = await this.open(row);
        const sealed = unpackEvents(block.rows);
        const present = await this.present(block);
        if (!row) walk.compared(block, compareEvents(block.number, sealed, present), false);
        else {
          const found = await archived(archive!, block, sealed);
          walk.compared(block, found ?? compareLeftovers(block.number, sealed, present), true);
        }
        await progress?.(block.number, last);
      }
    }
  }

  private async present({ from, to }: StoredBlock): Promise<SealedEvent[]> {
    const present: SealedEvent[] = [];
    for await (const rows of eventsBetween((work) => this.read(work), from, to))
      for (const row of rows) present.push({ id: row.id, hash: lineHash(eventLine(row)) });
    return present;
  }

  private async open(row: ArchiveRow): Promise<OpenArchive> {
    return { row, blocks: await this.archives.read(row) };
  }

  private read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(null), work);
  }
}

interface OpenArchive {
  readonly row: ArchiveRow;
  /** null: there is no such file */
  readonly blocks: AsyncGenerator<ArchivedBlock> | null;
}

/** The block's events in its archive, which is read along with the chain. */
async function archived({ blocks }: OpenArchive, block: StoredBlock, sealed: readonly SealedEvent[]) {
  if (!blocks) return finding('ARCHIVE_MISSING', block.number);
  try {
    let next: ArchivedBlock | undefined;
    // blocks that could not be relied on were passed over in the chain, and are here as well
    do next = (await blocks.next()).value as ArchivedBlock | undefined;
    while (next && readHeader(next.header).number < block.number);
    if (next?.header !== block.header || next.signature !== block.signature)
      return finding('ARCHIVE_CHANGED', block.number);
    const present = next.lines.map((line) => ({ id: (JSON.parse(line) as { id: string }).id, hash: lineHash(line) }));
    return compareEvents(block.number, sealed, present);
  } catch {
    return finding('ARCHIVE_CHANGED', block.number); // what cannot be unpacked or parsed was not written by us
  }
}

const together = (own: KnownHeads, given: KnownHeads): KnownHeads => ({
  ...own,
  // one that was lost and accepted as lost proves nothing any more
  heads: new Map([...[...given.heads].filter(([number, hash]) => !own.given.has(`${number} ${hash}`)), ...own.heads]),
  bad: [...own.bad, ...given.bad],
});
