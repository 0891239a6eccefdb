import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationAnnouncements } from '../organization-announcements';
import { OrganizationFlags } from '../flags/organization-flags.service';
import { OrganizationHistory } from './organization-history';
import { lockOrganizations } from '../organization-lock';
import { OrganizationOperationEntity } from './organization-operation.entity';
import { OrganizationStatus } from '../organization.enums';

/** An organization that was being prepared begins its work on its day. */
@Injectable()
export class FoundingDay {
  constructor(
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly announcements: OrganizationAnnouncements,
  ) {}

  async carryOut(tx: EntityManager, operation: OrganizationOperationEntity): Promise<void> {
    const { id, organizationId, associationId, effectiveOn, kind } = operation;
    await lockOrganizations(tx, associationId);
    const set = { status: OrganizationStatus.ACTIVE };
    await this.history.change(tx, organizationId, { from: effectiveOn, until: null, set });
    await tx.query(`update party_organization set version = version + 1, status = $2 where id = $1`, [
      organizationId,
      set.status,
    ]);
    await tx.update(OrganizationOperationEntity, { id }, { state: 'APPLIED', appliedAt: this.clock.now() });
    await this.history.mirror(tx, [organizationId]);
    await this.flags.refresh(tx, associationId, [organizationId]);
    const actor = { associationId, accountId: operation.actorId, name: operation.actorName };
    await this.announcements.announce(tx, actor, 'foundOrganization', kind, [
      {
        organizationId,
        before: { status: OrganizationStatus.PREPARING },
        after: { ...set, effectiveOn },
        basis: operation.basis,
      },
    ]);
  }
}
