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
  async record(tx: EntityManager, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into audit_event
         (association_id, account_id, action, subject_type, subject_id, before, after, address, request_id)
       values (coalesce($1::uuid, dangwu_association()), coalesce($2::uuid, dangwu_account()), $3, $4, $5, $6, $7, $8, $9)`,
      [
        entry.associationId ?? null,
        entry.accountId ?? null,
        entry.action,
        entry.subjectType,
        entry.subjectId ?? null,
        json(entry.before),
        json(entry.after),
        entry.address ?? callers.getStore()?.address ?? null,
        entry.requestId ?? callers.getStore()?.requestId ?? null,
      ],
    );
  }
}

const json = (value: Record<string, unknown> | null | undefined): string | null =>
  value ? JSON.stringify(value) : null;
