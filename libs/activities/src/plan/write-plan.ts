import { newId } from '@dangwu/platform/ids';
import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { diffOf, type Given, type PlanDiff, type Wanted } from './plan-diff';
import { PlanQuestions } from './plan-question';
import { proposeInSteps } from './propose-plan';
import { PlanItemEntity, type YearPlanEntity } from './year-plan.entity';

/** Rows that one statement writes. */
const atOnce = 2000;

/** Works out what a plan would become, and writes it. */
@Injectable()
export class WritePlan {
  constructor(
    private readonly questions: PlanQuestions,
    private readonly clock: Clock,
  ) {}

  /**
   * What planning anew would change. Nothing is written.
   * @param tx one that sees the whole association
   * @param thinking hears how many of the duties are looked at
   */
  async foresee(
    tx: EntityManager,
    plan: YearPlanEntity,
    keeps = true,
    thinking?: (done: number, of: number) => Promise<void>,
  ): Promise<PlanDiff> {
    const present = await tx.findBy(PlanItemEntity, {
      planId: plan.id,
      byHand: false,
      leftOutReason: IsNull(),
      activityId: IsNull(),
    });
    const steps = proposeInSteps(await this.questions.of(tx, plan, keeps));
    for (;;) {
      const step = steps.next();
      if (step.done) return diffOf(present, step.value);
      await thinking?.(step.value.done, step.value.of);
    }
  }

  /** @param done hears how many of the changes are written */
  async write(
    tx: EntityManager,
    plan: YearPlanEntity,
    { added, moved, removed }: PlanDiff,
    done: (count: number, of: number) => Promise<void>,
  ): Promise<void> {
    const all = removed.length + moved.length + added.length;
    let count = 0;
    const inSets = async <T>(rows: readonly T[], write: (some: readonly T[]) => Promise<unknown>): Promise<void> => {
      for (let at = 0; at < rows.length; at += atOnce) {
        const some = rows.slice(at, at + atOnce);
        await write(some);
        await done((count += some.length), all);
      }
    };
    // first what goes: what comes may take its number
    await inSets(removed, (some) =>
      tx.update(PlanItemEntity, { id: In(some.map(({ id }) => id)) }, { deletedAt: this.clock.now() }),
    );
    await inSets(moved, (some) => this.move(tx, some));
    await inSets(added, (some) => this.add(tx, plan, some));
  }

  private move(tx: EntityManager, some: readonly { readonly from: Given; readonly to: Wanted }[]): Promise<unknown> {
    const rows = some.map(({ from: { id }, to: { heldOn, startsAt, endsAt, venueId, fault } }) => ({
      id,
      heldOn,
      startsAt,
      endsAt,
      venueId,
      fault,
    }));
    return tx.query(
      `update plan_item i set held_on = w."heldOn", starts_at = w."startsAt", ends_at = w."endsAt",
         venue_id = w."venueId", fault = w.fault, version = i.version + 1
       from jsonb_to_recordset($1) w (id uuid, "heldOn" date, "startsAt" timestamptz, "endsAt" timestamptz,
         "venueId" uuid, fault jsonb)
       where i.id = w.id`,
      [JSON.stringify(rows)],
    );
  }

  /** The period of each is that of its obligation. */
  private add(tx: EntityManager, plan: YearPlanEntity, some: readonly Wanted[]): Promise<unknown> {
    const rows = some.map((item) => ({ ...item, id: newId(this.clock.now().getTime()) }));
    return tx.query(
      `insert into plan_item (id, association_id, plan_id, organization_id, activity_type_id, obligation_id, ordinal,
         period_from, period_to, held_on, starts_at, ends_at, venue_id, fault)
       select w.id, $1, $2, w."organizationId", w."activityTypeId", w."obligationId", w.ordinal, o.due_from, o.ends_on,
         w."heldOn", w."startsAt", w."endsAt", w."venueId", w.fault
       from jsonb_to_recordset($3) w (id uuid, "organizationId" uuid, "activityTypeId" uuid, "obligationId" uuid,
         ordinal smallint, "heldOn" date, "startsAt" timestamptz, "endsAt" timestamptz, "venueId" uuid, fault jsonb)
       join obligation o on o.id = w."obligationId"`,
      [plan.associationId, plan.id, JSON.stringify(rows)],
    );
  }
}
