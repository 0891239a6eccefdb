import { Injectable } from '@nestjs/common';
import type { Statement, Statements } from '../database';
import type { AuditKind } from './audit-event.entity';
import { kindOf, personalShape } from './audit-vocabulary';
import { callers, type CallerOfRequest } from './callers';
import { withoutNumbers, withoutPersonal } from './personal-values';

export interface AuditEntry {
  /** what was done: a verb that `defineAudited` explains, `renameOrganization` */
  readonly action: string;
  /** by the action's definition when left out */
  readonly kind?: AuditKind;
  readonly subjectType: string;
  readonly subjectId?: string | null;
  /** how the object is called, unless that is a person's name */
  readonly subjectName?: string | null;
  /** the party organization it is about; the subject itself when that is one */
  readonly organizationId?: string | null;
  /** the changed fields as they were; never secrets. Fields declared personal are kept by their shape alone */
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
  /** why, where it was asked */
  readonly reason?: string | null;
  /** those of the running transaction and call when left out */
  readonly associationId?: string | null;
  readonly accountId?: string | null;
  readonly address?: string | null;
  readonly requestId?: string | null;
}

/** Writes the audit log. The event stands in the transaction of what it tells about, or not at all. */
@Injectable()
export class Audit {
  record(tx: Statements, entry: AuditEntry): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** Many events, in their order. */
  async recordAll(tx: Statements, entries: readonly AuditEntry[]): Promise<void> {
    // in sets, so that telling of a large import takes no more memory than telling of a small one
    for (let at = 0; at < entries.length; at += 100) await this.insert(tx, entries.slice(at, at + 100));
  }

  /** One event as a statement to be sent in the running transaction. Whoever asks for it sends it. */
  statement(entry: AuditEntry): Statement {
    const call = counted(1);
    const event = kept(entry);
    return {
      text: `insert into audit_event (association_id, account_id, kind, action, subject_type, subject_id, subject_name,
         organization_id, before, after, reason, address, request_id, operation, client, session_id)
       values (coalesce($1::uuid, dangwu_association(), dangwu_only_association()), coalesce($2::uuid, dangwu_account()),
         $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      values: [
        event.associationId ?? null,
        event.accountId ?? null,
        event.kind,
        event.action,
        event.subjectType,
        event.subjectId ?? null,
        event.subjectName,
        event.organizationId,
        event.before && JSON.stringify(event.before),
        event.after && JSON.stringify(event.after),
        event.reason,
        event.address ?? call?.address ?? null,
        event.requestId ?? call?.requestId ?? null,
        call?.operation ?? null,
        call?.client ?? null,
        call?.sessionId ?? null,
      ],
    };
  }

  private async insert(tx: Statements, entries: readonly AuditEntry[]): Promise<void> {
    const [entry] = entries;
    if (entry && entries.length === 1) {
      const { text, values } = this.statement(entry);
      await tx.query(text, [...values]);
      return;
    }
    const call = counted(entries.length);
    await tx.query(
      `insert into audit_event (association_id, account_id, kind, action, subject_type, subject_id, subject_name,
         organization_id, before, after, reason, address, request_id, operation, client, session_id)
       select coalesce("associationId", dangwu_association(), dangwu_only_association()),
         coalesce("accountId", dangwu_account()), kind, action, "subjectType", "subjectId", "subjectName",
         "organizationId", before, after, reason, coalesce(address, $2), coalesce("requestId", $3), $4, $5, $6::uuid
       from rows from (jsonb_to_recordset($1) as ("associationId" uuid, "accountId" uuid, kind text, action text,
         "subjectType" text, "subjectId" uuid, "subjectName" text, "organizationId" uuid, before jsonb, after jsonb,
         reason text, address text, "requestId" text)) with ordinality
       order by ordinality`,
      [
        JSON.stringify(entries.map(kept)),
        call?.address ?? null,
        call?.requestId ?? null,
        call?.operation ?? null,
        call?.client ?? null,
        call?.sessionId ?? null,
      ],
    );
  }
}

/** @returns the running call, which has left so many events more */
function counted(events: number): CallerOfRequest | undefined {
  const call = callers.getStore();
  if (call) call.recorded = (call.recorded ?? 0) + events;
  return call;
}

function kept({ before, after, reason, subjectName, ...entry }: AuditEntry): AuditEntry {
  const { subjectType, subjectId } = entry;
  return {
    ...entry,
    kind: entry.kind ?? kindOf(entry.action),
    // what an object is called is personal where its name is
    subjectName: subjectName && !personalShape(subjectType, 'name') ? withoutNumbers(subjectName) : null,
    organizationId: entry.organizationId ?? (subjectType === 'PartyOrganization' ? subjectId : null) ?? null,
    before: withoutPersonal(subjectType, before ?? null),
    after: withoutPersonal(subjectType, after ?? null),
    reason: reason ? withoutNumbers(reason) : null,
  };
}
