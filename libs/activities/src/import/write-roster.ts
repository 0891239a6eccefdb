import { chunks, importErrors, type WriteContext, type WrittenRow } from '@dangwu/imports';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ActivityStepEntity } from '../activity/activity-step.entity';
import { ActivityEntity } from '../activity/activity.entity';
import { ActivityState, ActivityStepKind } from '../activity/activity.enums';
import { ObligationCounts } from '../cadence/obligation-counts';
import type { ActivityPlan, ActivityRow } from './check-roster';

interface Planned extends ActivityPlan {
  readonly id: string;
  readonly row: ActivityRow;
}

const atOnce = 250;

/** Writes checked rows: new activities set by set, changed ones one by one; what the rules ask for is counted anew. */
@Injectable()
export class WriteActivities {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly counts: ObligationCounts,
  ) {}

  async *write(
    tx: EntityManager,
    rows: readonly ActivityRow[],
    plans: ReadonlyMap<ActivityRow, ActivityPlan>,
    context: WriteContext,
  ): AsyncGenerator<readonly WrittenRow[]> {
    const plan = rows.map((row): Planned => {
      const one = plans.get(row);
      if (!one) throw new Error('A list is checked in the transaction that writes it');
      return { ...one, row, id: one.known?.id ?? newId() };
    });
    const created = plan.filter(({ row }) => row.action === 'CREATE');
    let done = 0;
    for (const part of chunks(created, atOnce)) {
      await this.create(tx, part, context);
      await context.progress((done += part.length));
    }
    for (const planned of plan) if (planned.row.action === 'UPDATE') await this.update(tx, planned, context);
    await context.progress(rows.length);
    for (const part of chunks(plan.filter(({ row }) => row.action !== 'UNCHANGED')))
      await this.follow(tx, part, context);
    for (const part of chunks(plan))
      yield part.map(({ id, row, known, set }) => ({
        row: row.row,
        action: row.action!,
        subjectId: id,
        subjectVersion: known ? known.version + (row.action === 'UPDATE' ? 1 : 0) : 1,
        before: row.action === 'UPDATE' ? overwritten(known!, set) : null,
      }));
  }

  private async create(tx: EntityManager, plan: readonly Planned[], context: WriteContext): Promise<void> {
    await insertRows(
      tx,
      ActivityEntity,
      plan.map(({ id, facts, row }) => ({
        id,
        associationId: context.batch.associationId,
        externalId: row.values.externalId ?? null,
        topicIds: [],
        agenda: [],
        ...facts,
        ...this.signed(facts.state!, context),
      })),
    );
  }

  private async update(tx: EntityManager, { id, known, set, row }: Planned, context: WriteContext): Promise<void> {
    const recorded = set.state === ActivityState.RECORDED ? this.signed(set.state, context) : {};
    const { affected } = await tx.update(ActivityEntity, { id, version: known!.version }, { ...set, ...recorded });
    // somebody changed it at this moment, past what an import locks
    if (affected === 0) throw importErrors.IMPORT_OUTDATED({ count: 1, rows: String(row.row) });
  }

  private async follow(tx: EntityManager, plan: readonly Planned[], context: WriteContext): Promise<void> {
    const { batch, actorName } = context;
    const at = this.clock.now();
    await insertRows(
      tx,
      ActivityStepEntity,
      plan.map(({ id, facts, known }) => ({
        id: newId(at.getTime()),
        associationId: batch.associationId,
        activityId: id,
        organizationId: facts.organizationId!,
        kind: stepOf(facts.state!, known?.state),
        reason: known?.state === ActivityState.RECORDED ? basisOf(context) : null,
        actorName,
        at,
      })),
    );
    await this.counts.refreshAll(
      tx,
      plan.map(({ facts, known }) => ({
        organizationId: facts.organizationId!,
        activityTypeId: facts.activityTypeId!,
        days: [...new Set([facts.countsOn!, known?.countsOn ?? facts.countsOn!])],
      })),
    );
    await this.audit.recordAll(
      tx,
      plan.map(({ id, facts, known, set }) => ({
        action: actionOf(facts.state!, known?.state),
        subjectType: 'Activity',
        subjectId: id,
        subjectName: facts.title!,
        organizationId: facts.organizationId!,
        reason: basisOf(context),
        before: known ? overwritten(known, set) : null,
        after: { ...set },
        associationId: batch.associationId,
      })),
    );
  }

  private signed(state: ActivityState, { actorName, batch }: WriteContext): Partial<ActivityEntity> {
    if (state !== ActivityState.RECORDED) return {};
    return { recordedAt: this.clock.now(), recordedBy: actorName ?? batch.fileName };
  }
}

/** The activities of written rows that are still there, by id. */
export async function activitiesOf(
  tx: EntityManager,
  rows: readonly WrittenRow[],
): Promise<Map<string, ActivityEntity>> {
  const found = await tx.findBy(ActivityEntity, { id: In(rows.map(({ subjectId }) => subjectId)) });
  return new Map(found.map((activity) => [activity.id, activity]));
}

export const basisOf = ({ batch }: Pick<WriteContext, 'batch'>): string => `导入《${batch.fileName}》`;

const overwritten = (known: object, set: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(set).map((key) => [key, (known as Record<string, unknown>)[key] ?? null]));

function stepOf(state: ActivityState, before: ActivityState | undefined): ActivityStepKind {
  if (before === ActivityState.RECORDED) return ActivityStepKind.CORRECTED;
  if (state === ActivityState.RECORDED) return ActivityStepKind.RECORDED;
  return before && before !== ActivityState.DRAFT ? ActivityStepKind.CHANGED : ActivityStepKind.SCHEDULED;
}

function actionOf(state: ActivityState, before: ActivityState | undefined): string {
  if (before === ActivityState.RECORDED) return 'activity.correct';
  if (state === ActivityState.RECORDED) return 'activity.record';
  return before ? 'activity.change' : 'activity.plan';
}
