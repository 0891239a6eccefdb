import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Rosters } from '../attendance/rosters';
import { ObligationCounts } from '../cadence/obligation-counts';
import { ActivityStepEntity } from './activity-step.entity';
import { ActivityState, ActivityStepKind } from './activity.enums';

interface Past {
  readonly id: string;
  readonly title: string;
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly countsOn: string;
}

/** How many are taken in one transaction. */
const atOnce = 500;

/** Every ten minutes: what was scheduled and whose end has passed awaits its record. */
@Injectable()
export class HoldPastActivities implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly counts: ObligationCounts,
    private readonly rosters: Rosters,
  ) {}

  onModuleInit(): void {
    this.schedules.on('hold-past-activities', '*/10 * * * *', () => this.run());
  }

  async run(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations)
      while ((await this.database.transaction(systemScope(id), (tx) => this.hold(tx, id))) === atOnce);
  }

  /** @returns how many became HELD */
  private async hold(tx: EntityManager, associationId: string): Promise<number> {
    const now = this.clock.now();
    // what somebody is changing at this moment is left to the next run
    const [past] = await tx.query<[Past[], number]>(
      `update activity set state = 'HELD', version = version + 1 where id in (
         select id from activity where association_id = $1 and state = 'SCHEDULED' and ends_at <= $2
           and deleted_at is null order by ends_at, id limit $3 for update skip locked)
       returning id, title, organization_id as "organizationId", activity_type_id as "activityTypeId",
         counts_on::text as "countsOn"`,
      [associationId, now, atOnce],
    );
    for (const { organizationId, activityTypeId, countsOn } of past)
      await this.counts.refresh(tx, { organizationId, activityTypeId, days: [countsOn] });
    if (past.length === 0) return 0;
    // of what nobody signed in to: who was entitled does not change any more
    await this.rosters.freeze(
      tx,
      associationId,
      past.map(({ id }) => id),
    );
    await tx.insert(
      ActivityStepEntity,
      past.map(({ id, organizationId }) => ({
        id: newId(now.getTime()),
        associationId,
        activityId: id,
        organizationId,
        kind: ActivityStepKind.HELD,
        at: now,
      })),
    );
    await this.audit.recordAll(
      tx,
      past.map(({ id, title, organizationId }) => ({
        action: 'activity.hold',
        subjectType: 'Activity',
        subjectId: id,
        subjectName: title,
        organizationId,
        before: { state: ActivityState.SCHEDULED },
        after: { state: ActivityState.HELD },
        associationId,
      })),
    );
    return past.length;
  }
}
