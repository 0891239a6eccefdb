import { Injectable } from '@nestjs/common';
import { Audit } from '../audit';
import { Clock } from '../clock';
import { Database, systemScope } from '../database';
import { lastBlock } from './audit-blocks';
import { AuditHeads, type Resumption } from './audit-heads';
import { AuditKeys } from './audit-keys';
import { hashOf } from './block';

/** Lets the chain go on after a loss that somebody looked into: a restore to a day before the last blocks. */
@Injectable()
export class ResumeChain {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly keys: AuditKeys,
    private readonly heads: AuditHeads,
  ) {}

  /**
   * Writes beside the heads, signed, which blocks were lost and why; every later verification shows it.
   *
   * @throws Error when nothing is lost, or when what is there differs from what was signed: that is no loss
   */
  async resume(reason: string): Promise<Resumption> {
    const key = await this.keys.signing();
    const { heads } = await this.heads.known(await this.keys.trusted());
    const lost = Math.max(0, ...heads.keys());
    return this.database.transaction(systemScope(null), async (tx) => {
      const last = await lastBlock(tx);
      const after = last?.number ?? 0;
      if (lost <= after) throw new Error('No block is lost: there is nothing to resume');
      if (last && heads.get(after) !== hashOf(last))
        throw new Error(`Block ${after} is not the one that was signed: this is no loss but a change`);
      const at = this.clock.now().toISOString();
      const resumption: Resumption = { format: 'dangwu-audit-resumed/1', after, lost, reason, at };
      await this.audit.record(tx, {
        action: 'resumeAuditChain',
        subjectType: 'AuditChain',
        after: { after, lost },
        reason,
      });
      await this.heads.resume(resumption, key);
      return resumption;
    });
  }
}
