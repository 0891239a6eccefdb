import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { JobHandlers, Jobs, type JobContext, type JobOutcome } from '@dangwu/platform/jobs';
import { fillText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChangeCycle, locked, type CycleActor } from '../cycle/change-cycle';
import { cyclePossible } from '../cycle/cycle-lifecycle';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { ComputedBecause } from './result.enums';
import type { ComputeAssessmentsInput } from './result.inputs';
import { computedDone, computeProgress } from './result-words';
import { Results } from './results';

const kind = 'ASSESSMENT_COMPUTE';

interface Input {
  readonly cycleId: string;
  readonly actor: { readonly id: string; readonly name: string };
}

/** Computes all results of a cycle in the background, all or none. */
@Injectable()
export class ComputeJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly changes: ChangeCycle,
    private readonly results: Results,
  ) {}

  onModuleInit(): void {
    this.handlers.on(kind, (job) => this.run(job));
  }

  /** @returns UUID of the job @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE */
  async start(viewer: Viewer, step: ComputeAssessmentsInput): Promise<string> {
    let jobId = '';
    await this.changes.change(viewer, 'compute', step, async (tx, cycle) => {
      const { id: accountId, name } = viewer.account;
      const input: Input = { cycleId: cycle.id, actor: { id: accountId, name } };
      const { associationId } = cycle;
      jobId = (await this.jobs.start(tx, { kind, accountId, associationId, input: { ...input } })).id;
      return { set: {}, action: 'cycle.compute' };
    });
    return jobId;
  }

  private async run(job: JobContext): Promise<JobOutcome> {
    const { cycleId, actor: account } = job.input as unknown as Input;
    return this.database.transaction(job.scope, async (tx) => {
      const cycle = await locked(tx, cycleId);
      // whoever cancelled the cycle, or took it back, meanwhile has the last word
      const due = cyclePossible('compute', cycle);
      const { computed, changed, incomplete } = due
        ? await this.results.compute(tx, cycle, ComputedBecause.ASKED, undefined, (done, all) =>
            job.progress(done, all, computeProgress),
          )
        : { computed: 0, changed: 0, incomplete: [] };
      const message = fillText(computedDone, { count: computed, changed, incomplete: incomplete.length });
      const actor = { association: { id: cycle.associationId }, account } as CycleActor;
      const steps = [{ kind: AssessmentStepKind.COMPUTED, text: message.zh }];
      if (due)
        await this.changes.leave(tx, actor, cycle, { action: 'cycle.computed', steps, after: { computed, changed } });
      const outcome = { message, result: { computed, changed, incomplete: incomplete.slice(0, 100) } };
      await job.finish(tx, outcome);
      return outcome;
    });
  }
}
