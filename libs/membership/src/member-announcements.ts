import { OrganizationFlags } from '@dangwu/organization';
import { LiveEvents } from '@dangwu/platform/events';
import { Outbox, OutboxHandlers } from '@dangwu/platform/outbox';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Concern } from './member-history';

/** Outbox topic: who belongs to these organizations, or holds posts there, has changed. */
const membersChanged = 'members.changed';

interface MembersChanged extends Record<string, unknown> {
  readonly organizationIds: readonly string[];
  /** from which day on; later ones only are counted anew */
  readonly since: string;
}

/** What every change of members leaves behind beside the rows themselves. */
@Injectable()
export class MemberAnnouncements implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly handlers: OutboxHandlers,
    private readonly flags: OrganizationFlags,
    private readonly live: LiveEvents,
  ) {}

  /**
   * Flags of organizations follow, also of those above the place that whoever changed a member may not touch: therefore
   * by the outbox.
   */
  onModuleInit(): void {
    this.handlers.onInTransaction(membersChanged, async (tx, { associationId, payload }) => {
      const { organizationIds, since } = payload as MembersChanged;
      const rows = await tx.query<{ id: string }[]>(
        `select distinct above.id from party_organization o
         join party_organization above on starts_with(o.leads_path, above.leads_path)
         where o.id = any($1) and above.association_id = o.association_id`,
        [organizationIds],
      );
      await this.flags.refresh(
        tx,
        associationId!,
        rows.map(({ id }) => id),
        since,
      );
    });
  }

  /** @param id global id of the one member, empty for many */
  async announce(
    tx: EntityManager,
    associationId: string,
    { organizationIds, since }: Concern,
    id: string,
  ): Promise<void> {
    if (since !== null) {
      const payload: MembersChanged = { organizationIds, since };
      await this.outbox.add(tx, { topic: membersChanged, payload, associationId });
    }
    await this.live.publish(tx, { to: 'association', kind: 'member', id, associationId });
  }
}
