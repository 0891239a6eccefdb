import { Audit, type AuditEntry } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Access } from '../access';
import { accessErrors } from '../access.errors';
import { refuseOn } from '../refuse-on';
import type { Place } from '../place';
import type { Viewer } from '../viewer';
import { PublicationEntity } from './publication.entity';
import type { PublicationsOfOrganization, PublishInput, WithdrawPublicationInput } from './publication.type';
import { subjectKeys, subjects } from './subjects';

/** Publishing across a GUIDES edge: an act of the organization below it, on record, which it can take back. */
@Injectable()
export class Publications {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: LiveEvents,
  ) {}

  /** What an organization publishes; seen by its own readers and by those it is published to. @throws UNKNOWN_ID */
  async of(viewer: Viewer, organizationId: string): Promise<PublicationsOfOrganization> {
    const id = localId('PartyOrganization', organizationId);
    const place = await this.access.place(null, viewer, id);
    const guided = place.relation === 'GUIDES';
    const viewerMayPublish = guided && viewer.can('publication.manage', place);
    const concerned = guided && (viewerMayPublish || (await this.concerns(null, viewer, place)));
    if (!concerned) return { guided, viewerMayPublish, publications: [] };
    const rows = await this.database.transaction(withinAssociation(viewer), (tx) => inForce(tx, place));
    return { guided, viewerMayPublish, publications: rows.map(shown) };
  }

  /** @returns the organization's global id. @throws UNKNOWN_ID, PERMISSION_MISSING, NOT_GUIDED, PUBLISHED_ALREADY */
  async publish(viewer: Viewer, { organizationId, subject, basis }: PublishInput): Promise<string> {
    await this.database.transaction(withinAssociation(viewer), async (tx) => {
      const place = await this.access.place(tx, viewer, localId('PartyOrganization', organizationId));
      this.access.require(viewer, 'publication.manage', place);
      if (place.relation !== 'GUIDES') throw accessErrors.NOT_GUIDED();
      const id = newId();
      // what was shown to an organization that guides it no longer ends here
      await tx.update(
        PublicationEntity,
        { organizationId: place.id, subject, withdrawnAt: IsNull(), toId: Not(place.parentId!) },
        { withdrawnAt: this.clock.now(), withdrawnBy: viewer.account.id, withdrawnByName: viewer.account.name },
      );
      await refuseOn(
        tx.insert(PublicationEntity, {
          id,
          associationId: viewer.association.id,
          organizationId: place.id,
          toId: place.parentId!,
          subject,
          basis: basis.trim(),
          publishedAt: this.clock.now(),
          publishedBy: viewer.account.id,
          publishedByName: viewer.account.name,
        }),
        { publication_once: () => accessErrors.PUBLISHED_ALREADY(wordsOf(subject)) },
      );
      await this.record(tx, 'publish', place.id, {
        before: null,
        after: { subject, toOrganizationId: place.parentId },
        reason: basis.trim(),
      });
    });
    return organizationId;
  }

  /** @returns the organization's global id. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async withdraw(viewer: Viewer, input: WithdrawPublicationInput): Promise<string> {
    const id = localId('Publication', input.id);
    return this.database.transaction(withinAssociation(viewer), async (tx) => {
      const found = await tx.findOne(PublicationEntity, {
        where: { id, withdrawnAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found) throw platformErrors.UNKNOWN_ID();
      const place = await this.access.place(tx, viewer, found.organizationId);
      if (!viewer.can('publication.manage', place) && !(await this.concerns(tx, viewer, place)))
        throw platformErrors.UNKNOWN_ID();
      this.access.require(viewer, 'publication.manage', place);
      await tx.update(
        PublicationEntity,
        { id },
        {
          withdrawnAt: this.clock.now(),
          withdrawnBy: viewer.account.id,
          withdrawnByName: viewer.account.name,
          withdrawalBasis: input.basis.trim(),
        },
      );
      const { subject, toId: to } = found;
      await this.record(tx, 'withdrawPublication', place.id, {
        before: { subject, toOrganizationId: to },
        after: null,
        reason: input.basis.trim(),
      });
      return globalId('PartyOrganization', place.id);
    });
  }

  /** Whether the viewer reads the organization itself or the one that guides it. */
  private async concerns(tx: EntityManager | null, viewer: Viewer, place: Place): Promise<boolean> {
    const permissions = subjectKeys.map((key) => subjects[key].permission);
    if (permissions.some((key) => viewer.can(key, place))) return true;
    if (!place.parentId) return false;
    const guide = await this.access.place(tx, viewer, place.parentId);
    return permissions.some((key) => viewer.can(key, guide));
  }

  private async record(
    tx: EntityManager,
    action: string,
    subjectId: string,
    changes: Pick<AuditEntry, 'before' | 'after' | 'reason'>,
  ): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'PartyOrganization', subjectId, ...changes });
    // consoles that show it look again
    await this.live.publish(tx, {
      to: 'association',
      kind: 'publication',
      id: globalId('PartyOrganization', subjectId),
    });
  }
}

const withinAssociation = (viewer: Viewer): Scope => viewer.scope('organization.identify');
const wordsOf = (subject: (typeof subjectKeys)[number]) => ({
  subjectZh: subjects[subject].zh,
  subjectEn: subjects[subject].en,
});

const inForce = (tx: EntityManager, place: Place): Promise<PublicationEntity[]> =>
  tx.find(PublicationEntity, {
    // what a newer release published is not shown by this one
    where: { organizationId: place.id, toId: place.parentId!, subject: In(subjectKeys), withdrawnAt: IsNull() },
    order: { subject: 'ASC' },
  });

const shown = ({ id, subject, basis, publishedAt, publishedByName }: PublicationEntity) => ({
  id: globalId('Publication', id),
  subject,
  subjectName: { zh: subjects[subject].zh, en: subjects[subject].en },
  basis,
  publishedAt,
  publishedByName,
});
