import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { JobEntity, Jobs } from '@dangwu/platform/jobs';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { checkSettings, usualSettings } from './plan-settings';
import { planErrors } from './plan.errors';
import type {
  DiscardYearPlanInput,
  DraftYearPlanInput,
  PlanSettingsInput,
  PublishYearPlanInput,
  ReplanYearPlanInput,
} from './plan.inputs';
import type { PlanDiff } from './plan-diff';
import { WritePlan } from './write-plan';
import { PlanItemEntity, YearPlanEntity, type PlanSettings } from './year-plan.entity';

/** Kinds of the jobs. */
export const proposeJob = 'PLAN_PROPOSE';
export const publishJob = 'PLAN_PUBLISH';

/** Plans of a year, as people ask for them; the long work is done by jobs. Each answers the UUID of the plan. */
@Injectable()
export class YearPlanService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly live: LiveEvents,
    private readonly plans: WritePlan,
  ) {}

  /** @throws PLAN_YEAR, PLAN_EXISTS, PLAN_HOURS, UNKNOWN_ID */
  async draft(viewer: Viewer, input: DraftYearPlanInput): Promise<string> {
    const organizationId = localId('PartyOrganization', input.organizationId);
    this.access.require(viewer, 'activity.maintain', await this.access.place(null, viewer, organizationId));
    this.checkYear(input.year);
    return this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const { year } = input;
      const associationId = viewer.association.id;
      const { name } = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
      await tx.query(`select pg_advisory_xact_lock(hashtext('year plan'), hashtext($1))`, [organizationId]);
      if (await tx.existsBy(YearPlanEntity, { organizationId, year }))
        throw planErrors.PLAN_EXISTS({ organization: name, year });
      const settings = input.settings ? settingsOf(input.settings) : await usualSettings(tx, associationId);
      await checkSettings(tx, settings);
      const id = newId(this.clock.now().getTime());
      await tx.insert(YearPlanEntity, { id, associationId, organizationId, year, settings: settings as object });
      const plan = await tx.findOneByOrFail(YearPlanEntity, { id });
      await this.begin(tx, viewer, plan, proposeJob, { keeps: true });
      await tx.save(plan);
      await this.record(tx, plan, 'yearPlan.draft', { after: { year } });
      return id;
    });
  }

  /** @throws PLAN_BUSY, PLAN_HOURS, STALE_VERSION, UNKNOWN_ID */
  replan(viewer: Viewer, input: ReplanYearPlanInput): Promise<string> {
    return this.change(viewer, input, async (tx, plan) => {
      const settings = input.settings ? settingsOf(input.settings) : plan.settings;
      await checkSettings(tx, settings);
      const keeps = sameSettings(settings, plan.settings);
      plan.settings = settings;
      await this.begin(tx, viewer, plan, proposeJob, { keeps });
      await this.record(tx, plan, 'yearPlan.replan', { after: { year: plan.year } });
    });
  }

  /** @throws PLAN_BUSY, PLAN_NOTHING, STALE_VERSION, UNKNOWN_ID */
  publish(viewer: Viewer, input: PublishYearPlanInput): Promise<string> {
    return this.change(viewer, input, async (tx, plan) => {
      const publishable = { planId: plan.id, activityId: IsNull(), leftOutReason: IsNull() };
      const items = await tx.findBy(PlanItemEntity, publishable);
      if (!items.some(({ startsAt }) => startsAt)) throw planErrors.PLAN_NOTHING();
      await this.begin(tx, viewer, plan, publishJob, {});
      await this.record(tx, plan, 'yearPlan.askPublish', { after: { year: plan.year } });
    });
  }

  /** What was published stays. @throws PLAN_BUSY, STALE_VERSION, UNKNOWN_ID */
  discard(viewer: Viewer, input: DiscardYearPlanInput): Promise<string> {
    return this.change(viewer, input, async (tx, plan) => {
      const deletedAt = this.clock.now();
      await tx.update(PlanItemEntity, { planId: plan.id }, { deletedAt });
      plan.deletedAt = deletedAt;
      await this.record(tx, plan, 'yearPlan.discard', { before: { year: plan.year } });
    });
  }

  /** What planning anew would change now. @param settings others than it has; null: those */
  async foresee(viewer: Viewer, id: string, settings: PlanSettingsInput | null): Promise<PlanDiff> {
    const plan = await this.find(viewer, id);
    const whole = { association: viewer.association.id, places: 'everywhere', account: viewer.account.id } as const;
    return this.database.transaction(whole, async (tx) => {
      const wanted = settings ? settingsOf(settings) : plan.settings;
      await checkSettings(tx, wanted);
      return this.plans.foresee(tx, { ...plan, settings: wanted }, sameSettings(wanted, plan.settings));
    });
  }

  /** Who may not plan there is told so; who may not even see the organization's activities, that there is none. */
  async find(viewer: Viewer, globalPlanId: string): Promise<YearPlanEntity> {
    const id = localId('YearPlan', globalPlanId);
    const plan = await this.database.transaction(viewer.scope('activity.maintain'), (tx) =>
      tx.findOneBy(YearPlanEntity, { id }),
    );
    if (!plan) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, plan.organizationId);
    this.access.require(viewer, 'activity.maintain', place, 'activity.maintain');
    return plan;
  }

  private async change(
    viewer: Viewer,
    step: { readonly id: string; readonly version: number },
    work: (tx: EntityManager, plan: YearPlanEntity) => Promise<void>,
  ): Promise<string> {
    const { id } = await this.find(viewer, step.id);
    await this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const plan = await tx.findOne(YearPlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!plan) throw platformErrors.UNKNOWN_ID();
      if (plan.version !== step.version) throw platformErrors.STALE_VERSION({ current: plan.version });
      await refuseBusy(tx, plan);
      await work(tx, plan);
      await tx.save(plan);
      await this.announce(tx, plan);
    });
    return id;
  }

  private async begin(
    tx: EntityManager,
    viewer: Viewer,
    plan: YearPlanEntity,
    kind: string,
    input: Record<string, unknown>,
  ): Promise<void> {
    const { associationId } = plan;
    const asked = { kind, accountId: viewer.account.id, associationId, input: { planId: plan.id, ...input } };
    plan.jobId = (await this.jobs.start(tx, asked)).id;
  }

  private checkYear(year: number): void {
    const first = Number(this.clock.today().slice(0, 4));
    if (year < first || year > first + 1) throw planErrors.PLAN_YEAR({ first, last: first + 1 });
  }

  private record(tx: EntityManager, plan: YearPlanEntity, action: string, values: object): Promise<void> {
    const { id: subjectId, organizationId, associationId } = plan;
    return this.audit.record(tx, {
      action,
      subjectType: 'YearPlan',
      subjectId,
      organizationId,
      associationId,
      ...values,
    });
  }

  private announce(tx: EntityManager, { id, associationId }: YearPlanEntity): Promise<void> {
    const event = { kind: 'yearPlan', id: globalId('YearPlan', id), associationId };
    return this.live.publish(tx, { to: 'association', ...event });
  }
}

/** Nobody changes a plan under the hands of a job. @throws PLAN_BUSY */
export async function refuseBusy(tx: EntityManager, { jobId }: YearPlanEntity): Promise<void> {
  // the job belongs to somebody else perhaps: its state is no secret, and read by the number the plan has
  const job = jobId && (await tx.findOneBy(JobEntity, { id: jobId }));
  if (job && !job.finishedAt) throw planErrors.PLAN_BUSY();
}

const settingsOf = ({ opensAt, closesAt, types }: PlanSettingsInput): PlanSettings => ({
  opensAt,
  closesAt,
  types: types.map(({ activityTypeId, weekday, from, minutes, venueId }) => ({
    activityTypeId,
    weekday: weekday ?? null,
    from,
    minutes,
    venueId: venueId ?? null,
  })),
});

/** Whether the same times would be proposed: jsonb keeps names in another order. */
const sameSettings = (a: PlanSettings, b: PlanSettings): boolean =>
  JSON.stringify(settingsOf(a as PlanSettingsInput)) === JSON.stringify(settingsOf(b as PlanSettingsInput));
