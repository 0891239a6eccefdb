import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationAnnouncements } from '../organization-announcements';
import type { Actor } from '../organization-facts';
import { OrganizationFlags } from '../flags/organization-flags.service';
import { OrganizationHistory } from '../history/organization-history';
import { OrganizationOperationEntity } from '../history/organization-operation.entity';
import { OperationKind } from '../organization.enums';

/**
 * Organizations that an import created and its undo took back. They keep row, place and code, invisible to everyone,
 * so that the same roster, corrected, brings the same organizations back; to nobody else is a code given again.
 */
@Injectable()
export class UndoneOrganizations {
  constructor(
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly announcements: OrganizationAnnouncements,
  ) {}

  async takeBack(tx: EntityManager, actor: Actor, ids: readonly string[], basis: string): Promise<void> {
    await this.mark(tx, actor, ids, basis, true);
  }

  async revive(tx: EntityManager, actor: Actor, ids: readonly string[], basis: string): Promise<void> {
    await this.mark(tx, actor, ids, basis, false);
    // with their flags of all days, which went with them
    if (ids.length) await this.flags.refresh(tx, actor.associationId, ids, '1900-01-01');
  }

  private async mark(
    tx: EntityManager,
    actor: Actor,
    ids: readonly string[],
    basis: string,
    undone: boolean,
  ): Promise<void> {
    if (ids.length === 0) return;
    const now = this.clock.now();
    const today = this.clock.today();
    const at = undone ? now : null;
    const [rows] = await tx.query<[{ id: string; name: string; type: string }[], number]>(
      `update party_organization set deleted_at = $2, version = version + 1 where id = any($1) returning id, name, type`,
      [ids, at],
    );
    await tx.query(`update organization_version set deleted_at = $2 where id = any($1)`, [ids, at]);
    if (undone)
      await tx.query(
        `update organization_flag set deleted_at = $2, version = version + 1
         where organization_id = any($1) and deleted_at is null`,
        [ids, at],
      );
    await this.history.mirror(tx, ids);
    const kind = undone ? OperationKind.DISSOLVED : OperationKind.IMPORTED;
    const operations = rows.map(({ id, name, type }) => ({
      id: newId(now.getTime()),
      associationId: actor.associationId,
      organizationId: id,
      kind,
      effectiveOn: today,
      basis,
      before: {},
      after: { name, type, undone },
      state: 'APPLIED' as const,
      actorId: actor.accountId,
      actorName: actor.name,
      recordedAt: now,
      appliedAt: now,
      refusal: null,
    }));
    await insertRows(tx, OrganizationOperationEntity, operations);
    const changes = rows.map(({ id, name }) => ({
      organizationId: id,
      before: { undone: !undone },
      after: { name, undone },
    }));
    await this.announcements.announce(tx, actor, undone ? 'undoImport' : 'importOrganization', kind, changes);
  }
}
