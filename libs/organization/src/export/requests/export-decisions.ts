import type { Viewer } from '@dangwu/access';
import { Audit, withoutNumbers } from '@dangwu/platform/audit';
import { associationZone, Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organizationErrors } from '../../organization.errors';
import { ApprovedExports } from './approved-exports';
import { ExportRequestEntity } from './export-request.entity';
import type { DecideExportRequestInput } from './export-request.type';
import { scopeOf } from './export-requests';
import { requestsLink, wordsOf } from './export-words';

const hour = 60 * 60_000;

/** What the other person does: approve a large export, or refuse it, and say why. */
@Injectable()
export class ExportDecisions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly approved: ApprovedExports,
  ) {}

  /** @returns the request's UUID. @throws UNKNOWN_ID, EXPORT_TWO_PEOPLE, EXPORT_DECIDED */
  async decide(viewer: Viewer, input: DecideExportRequestInput): Promise<string> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const request = await tx.findOne(ExportRequestEntity, {
        where: { id: localId('ExportRequest', input.id) },
        lock: { mode: 'pessimistic_write' },
      });
      if (!request) throw platformErrors.UNKNOWN_ID();
      if (request.accountId === viewer.account.id) throw organizationErrors.EXPORT_TWO_PEOPLE();
      if (request.state !== 'WAITING') throw organizationErrors.EXPORT_DECIDED();
      await this.settle(tx, viewer, request, input);
      return request.id;
    });
  }

  private async settle(
    tx: EntityManager,
    viewer: Viewer,
    { id, accountId, associationId, kind, people }: ExportRequestEntity,
    { approve, reason }: DecideExportRequestInput,
  ): Promise<void> {
    const { id: decidedBy, name: decidedByName } = viewer.account;
    const [decidedAt, decisionReason] = [this.clock.now(), withoutNumbers(reason.trim())];
    const hours = await this.approved.hours(tx, associationId);
    const fetchUntil = approve ? new Date(decidedAt.getTime() + hours * hour) : null;
    const state = approve ? 'APPROVED' : 'REFUSED';
    const decided = { state, decidedBy, decidedByName, decidedAt, decisionReason, fetchUntil } as const;
    await tx.update(ExportRequestEntity, { id }, decided);
    await this.audit.record(tx, {
      action: approve ? 'export.approve' : 'export.refuse',
      subjectType: 'ExportRequest',
      subjectId: id,
      after: { for: accountId, kind, people, fetchUntil },
      reason: decisionReason,
    });
    const until = fetchUntil
      ? new Intl.DateTimeFormat('sv-SE', { timeZone: associationZone, dateStyle: 'short', timeStyle: 'short' }).format(
          fetchUntil,
        )
      : '';
    await this.notifications.add(tx, {
      accountId,
      associationId,
      kind: approve ? 'EXPORT_APPROVED' : 'EXPORT_REFUSED',
      params: { ...wordsOf(kind), people, by: decidedByName, reason: decisionReason, until },
      link: requestsLink,
    });
  }
}
