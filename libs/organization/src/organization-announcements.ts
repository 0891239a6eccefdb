import { Audit } from '@dangwu/platform/audit';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import { Outbox } from '@dangwu/platform/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from './organization-facts';
import type { OperationKind } from './organization.enums';

/** Outbox topic: organizations were founded, renamed, retyped, moved, dissolved or imported. */
export const organizationChanged = 'organization.changed';

/** The payload of `organization.changed`. */
export interface OrganizationChanged extends Record<string, unknown> {
  readonly kind: OperationKind;
  readonly organizationIds: readonly string[];
  readonly actorId: string | null;
}

interface Change {
  readonly organizationId: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown>;
  /** the paper it rests on */
  readonly basis?: string;
}

/** What every write of an organization leaves behind beside the rows themselves. */
@Injectable()
export class OrganizationAnnouncements {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly live: LiveEvents,
  ) {}

  async announce(
    tx: EntityManager,
    actor: Actor,
    action: string,
    kind: OperationKind,
    changes: readonly Change[],
  ): Promise<void> {
    const { associationId, accountId } = actor;
    await this.audit.recordAll(
      tx,
      changes.map(({ organizationId, before, after, basis }) => ({
        action,
        subjectType: 'PartyOrganization',
        subjectId: organizationId,
        before,
        after,
        reason: basis,
        associationId,
        accountId,
      })),
    );
    const payload: OrganizationChanged = {
      kind,
      organizationIds: changes.map((change) => change.organizationId),
      actorId: accountId,
    };
    await this.outbox.add(tx, { topic: organizationChanged, payload, associationId });
    const [only] = changes;
    const id = only && changes.length === 1 ? globalId('PartyOrganization', only.organizationId) : '';
    await this.live.publish(tx, { to: 'association', kind: 'organization', id, associationId });
  }
}
