import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { globalId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeOrganization } from '../change-organization';
import { ChangeOrganizationType } from '../changes/change-organization-type';
import { DissolveOrganization } from '../changes/dissolve-organization';
import { MergeOrganizations } from '../changes/merge-organizations';
import { SplitOrganization } from '../changes/split-organization';
import { MoveOrganization } from '../changes/move-organization';
import type { OrganizationChange } from '../changes/organization-change';
import { RenameOrganization } from '../changes/rename-organization';
import { Idempotency } from '../idempotency';
import { FoundingDay } from './founding-day';
import { DerivedFromRules } from '../flags/derived-from-rules';
import { summaryOf } from './organization-operation.summary';
import { OrganizationOperationEntity } from './organization-operation.entity';
import { plusDays } from '../organization-rules';
import { OperationKind } from '../organization.enums';
import { PartyOrganizationEntity } from '../organization.entity';

/**
 * Carries out what was recorded for a later day, at 00:00 of that day in the association's zone, and looks which terms
 * have come to their end. Each operation is a transaction of its own and leaves PENDING in it: a run that died goes on
 * where it stopped, and two runs at once do nothing twice. What has become impossible is refused and told to whoever
 * recorded it.
 */
@Injectable()
export class OrganizationEffectiveJob implements OnModuleInit {
  private readonly changes: ReadonlyMap<OperationKind, OrganizationChange<object>>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
    private readonly frame: ChangeOrganization,
    private readonly founding: FoundingDay,
    private readonly derived: DerivedFromRules,
    private readonly notifications: Notifications,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    renaming: RenameOrganization,
    retyping: ChangeOrganizationType,
    moving: MoveOrganization,
    dissolving: DissolveOrganization,
    merging: MergeOrganizations,
    splitting: SplitOrganization,
  ) {
    const all = [renaming, retyping, moving, dissolving, merging, splitting] as OrganizationChange<object>[];
    this.changes = new Map(all.map((change) => [change.kind, change]));
  }

  onModuleInit(): void {
    // again in the morning: a worker that slept over midnight catches up before people come
    this.schedules.on('organization-effective', '0 0,6 * * *', () => this.run());
  }

  async run(): Promise<void> {
    const today = this.clock.today();
    const due = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string; association: string }[]>(
        `select id, association_id as association from organization_operation
         where state = 'PENDING' and effective_on <= $1 order by effective_on, recorded_at, id`,
        [today],
      ),
    );
    for (const { id, association } of due) await this.carryOut(association, id);
    const associations = await this.database.transaction(systemScope(null), async (tx) => {
      await this.idempotency.forget(tx);
      return tx.query<{ id: string }[]>(`select id from association`);
    });
    for (const { id } of associations)
      // also when no worker was there for some days: a flag begins on its own day
      await this.database.transaction(systemScope(id), (tx) => this.derived.refresh(tx, id, plusDays(today, -7)));
  }

  private async carryOut(association: string, id: string): Promise<void> {
    try {
      await this.database.transaction(systemScope(association), async (tx) => {
        const operation = await pending(tx, id);
        if (!operation) return;
        const change = this.changes.get(operation.kind);
        if (change) await this.frame.carryOutPending(tx, change, operation);
        else await this.founding.carryOut(tx, operation);
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.database.transaction(systemScope(association), (tx) => this.refuse(tx, id, error));
    }
  }

  private async refuse(tx: EntityManager, id: string, { messages }: DomainError): Promise<void> {
    const operation = await pending(tx, id);
    if (!operation) return;
    await tx.update(OrganizationOperationEntity, { id }, { state: 'REFUSED', refusal: { ...messages } });
    await this.audit.record(tx, {
      action: 'refusePendingOperation',
      subjectType: 'PartyOrganization',
      subjectId: operation.organizationId,
      accountId: operation.actorId,
      before: { state: operation.state },
      after: { state: 'REFUSED', kind: operation.kind, effectiveOn: operation.effectiveOn },
      reason: messages.zh,
    });
    const { name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: operation.organizationId });
    if (!operation.actorId) return;
    const { zh, en } = summaryOf(operation);
    await this.notifications.add(tx, {
      accountId: operation.actorId,
      associationId: operation.associationId,
      kind: 'ORGANIZATION_OPERATION_REFUSED',
      params: { name, on: operation.effectiveOn, summaryZh: zh, summaryEn: en, whyZh: messages.zh, whyEn: messages.en },
      link: `/organizations/${globalId('PartyOrganization', operation.organizationId)}`,
    });
  }
}

/** The operation, locked, unless another run was faster. */
const pending = (tx: EntityManager, id: string): Promise<OrganizationOperationEntity | null> =>
  tx.findOne(OrganizationOperationEntity, { where: { id, state: 'PENDING' }, lock: { mode: 'pessimistic_write' } });
