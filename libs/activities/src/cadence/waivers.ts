import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cadenceErrors } from './cadence.errors';
import { ObligationEntity } from './obligation.entity';
import type { WaiveObligationInput } from './obligation.inputs';

/** Waiving what a rule asks for: by whoever leads the organization, for a reason, on record. */
@Injectable()
export class Waivers {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** @throws WAIVED_ALREADY, OWN_OBLIGATION, STALE_VERSION @returns the UUID of the obligation */
  waive(viewer: Viewer, { id, version, reason }: WaiveObligationInput): Promise<string> {
    return this.write(viewer, 'waiveObligation', { id, version }, reason, (obligation) => {
      if (obligation.waivedAt) throw cadenceErrors.WAIVED_ALREADY({ by: obligation.waivedBy });
      return { waivedAt: this.clock.now(), waivedBy: viewer.account.name, waivedReason: reason.trim() };
    });
  }

  /** @throws NOT_WAIVED, OWN_OBLIGATION, STALE_VERSION @returns the UUID of the obligation */
  withdraw(viewer: Viewer, { id, version, reason }: WaiveObligationInput): Promise<string> {
    return this.write(viewer, 'withdrawWaiver', { id, version }, reason, (obligation) => {
      if (!obligation.waivedAt) throw cadenceErrors.NOT_WAIVED();
      return { waivedAt: null, waivedBy: null, waivedReason: null };
    });
  }

  private async write(
    viewer: Viewer,
    action: string,
    asked: { readonly id: string; readonly version: number },
    reason: string,
    change: (obligation: ObligationEntity) => Pick<ObligationEntity, 'waivedAt' | 'waivedBy' | 'waivedReason'>,
  ): Promise<string> {
    const id = localId('Obligation', asked.id);
    await this.database.transaction(viewer.scope('activity.read'), async (tx) => {
      const obligation = await tx.findOne(ObligationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!obligation) throw platformErrors.UNKNOWN_ID();
      await this.require(tx, viewer, obligation);
      if (obligation.version !== asked.version) throw platformErrors.STALE_VERSION({ current: obligation.version });
      const { waivedReason: before } = obligation;
      Object.assign(obligation, change(obligation));
      await tx.save(obligation);
      const { organizationId, associationId, startsOn, endsOn, waivedReason } = obligation;
      await this.audit.record(tx, {
        action,
        subjectType: 'Obligation',
        subjectId: id,
        organizationId,
        associationId,
        before: { waivedReason: before },
        after: { waivedReason, startsOn, endsOn },
        reason: reason.trim(),
      });
      const event = { id: globalId('PartyOrganization', organizationId), associationId };
      await this.live.publish(tx, { to: 'association', kind: 'obligation', ...event });
    });
    return id;
  }

  /** Nobody waives what the own organization owes, but for the root, which nobody leads. */
  private async require(tx: EntityManager, viewer: Viewer, { organizationId }: ObligationEntity): Promise<void> {
    const place = await this.access.place(tx, viewer, organizationId);
    this.access.require(viewer, 'obligation.waive', place, 'activity.read');
    const { parentId, name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
    if (!parentId) return;
    if (!viewer.can('obligation.waive', await this.access.place(tx, viewer, parentId)))
      throw cadenceErrors.OWN_OBLIGATION({ name });
  }
}
