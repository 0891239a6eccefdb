import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { organizationErrors } from '../../organization.errors';
import { ExportRequestEntity } from './export-request.entity';

/** What an approval is good for: one file, of no more people, within some hours. */
@Injectable()
export class ApprovedExports {
  constructor(
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly audit: Audit,
  ) {}

  /** How long an approval is good for. A rule in words says no number: then not at all. */
  async hours(tx: EntityManager, associationId: string): Promise<number> {
    const rule = await this.rules.inForce(tx, { associationId, key: 'personal.export.hours' });
    return rule.parsed?.numerator ?? 0;
  }

  /** An account's own request, locked, if it may be fetched now. @throws UNKNOWN_ID, EXPORT_NOT_APPROVED, EXPORT_LAPSED */
  async toFetch(tx: EntityManager, accountId: string, id: string): Promise<ExportRequestEntity> {
    const request = await this.locked(tx, id);
    if (request?.accountId !== accountId) throw platformErrors.UNKNOWN_ID();
    const { state, fetchUntil, associationId } = request;
    if (state === 'WAITING' || state === 'REFUSED') throw organizationErrors.EXPORT_NOT_APPROVED();
    if (state === 'DELIVERED' || !fetchUntil || fetchUntil <= this.clock.now())
      throw organizationErrors.EXPORT_LAPSED({ hours: await this.hours(tx, associationId) });
    return request;
  }

  /**
   * Uses the approval up, in the transaction that delivers the file.
   * @returns who approved it. @throws EXPORT_LAPSED, EXPORT_GREW
   */
  async deliver(tx: EntityManager, id: string, people: number): Promise<string | null> {
    const request = await this.locked(tx, id);
    if (!request) throw platformErrors.UNKNOWN_ID();
    // asked for in time is in time, however long the job had to wait; twice is not once
    if (request.state !== 'APPROVED')
      throw organizationErrors.EXPORT_LAPSED({ hours: await this.hours(tx, request.associationId) });
    if (people > request.people) throw organizationErrors.EXPORT_GREW({ people, approved: request.people });
    await tx.update(ExportRequestEntity, { id }, { state: 'DELIVERED', deliveredAt: this.clock.now() });
    const { kind, decidedByName } = request;
    const event = { subjectType: 'ExportRequest', subjectId: id, after: { kind, people } };
    await this.audit.record(tx, { action: 'export.deliver', ...event });
    return decidedByName;
  }

  private locked(tx: EntityManager, id: string): Promise<ExportRequestEntity | null> {
    return tx.findOne(ExportRequestEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }
}
