import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { callers } from './callers';

export interface AuditEntry {
  /** the operation's own name, `moveOrganization` */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string | null;
  /** what changed, as it was; never secrets, never unmasked personal data */
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
  /** those of the running transaction and request when left out */
  readonly associationId?: string | null;
  readonly accountId?: string | null;
  readonly address?: string | null;
  readonly requestId?: string | null;
}

/** Writes the audit log. The event stands in the transaction of what it tells about, or not at all. */
@Injectable()
export class Audit {
  record(tx: EntityManager, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** Many events in one statement, in their order. */
  async recordAll(tx: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
    const caller = callers.getStore();
    await tx.query(
      `insert into audit_event
         (association_id, account_id, action, subject_type, subject_id, before, after, address, request_id)
       select coalesce("associationId", dangwu_association()), coalesce("accountId", dangwu_account()), action,
         "subjectType", "subjectId", before, after, coalesce(address, $2), coalesce("requestId", $3)
       from rows from (jsonb_to_recordset($1) as ("associationId" uuid, "accountId" uuid, action text,
         "subjectType" text, "subjectId" uuid, before jsonb, after jsonb, address text, "requestId" text))
         with ordinality
       order by ordinality`,
      [JSON.stringify(entries), caller?.address ?? null, caller?.requestId ?? null],
    );
  }
}
