import { GrantEntity } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { OutboxHandlers, type OutboxMessage } from '@dangwu/platform/outbox';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { DerivedFromHistory } from './history/derived-from-history';
import { organizationChanged, type OrganizationChanged } from './organization-announcements';
import { OrganizationOperationEntity } from './history/organization-operation.entity';
import { summaryOf } from './history/organization-operation.summary';
import { OperationKind } from './organization.enums';
import { PartyOrganizationEntity } from './organization.entity';

/** Founding and importing are told by those who do it; nobody holds a role there yet. */
const told: readonly OperationKind[] = [
  OperationKind.RENAMED,
  OperationKind.RETYPED,
  OperationKind.MOVED,
  OperationKind.DISSOLVED,
  OperationKind.MERGED,
  OperationKind.SPLIT,
  OperationKind.UNDONE,
];

/** Derives anew what follows from the history, and tells everyone who holds a role at the organization but whoever did it. */
@Injectable()
export class OrganizationChangedHandler implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly derived: DerivedFromHistory,
  ) {}

  onModuleInit(): void {
    this.handlers.onInTransaction(organizationChanged, async (tx, message) => {
      const { organizationIds } = message.payload as OrganizationChanged;
      if (message.associationId) await this.derived.refresh(tx, message.associationId, organizationIds);
      await this.tell(tx, message);
    });
  }

  private async tell(tx: EntityManager, message: OutboxMessage): Promise<void> {
    const { kind, organizationIds, actorId } = message.payload as OrganizationChanged;
    const { associationId } = message;
    if (!associationId || !told.includes(kind)) return;
    for (const organizationId of organizationIds) {
      const operation = await tx.findOne(OrganizationOperationEntity, {
        where: { organizationId, kind, state: In(['APPLIED', 'PENDING']) },
        order: { recordedAt: 'DESC' },
      });
      const organization = await tx.findOneBy(PartyOrganizationEntity, { id: organizationId });
      if (!operation || !organization) continue;
      const { zh: summaryZh, en: summaryEn } = summaryOf(operation);
      for (const accountId of await this.holders(tx, organizationId, actorId))
        await this.notifications.add(tx, {
          accountId,
          associationId,
          kind: 'ORGANIZATION_CHANGED',
          params: { name: organization.name, on: operation.effectiveOn, summaryZh, summaryEn },
          link: `/organizations/${globalId('PartyOrganization', organizationId)}`,
        });
    }
  }

  private async holders(tx: EntityManager, organizationId: string, except: string | null): Promise<Set<string>> {
    const now = this.clock.now();
    const held = await tx.findBy(GrantEntity, { organizationId });
    const inForce = held.filter(({ since, until }) => since <= now && (!until || until > now));
    return new Set(inForce.map(({ accountId }) => accountId).filter((id) => id !== except));
  }
}
