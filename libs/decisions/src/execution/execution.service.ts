import { SupervisionState } from '@dangwu/activities';
import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import type { Messages } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { localId, newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ChangeMatter, type MatterChange, type MatterStep } from '../matter/change-matter';
import { matterStateWords } from '../matter/matter-words';
import { MatterEntity } from '../matter/matter.entity';
import { matterErrors } from '../matter/matter.errors';
import { MatterState } from '../matter/matter.enums';
import { MatterRecordKind } from '../record/matter-record.enums';
import { executionErrors } from './execution.errors';
import type {
  AddMilestoneInput,
  CloseMatterInput,
  DropMilestoneInput,
  ExecuteMatterInput,
  ReportBackInput,
  ResumeMatterInput,
} from './execution.inputs';
import { MatterReportEntity } from './matter-report.entity';
import { Milestones } from './milestones';

const { OPEN, REPORTED } = SupervisionState;
const acts = {
  addMilestone: { zh: '添加节点', en: 'adding a milestone' },
  dropMilestone: { zh: '取消节点', en: 'dropping a milestone' },
  reportBack: { zh: '反馈执行情况', en: 'reporting back' },
} as const satisfies Record<string, Messages>;

/** What becomes of a decision: carried out by milestones, reported back, closed. Each answers the UUID of the matter. */
@Injectable()
export class MatterExecution {
  constructor(
    private readonly changes: ChangeMatter,
    private readonly milestones: Milestones,
    private readonly rules: Rules,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** A deferred matter waits for another session. @throws MATTER_STATE, STALE_VERSION */
  resume(viewer: Viewer, step: ResumeMatterInput): Promise<string> {
    return this.changes.change(viewer, 'matter.conduct', 'resume', step, async (_, { state, opinion }) => ({
      set: { state: MatterState.ACCEPTED, opinion: null },
      event: {
        kind: MatterRecordKind.RESUMED,
        data: { opinion },
        action: 'matter.resume',
        before: { state },
        after: { state: MatterState.ACCEPTED },
      },
    }));
  }

  /** @throws MATTER_STATE, STALE_VERSION, and what `Milestones.add` refuses */
  execute(viewer: Viewer, { milestones, ...step }: ExecuteMatterInput): Promise<string> {
    return this.changes.change(viewer, 'matter.conduct', 'execute', step, async (tx, matter) => {
      const items = await this.milestones.add(tx, viewer, matter, milestones);
      const state = MatterState.IN_EXECUTION;
      return {
        set: { state },
        event: {
          kind: MatterRecordKind.EXECUTION_BEGUN,
          data: { milestones: items.map(({ no, text, owner, dueOn }) => ({ no, text, owner, dueOn })) },
          action: 'matter.execute',
          before: { state: matter.state },
          after: { state, milestones: items.length },
        },
      };
    });
  }

  /** @throws MATTER_NOT_IN_EXECUTION, STALE_VERSION, and what `Milestones.add` refuses */
  addMilestone(viewer: Viewer, { milestone, ...step }: AddMilestoneInput): Promise<string> {
    return this.underway(viewer, 'matter.conduct', 'addMilestone', step, async (tx, matter) => {
      const [item] = await this.milestones.add(tx, viewer, matter, [milestone]);
      const { no, text, owner, dueOn } = item!;
      return {
        set: {},
        event: {
          kind: MatterRecordKind.MILESTONE_ADDED,
          data: { subject: text, milestone: no, owner, dueOn },
          action: 'matter.addMilestone',
          after: { milestone: text },
        },
      };
    });
  }

  /** @throws MATTER_NOT_IN_EXECUTION, MILESTONE_OVER, STALE_VERSION */
  dropMilestone(viewer: Viewer, { milestoneId, reason: given, ...step }: DropMilestoneInput): Promise<string> {
    const [id, reason] = [localId('SupervisionItem', milestoneId), given.trim()];
    return this.underway(viewer, 'matter.conduct', 'dropMilestone', step, async (tx, matter) => {
      const { text, no } = await this.milestones.drop(tx, matter, id, reason);
      return {
        set: {},
        event: {
          kind: MatterRecordKind.MILESTONE_DROPPED,
          data: { subject: text, milestone: no, reason },
          action: 'matter.dropMilestone',
          reason,
          before: { milestone: text },
        },
      };
    });
  }

  /** By whoever proposed it, or conducts it. @throws MATTER_NOT_IN_EXECUTION, MATTER_FILE_UNKNOWN, MATTER_FILE_USED, STALE_VERSION */
  reportBack(viewer: Viewer, { text: given, fileId, ...step }: ReportBackInput): Promise<string> {
    const text = given.trim();
    const permission = viewer.holds('matter.conduct') ? 'matter.conduct' : 'matter.propose';
    return this.underway(viewer, permission, 'reportBack', step, async (tx, matter) => {
      const { id: matterId, associationId, organizationId } = matter;
      const file = fileId ? await this.file(tx, viewer, localId('File', fileId)) : null;
      const no = (await tx.countBy(MatterReportEntity, { matterId })) + 1;
      const at = this.clock.now();
      const by = { reportedBy: viewer.account.name, reportedAt: at };
      const row = { id: newId(at.getTime()), associationId, matterId, organizationId, no, text, ...file, ...by };
      await tx.insert(MatterReportEntity, row);
      const textHash = createHash('sha256').update(text).digest('hex');
      return {
        set: {},
        event: {
          kind: MatterRecordKind.REPORTED_BACK,
          data: { report: no, textHash, fileHash: file?.fileSha256 ?? null },
          action: 'matter.reportBack',
          after: { report: no },
        },
      };
    });
  }

  /** @throws MATTER_STATE, MATTER_MILESTONES_OPEN, MATTER_REPORT_MISSING, MATTER_CLOSING_NOTE, STALE_VERSION */
  close(viewer: Viewer, { note: given, ...step }: CloseMatterInput): Promise<string> {
    const note = given?.trim() || null;
    return this.changes.change(viewer, 'matter.conduct', 'close', step, async (tx, matter) => {
      if (matter.state === MatterState.IN_EXECUTION) await this.requireCarriedOut(tx, matter);
      else if (!note) throw executionErrors.MATTER_CLOSING_NOTE();
      const state = MatterState.CLOSED;
      return {
        set: { state, closedAt: this.clock.now(), closingNote: note },
        event: {
          kind: MatterRecordKind.CLOSED,
          data: note ? { reason: note } : {},
          action: 'matter.close',
          reason: note,
          before: { state: matter.state },
          after: { state },
        },
      };
    });
  }

  private async requireCarriedOut(tx: EntityManager, matter: MatterEntity): Promise<void> {
    const { id: matterId, title, associationId } = matter;
    const open = (await this.milestones.of(tx, matter)).filter(({ state }) => state === OPEN || state === REPORTED);
    if (open.length)
      throw executionErrors.MATTER_MILESTONES_OPEN({ title, milestones: open.map(({ text }) => `“${text}”`) });
    const count = await tx.countBy(MatterReportEntity, { matterId });
    const rule = await this.rules.inForce(tx, { associationId, key: 'matter.reports.least' });
    const least = rule.parsed?.numerator ?? 1;
    if (count >= least) return;
    const { name, basis } = rule;
    throw executionErrors.MATTER_REPORT_MISSING({
      title,
      count,
      least,
      ruleZh: name.zh,
      ruleEn: name.en,
      basisZh: basis.zh,
      basisEn: basis.en,
    });
  }

  /** What is done to a matter while it is carried out. @throws MATTER_NOT_IN_EXECUTION, STALE_VERSION */
  private underway(
    viewer: Viewer,
    permission: 'matter.conduct' | 'matter.propose',
    act: keyof typeof acts,
    step: MatterStep,
    work: (tx: EntityManager, matter: MatterEntity) => Promise<MatterChange>,
  ): Promise<string> {
    return this.changes.change(viewer, permission, null, step, async (tx, matter) => {
      if (matter.state !== MatterState.IN_EXECUTION) {
        const [is, done] = [matterStateWords[matter.state], acts[act]];
        throw executionErrors.MATTER_NOT_IN_EXECUTION({
          title: matter.title,
          stateZh: is.zh,
          stateEn: is.en,
          actZh: done.zh,
          actEn: done.en,
        });
      }
      return work(tx, matter);
    });
  }

  private async file(tx: EntityManager, viewer: Viewer, id: string) {
    const file = await this.files.ownUpload(tx, viewer.account.id, id);
    if (!file) throw matterErrors.MATTER_FILE_UNKNOWN();
    if (await tx.exists(MatterReportEntity, { where: { fileId: id }, withDeleted: true }))
      throw matterErrors.MATTER_FILE_USED({ name: file.name });
    return { fileId: file.id, fileName: file.name, fileSize: file.size, fileSha256: file.sha256 };
  }
}
