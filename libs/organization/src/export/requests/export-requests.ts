import { associationHolders, missing, type Viewer } from '@dangwu/access';
import { Audit, leavesNothing, withoutNumbers, withoutPersonal } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, type Scope } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { JobEntity } from '@dangwu/platform/jobs';
import { Notifications } from '@dangwu/platform/notifications';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { organizationErrors } from '../../organization.errors';
import { PartyOrganizationEntity } from '../../organization.entity';
import { AccountViewers } from '../account-viewers';
import { ExportLimit } from '../export-limit';
import type { Asked, ExportedList } from '../exported-list';
import { ListExport } from '../list-export';
import { ListRows } from '../list-rows';
import { ApprovedExports } from './approved-exports';
import { ExportRequestEntity } from './export-request.entity';
import { requestsLink, wordsOf } from './export-words';

/** Lists of more people than may be exported at once: what whoever needs one does. */
@Injectable()
export class ExportRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly exporting: ListExport,
    private readonly rows: ListRows,
    private readonly limit: ExportLimit,
    private readonly approved: ApprovedExports,
    private readonly viewers: AccountViewers,
  ) {}

  /** @returns the request's UUID. @throws PERMISSION_MISSING, EXPORT_NEEDS_NO_APPROVAL, EXPORT_ASKED_ALREADY */
  async ask<Row, Input extends Asked>(
    viewer: Viewer,
    list: ExportedList<Row, Input>,
    input: Input,
    reason: string,
  ): Promise<string> {
    if (!viewer.holds(list.permission)) throw missing(list.permission);
    const asked = (await list.kept?.(viewer, input)) ?? input;
    const people = await this.rows.people(list, this.viewers.exportingAs(viewer), asked);
    const { limit } = await this.limit.inForce(viewer, list.permission, asked);
    if (people <= limit) throw organizationErrors.EXPORT_NEEDS_NO_APPROVAL({ people, limit });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const { id: accountId, name: accountName } = viewer.account;
      const { id: associationId } = viewer.association;
      const [id, requestedAt, kind] = [newId(), this.clock.now(), list.job];
      await refuseTwice(tx, accountId, kind, asked);
      const told = withoutPersonal('ExportRequest', await this.told(tx, list, asked));
      const why = withoutNumbers(reason.trim());
      await tx.insert(ExportRequestEntity, {
        id,
        associationId,
        accountId,
        accountName,
        kind,
        asked: { ...asked } as object,
        told: told as object,
        people,
        reason: why,
        state: 'WAITING',
        requestedAt,
      });
      const event = { subjectType: 'ExportRequest', subjectId: id, after: { kind, people, ...told }, reason: why };
      await this.audit.record(tx, { action: 'export.request', ...event });
      const deciders = await associationHolders(tx, associationId, 'export.approve', requestedAt);
      const params = { name: accountName, people, reason: why, ...wordsOf(kind) };
      for (const decider of deciders.filter((each) => each !== accountId))
        await this.notifications.add(tx, {
          accountId: decider,
          associationId,
          kind: 'EXPORT_ASKED',
          params,
          link: requestsLink,
        });
      return id;
    });
  }

  /**
   * Under the rights of now: the rows are those that may be exported today, and no more of them than were approved.
   * @returns the UUID of the job that writes it. @throws UNKNOWN_ID, EXPORT_NOT_APPROVED, EXPORT_LAPSED, EXPORT_GREW
   */
  async fetch(viewer: Viewer, globalId: string): Promise<string> {
    const { id: accountId } = viewer.account;
    const id = localId('ExportRequest', globalId);
    const found = await this.database.transaction(scopeOf(viewer), (tx) => this.approved.toFetch(tx, accountId, id));
    const list = this.listOf(found);
    if (!viewer.holds(list.permission)) throw missing(list.permission);
    // counted outside of the transaction, which would hold a connection meanwhile; the job counts again
    const people = await this.rows.people(list, this.viewers.exportingAs(viewer), found.asked);
    if (people > found.people) throw organizationErrors.EXPORT_GREW({ people, approved: found.people });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const { jobId, kind, asked } = await this.approved.toFetch(tx, accountId, id);
      const running = { id: jobId ?? id, state: In(['QUEUED', 'RUNNING']) };
      if (jobId && (await tx.existsBy(JobEntity, running))) {
        leavesNothing('the file is being made');
        return jobId;
      }
      const job = await this.exporting.begin(tx, viewer, kind, asked, id);
      await tx.update(ExportRequestEntity, { id }, { jobId: job });
      const event = { subjectType: 'ExportRequest', subjectId: id, after: { kind, people } };
      await this.audit.record(tx, { action: 'export.fetch', ...event });
      return job;
    });
  }

  private listOf({ kind }: ExportRequestEntity): ExportedList<never, Asked> {
    const list = this.exporting.of(kind);
    if (!list) throw new Error(`No list is written by jobs of the kind ${kind}`);
    return list;
  }

  /** What those who decide read: names for ids, headings for columns, and of the rest what the audit log would keep. */
  private async told<Row, Input extends Asked>(
    tx: EntityManager,
    list: ExportedList<Row, Input>,
    asked: Input,
  ): Promise<Record<string, unknown>> {
    const {
      columns: _,
      locale: _locale,
      order: _order,
      within,
      filter,
      ...rest
    } = {
      ...(list.told?.(asked) ?? asked),
    } as Record<string, unknown>;
    const named = async (id: unknown): Promise<string | undefined> =>
      typeof id === 'string'
        ? (await tx.findOneBy(PartyOrganizationEntity, { id: localId('PartyOrganization', id) }))?.name
        : undefined;
    const given = Object.entries({ ...(filter as object | null) }).filter(
      ([, value]) => value !== null && value !== false,
    );
    const conditions = Object.fromEntries<unknown>(given);
    if (conditions['organizationId']) conditions['organizationId'] = await named(conditions['organizationId']);
    const day = this.clock.today();
    const english = list.columns('en', asked, day);
    const columns = list.columns('zh', asked, day).map(({ heading: zh }, i) => ({ zh, en: english[i]!.heading }));
    return { within: await named(within), ...rest, filter: conditions, columns };
  }
}

/** Requests have no place of their own; who may ask and decide is a matter of the permissions. */
export const scopeOf = ({ association, account }: Viewer): Scope => ({
  association: association.id,
  places: 'everywhere',
  account: account.id,
});

/** @throws EXPORT_ASKED_ALREADY */
async function refuseTwice(tx: EntityManager, accountId: string, kind: string, asked: object): Promise<void> {
  const same = await tx
    .createQueryBuilder(ExportRequestEntity, 'r')
    .where(`r.accountId = :accountId and r.kind = :kind and r.state = 'WAITING'`, { accountId, kind })
    .andWhere('r.asked = :asked::jsonb', { asked: JSON.stringify(asked) })
    .getExists();
  if (same) throw organizationErrors.EXPORT_ASKED_ALREADY();
}
