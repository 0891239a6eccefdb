import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityState } from '../activity/activity.enums';
import type { NewActivity } from '../activity/change-activity';
import { ManyActivities, type Writer } from '../activity/many-activities';
import { faultsOf, publishableItems, type FaultyItem, type PublishableItem } from './publishable-items';
import type { YearPlanEntity } from './year-plan.entity';

export interface Publishing {
  /** who publishes it */
  readonly writer: Writer;
  /** hears how many are written */
  readonly progress?: (done: number, of: number) => Promise<void>;
  /** only what is held until then; left out: all */
  readonly until?: string;
}

/** What became of it: everything, or nothing and why. */
export interface Published {
  readonly activities: number;
  readonly faults: readonly FaultyItem[];
}

/** Makes activities of what a plan proposes, all or none, by the checks that a single one passes. */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly clock: Clock,
    private readonly many: ManyActivities,
  ) {}

  /** What stands against it is written at the items; the caller decides what to do then. */
  async publish(tx: EntityManager, plan: YearPlanEntity, { writer, progress, until }: Publishing): Promise<Published> {
    const all = await publishableItems(tx, plan.id, this.clock.today());
    const items = until ? all.filter(({ heldOn }) => heldOn <= until) : all;
    await this.many.lock(
      tx,
      items.map(({ organizationId }) => organizationId),
      items.flatMap(({ venueId }) => venueId ?? []),
    );
    const faults = await faultsOf(tx, items, this.many);
    await this.mark(tx, plan.id, faults);
    if (faults.length > 0) return { activities: 0, faults };
    await progress?.(0, items.length);
    const ids = await this.many.insert(tx, writer, items.map(activityOf), async (done) =>
      progress?.(Math.min(done, items.length - 1), items.length),
    );
    await this.link(tx, items, ids);
    plan.publishedAt = this.clock.now();
    await tx.save(plan);
    return { activities: ids.length, faults: [] };
  }

  /** What stands against publishing is told at each item, and nothing that did so before. */
  private async mark(tx: EntityManager, planId: string, faults: readonly FaultyItem[]): Promise<void> {
    await tx.query(
      `update plan_item i set fault = f.fault, version = i.version + 1
       from plan_item p left join jsonb_to_recordset($2) f (id uuid, fault jsonb) on f.id = p.id
       where i.id = p.id and p.plan_id = $1 and p.deleted_at is null and p.starts_at is not null
         and p.activity_id is null and p.fault is distinct from f.fault`,
      [planId, JSON.stringify(faults.map(({ item: { id }, fault }) => ({ id, fault })))],
    );
  }

  private async link(tx: EntityManager, items: readonly PublishableItem[], ids: readonly string[]): Promise<void> {
    await tx.query(
      `update plan_item i set activity_id = w.activity, version = i.version + 1
       from unnest($1::uuid[], $2::uuid[]) w (id, activity) where i.id = w.id`,
      [items.map(({ id }) => id), ids],
    );
  }
}

const activityOf = (item: PublishableItem): NewActivity => ({
  organizationId: item.organizationId,
  activityTypeId: item.activityTypeId,
  title: item.typeZh,
  state: ActivityState.SCHEDULED,
  startsAt: item.startsAt,
  endsAt: item.endsAt,
  heldOn: item.heldOn,
  countsOn: item.heldOn,
  venueId: item.venueId,
  place: null,
  link: null,
  lineId: null,
  formId: null,
  topicIds: [],
  agenda: [],
});
