import { Audit } from '@dangwu/platform/audit';
import {
  AuditSealer,
  AuditVerifier,
  ChainBroken,
  ChainStates,
  type Verification,
  type VerifyOptions,
} from '@dangwu/platform/audit-chain';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Notifications } from '@dangwu/platform/notifications';
import { Injectable, Logger } from '@nestjs/common';

/** Verifying with all that follows: sealed first, kept, recorded, and told to the auditors when it fails. */
@Injectable()
export class ChainVerification {
  private readonly log = new Logger('AuditChain');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sealer: AuditSealer,
    private readonly verifier: AuditVerifier,
    private readonly states: ChainStates,
    private readonly notifications: Notifications,
  ) {}

  /** Seals what waits. A chain that is not what was signed is left as it is, and verified to say what is wrong. */
  async seal(): Promise<void> {
    try {
      await this.sealer.seal();
    } catch (error) {
      if (!(error instanceof ChainBroken)) throw error;
      this.log.error(error.message);
      const { lastVerification } = await this.states.state();
      if (lastVerification?.ok !== false) await this.verifyAsIs(null);
    }
  }

  /** @param accountId who asked; null: the schedule or the command line */
  async verify(accountId: string | null, options?: VerifyOptions): Promise<Verification> {
    await this.seal();
    return this.verifyAsIs(accountId, options);
  }

  private async verifyAsIs(accountId: string | null, options?: VerifyOptions): Promise<Verification> {
    const { lastVerification } = await this.states.state();
    const result = await this.verifier.verify(options);
    await this.states.keep(result, accountId);
    const { ok, blocks, events, archivedEvents, findings } = result;
    const [first] = findings;
    await this.database.transaction({ ...systemScope(null), account: accountId }, async (tx) => {
      await this.audit.record(tx, {
        action: 'verifyAuditChain',
        subjectType: 'AuditChain',
        after: { ok, blocks, events, archivedEvents, ...(first && { findings: findings.map(({ text }) => text) }) },
      });
    });
    if (!first) return result;
    this.log.error(`The audit chain is not as it was sealed: ${first.text.en}`);
    // told once, not with every verification until it is dealt with
    if (lastVerification?.ok !== false) await this.tellAuditors(first.text);
    return result;
  }

  private async tellAuditors({ zh: textZh, en: textEn }: { zh: string; en: string }): Promise<void> {
    await this.database.transaction(systemScope(null), async (tx) => {
      const auditors = await tx.query<{ account: string; association: string }[]>(
        `select distinct account_id as account, association_id as association from access_grant
         where role = 'AUDITOR' and deleted_at is null and since <= $1 and (until is null or until > $1)`,
        [this.clock.now()],
      );
      for (const { account: accountId, association: associationId } of auditors)
        await this.notifications.add(tx, {
          accountId,
          associationId,
          kind: 'AUDIT_CHAIN_BROKEN',
          params: { textZh, textEn },
          link: '/audit',
        });
    });
  }
}
