import { chunks, importErrors, type Dependant, type WriteContext, type WrittenRow } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { KnownOrganizations } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityState } from '../activity/activity.enums';
import { ObligationCounts } from '../cadence/obligation-counts';
import { activitiesOf } from './write-roster';

/** Takes an imported list back: what it entered becomes invisible, what it changed becomes what it was. */
@Injectable()
export class UndoActivities {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly counts: ObligationCounts,
  ) {}

  /** Activities changed since. */
  async dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    const now = await activitiesOf(tx, rows);
    return rows.flatMap(({ subjectId, subjectVersion }) => {
      const activity = now.get(subjectId);
      return activity?.version === subjectVersion ? [] : [{ subjectId, name: activity?.title ?? subjectId }];
    });
  }

  async undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    const activities = await activitiesOf(tx, rows);
    const organizations = await KnownOrganizations.load(tx);
    const outside = [...activities.values()].filter(({ organizationId }) => {
      const place = organizations.byId.get(organizationId);
      return !place || !context.reaches(place);
    });
    if (outside.length) throw importErrors.IMPORT_OUT_OF_REACH({ count: outside.length });
    const created = rows.filter(({ action }) => action === 'CREATE').map(({ subjectId }) => subjectId);
    // their ids are free again for the corrected list
    for (const ids of chunks(created))
      await tx.update(ActivityEntity, { id: In([...ids]) }, { deletedAt: this.clock.now(), externalId: null });
    for (const { subjectId, before } of rows) if (before) await this.restore(tx, activities.get(subjectId)!, before);
    const changed = rows.filter(({ action }) => action !== 'UNCHANGED');
    for (const part of chunks(changed)) await this.follow(tx, part, activities, context);
  }

  private async restore(
    tx: EntityManager,
    { id, state }: ActivityEntity,
    before: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const was = before['state'] ?? state;
    // times were kept as texts
    const moments = ['startsAt', 'endsAt'].flatMap((key) =>
      typeof before[key] === 'string' ? [[key, new Date(before[key])]] : [],
    );
    const unsigned = was === ActivityState.RECORDED ? {} : { recordedAt: null, recordedBy: null };
    await tx.update(ActivityEntity, { id }, { ...before, ...Object.fromEntries(moments), ...unsigned });
  }

  private async follow(
    tx: EntityManager,
    rows: readonly WrittenRow[],
    activities: ReadonlyMap<string, ActivityEntity>,
    { batch }: WriteContext,
  ): Promise<void> {
    await this.counts.refreshAll(
      tx,
      rows.map(({ subjectId, before }) => {
        const { organizationId, activityTypeId, countsOn } = activities.get(subjectId)!;
        const was = before?.['countsOn'];
        return { organizationId, activityTypeId, days: typeof was === 'string' ? [countsOn, was] : [countsOn] };
      }),
    );
    await this.audit.recordAll(
      tx,
      rows.map(({ subjectId, action }) => ({
        action: 'activity.undoImport',
        subjectType: 'Activity',
        subjectId,
        subjectName: activities.get(subjectId)!.title,
        organizationId: activities.get(subjectId)!.organizationId,
        after: { undone: action, import: batch.id },
        associationId: batch.associationId,
      })),
    );
  }
}
