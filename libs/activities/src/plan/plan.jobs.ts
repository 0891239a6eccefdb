import { Access } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { JobHandlers, type JobContext } from '@dangwu/platform/jobs';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId } from '@dangwu/platform/ids';
import type { LocalText } from '@dangwu/platform/text';
import { AccountViewers } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { writerOf } from '../activity/many-activities';
import { planErrors } from './plan.errors';
import { PublishPlan } from './publish-plan';
import { WritePlan } from './write-plan';
import { proposeJob, publishJob } from './year-plan.service';
import { YearPlanEntity } from './year-plan.entity';

/** Progress is told in hundredths, from the first moment: reading and thinking take longer than writing. */
const whole = 100;
const between = (from: number, to: number, done: number, of: number): number =>
  from + Math.floor(((to - from) * done) / Math.max(of, 1));

const phases = {
  reading: { zh: '读取义务、日历和占用', en: 'Reading obligations, calendar and what is taken' },
  thinking: { zh: '逐项安排时间', en: 'Finding a time for each' },
  checking: { zh: '检查时间和阵地', en: 'Checking times and venues' },
  writing: { zh: '写入', en: 'Writing' },
} as const satisfies Record<string, LocalText>;

/** The two long steps of a plan. Each is one transaction: who cancels it, or a worker that dies, leaves nothing behind. */
@Injectable()
export class PlanJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly viewers: AccountViewers,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly plans: WritePlan,
    private readonly publishing: PublishPlan,
  ) {}

  onModuleInit(): void {
    this.handlers.on(proposeJob, (job) => this.propose(job));
    this.handlers.on(publishJob, (job) => this.publish(job));
  }

  private async propose(job: JobContext): Promise<void> {
    const { id } = await this.planOf(job);
    await job.progress(0, whole, phases.reading);
    // everything in the association is seen: leaders and venues are taken by what the person may not read, and no
    // more is told of it than that another time was found
    await this.database.transaction(job.scope, async (tx) => {
      const plan = await this.locked(tx, id);
      const keeps = job.input['keeps'] !== false;
      const diff = await this.plans.foresee(tx, plan, keeps, (done, of) =>
        job.progress(between(10, 70, done, of), whole, phases.thinking),
      );
      await job.progress(70, whole, phases.writing);
      await this.plans.write(tx, plan, diff, (done, of) =>
        job.progress(between(70, 99, done, of), whole, phases.writing),
      );
      plan.proposedAt = this.clock.now();
      await tx.save(plan);
      const counts = { added: diff.added.length, moved: diff.moved.length, removed: diff.removed.length };
      await this.record(tx, plan, 'yearPlan.propose', counts);
      await job.finish(tx, {
        message: {
          zh: `新增 ${counts.added} 项，调整 ${counts.moved} 项，去掉 ${counts.removed} 项`,
          en: `${counts.added} items added, ${counts.moved} moved, ${counts.removed} taken out`,
        },
        result: counts,
      });
    });
  }

  private async publish(job: JobContext): Promise<void> {
    const { plan, viewer } = await this.planOf(job);
    await job.progress(0, whole, phases.checking);
    const faulty = await this.database.transaction(viewer.scope('activity.maintain'), async (tx) => {
      const locked = await this.locked(tx, plan.id);
      const { activities, faults } = await this.publishing.publish(tx, locked, {
        writer: writerOf(viewer),
        progress: (done, of) => job.progress(between(10, 99, done, of), whole, phases.writing),
      });
      if (faults.length > 0) return faults;
      await this.record(tx, locked, 'yearPlan.publish', { activities });
      const message = { zh: `已发布 ${activities} 场活动`, en: `${activities} activities published` };
      await job.finish(tx, { message, result: { activities } });
      return [];
    });
    const [first] = faulty;
    if (!first) return;
    const { organization, typeZh, typeEn, heldOn } = first.item;
    throw planErrors.PLAN_NOT_PUBLISHABLE({
      count: faulty.length,
      firstZh: `${organization} ${typeZh} ${heldOn}，${first.fault.zh}`,
      firstEn: `${typeEn} of ${organization} on ${heldOn}: ${first.fault.en}`,
    });
  }

  /** The plan, and whoever asked with the rights they have now. */
  private async planOf(job: JobContext) {
    const viewer = await this.viewers.acting(job);
    const id = String(job.input['planId']);
    const plan = await this.database.transaction(viewer.scope('activity.maintain'), (tx) =>
      tx.findOneBy(YearPlanEntity, { id }),
    );
    if (!plan) throw platformErrors.UNKNOWN_ID();
    this.access.require(viewer, 'activity.maintain', await this.access.place(null, viewer, plan.organizationId));
    return { id, plan, viewer };
  }

  private locked(tx: EntityManager, id: string): Promise<YearPlanEntity> {
    return tx.findOneOrFail(YearPlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async record(tx: EntityManager, plan: YearPlanEntity, action: string, after: object): Promise<void> {
    const { id, organizationId, associationId, year } = plan;
    const subject = { subjectType: 'YearPlan', subjectId: id, organizationId, associationId };
    await this.audit.record(tx, { action, ...subject, after: { year, ...after } });
    const event = { kind: 'yearPlan', id: globalId('YearPlan', id), associationId };
    await this.live.publish(tx, { to: 'association', ...event });
  }
}
