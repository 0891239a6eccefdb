import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Audit, AuditEventEntity } from '../../audit';
import { FixedClock } from '../../clock';
import { scratchDatabase, type Scratch } from '../../database/scratch';
import { fileStore } from '../../files/files.module';
import { newId } from '../../ids';
import { eventually } from '../../queue/processes';
import { AuditArchives } from '../audit-archives';
import { AuditHeads } from '../audit-heads';
import { AuditKeys } from '../audit-keys';
import { RemoveArchived } from '../remove-archived';
import { ResumeChain } from '../resume';
import { AuditSealer } from '../seal';
import { AuditVerifier, type VerifyOptions } from '../verify';
import type { Finding } from '../findings';
import { triggersOff, type Query } from './tampers.mjs';

const names = ['第一党支部', '机关第二党支部', 'Branch "3"\n', '第四党支部 \u2028', ''];

/** A database with the services of the chain over it. */
export class ChainTrial {
  readonly audit = new Audit();
  readonly clock = new FixedClock(new Date());
  readonly keys: AuditKeys;
  readonly heads: AuditHeads;
  readonly archives: AuditArchives;
  readonly sealer: AuditSealer;
  readonly verifier: AuditVerifier;
  readonly removal: RemoveArchived;
  readonly resume: ResumeChain;

  private constructor(readonly scratch: Scratch) {
    const { config, database } = scratch;
    this.keys = new AuditKeys(config);
    this.heads = new AuditHeads(config);
    this.archives = new AuditArchives(database, this.clock, this.audit, fileStore(config));
    this.sealer = new AuditSealer(database, this.clock, this.keys, this.heads);
    this.verifier = new AuditVerifier(database, this.keys, this.heads, this.archives);
    this.removal = new RemoveArchived(config, database, this.audit, this.archives);
    this.resume = new ResumeChain(database, this.clock, this.audit, this.keys, this.heads);
  }

  static async create(): Promise<ChainTrial> {
    return new ChainTrial(await scratchDatabase([AuditEventEntity]));
  }

  /** 15 transactions of three events each, sealed as 7 blocks of six and one of three. */
  async sealedChain(transactions = 15): Promise<void> {
    for (let i = 0; i < transactions; i++)
      await this.scratch.write((tx) =>
        this.audit.recordAll(
          tx,
          [1, 2, 3].map((n) => ({
            action: 'renameOrganization',
            subjectType: 'PartyOrganization',
            subjectId: newId(),
            before: n === 1 ? null : { name: names[(i + n) % 5], ratio: 0.1 * n },
            after: { name: names[i % 5], count: 10 ** (n * 7) },
            reason: i % 4 ? null : `第 ${i} 次`,
          })),
        ),
      );
    await this.seal(8);
  }

  /** Seals all there is. */
  async seal(size?: number): Promise<{ blocks: number; events: number }> {
    await this.settled();
    return this.sealer.seal(size);
  }

  /** Everything written may be sealed: specs that run beside this one may hold the horizon back for a moment. */
  async settled(): Promise<void> {
    await eventually(async () => {
      const [row] = await this.query<{ settled: boolean }>(
        'select coalesce(dangwu_changes_below() > max(change_number), true) as settled from audit_event',
      );
      return row?.settled;
    });
  }

  /** One more event in a transaction of its own. */
  event(): Promise<void> {
    return this.scratch.write((tx) => this.audit.record(tx, { action: 'signIn', subjectType: 'Account' }));
  }

  /** As a superuser. */
  readonly query: Query = async (text, values) => (await this.scratch.admin.query(text, values)).rows;

  /** As a superuser who switched the triggers off. */
  async enemy(...statements: string[]): Promise<void> {
    for (const statement of [...triggersOff, ...statements]) await this.query(statement);
    await this.query('alter table audit_event enable always trigger ground');
  }

  /** The first thing that verification finds. */
  async found(options?: VerifyOptions): Promise<Finding | undefined> {
    return (await this.verifier.verify(options)).findings[0];
  }

  async headLines(): Promise<string[]> {
    return (await readFile(this.headsFile, 'utf8')).trimEnd().split('\n');
  }

  writeHeads(text: string): Promise<void> {
    return writeFile(this.headsFile, text);
  }

  fileOf(archive: { readonly file: string }): string {
    return path.join(this.scratch.config.dataDir, 'files', archive.file);
  }

  private get headsFile(): string {
    return path.join(this.scratch.config.dataDir, 'audit-heads.jsonl');
  }
}
