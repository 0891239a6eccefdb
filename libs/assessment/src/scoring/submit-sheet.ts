import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, updateRow } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AssessmentCycleEntity, AssessmentEntity, AssessmentStepEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { askedLines } from './asked-lines';
import { isLate } from './assessment-sheets';
import { inputsOf } from './inputs-of';
import { lackOf } from './score-checks';
import { AssessmentScoreEntity } from './scoring.entity';
import { ScoreSource } from './scoring.enums';
import { scoringErrors } from './scoring.errors';
import type { ReturnAssessmentSheetInput, SubmitAssessmentSheetInput } from './scoring.inputs';
import { sheetWords } from './scoring-words';
import { requireAt, scopeOf, SheetFrame, submittedAt, type Sheet } from './sheet-frame';
import { saidOnSheet } from './sheet-lines';
import { pointsOfSheet } from './sheet-points';

const { SELF, VERIFIER, EXPERT } = ScoreSource;
const mostTold = 5;

/** That an expert has scored is told to nobody: how many have is counted. */
const submittedKinds: Readonly<Record<ScoreSource, AssessmentStepKind | null>> = {
  SELF: AssessmentStepKind.SELF_SUBMITTED,
  VERIFIER: AssessmentStepKind.VERIFIED,
  EXPERT: null,
};

/** Sheets are handed in, after which nothing in them changes, and given back. Both answer the assessment's UUID. */
@Injectable()
export class SubmitSheet {
  constructor(
    private readonly frame: SheetFrame,
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws as `SheetFrame.write`, SHEET_INCOMPLETE */
  submit(viewer: Viewer, { assessmentId, as }: SubmitAssessmentSheetInput): Promise<string> {
    return this.frame.write(viewer, assessmentId, as, async (tx, sheet) => {
      await refuseIncomplete(tx, sheet);
      const { assessment, dueOn, own } = sheet;
      const now = this.clock.now();
      const late = isLate(dueOn, now);
      await handIn(
        tx,
        own.map(({ id }) => id),
        now,
      );
      if (as === SELF) await updateRow(tx, AssessmentEntity, assessment.id, { selfSubmittedAt: now, selfLate: late });
      if (as === VERIFIER)
        await updateRow(tx, AssessmentEntity, assessment.id, { verifiedAt: now, verifiedLate: late });
      await this.leave(tx, viewer, { sheet, action: 'assessment.submitSheet', kind: submittedKinds[as], late });
      return assessment.id;
    });
  }

  /**
   * Whoever verifies gives a self-assessment back, whoever conducts the cycle any sheet.
   * @throws UNKNOWN_ID, PERMISSION_MISSING, SHEET_NOT_SUBMITTED, SHEET_STAGE
   */
  return(viewer: Viewer, { assessmentId, as, accountId, reason: given }: ReturnAssessmentSheetInput): Promise<string> {
    const id = localId('Assessment', assessmentId);
    const account = as === EXPERT ? localId('Account', accountId ?? '') : null;
    const reason = given.trim();
    return this.database.transaction(scopeOf(viewer, 'assessment.conduct'), async (tx) => {
      const assessment = await tx.findOne(AssessmentEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!assessment) throw platformErrors.UNKNOWN_ID();
      const cycle = await tx.findOneByOrFail(AssessmentCycleEntity, { id: assessment.cycleId });
      await this.requireReturn(tx, viewer, as, assessment, cycle);
      const own = await tx.findBy(AssessmentScoreEntity, {
        assessmentId: id,
        source: as,
        ...(account && { accountId: account }),
      });
      const { zh: sheetZh, en: sheetEn } = sheetWords[as];
      if (!submittedAt({ as, assessment, own }))
        throw scoringErrors.SHEET_NOT_SUBMITTED({ subject: assessment.subjectName, sheetZh, sheetEn });
      await handIn(
        tx,
        own.map((score) => score.id),
        null,
      );
      if (as === SELF) await updateRow(tx, AssessmentEntity, id, { selfSubmittedAt: null, selfLate: false });
      if (as === VERIFIER) await updateRow(tx, AssessmentEntity, id, { verifiedAt: null, verifiedLate: false });
      const sheet = { as, assessment, cycle };
      const told = { sheet, action: 'assessment.returnSheet', kind: AssessmentStepKind.RETURNED, reason, account };
      await this.leave(tx, viewer, told);
      return id;
    });
  }

  /** Whoever conducts the cycle may always, whoever verifies a self-assessment. @throws UNKNOWN_ID, PERMISSION_MISSING */
  private async requireReturn(
    tx: EntityManager,
    viewer: Viewer,
    as: ScoreSource,
    { verifierId, organizationId: assessed }: AssessmentEntity,
    { organizationId }: AssessmentCycleEntity,
  ): Promise<void> {
    if (viewer.can('assessment.conduct', await this.access.place(tx, viewer, organizationId))) return;
    const by = { access: this.access, viewer };
    if (as === SELF) return requireAt(tx, by, 'assessment.verify', verifierId, assessed);
    return requireAt(tx, by, 'assessment.conduct', organizationId, assessed);
  }

  /**
   * A step, the audit event, a live event. What experts do is told where the cycle is conducted alone: the assessed must not
   * learn who they are.
   */
  private async leave(
    tx: EntityManager,
    viewer: Viewer,
    {
      sheet: { as, assessment, cycle },
      action,
      kind,
      late = false,
      reason = null,
      account = null,
    }: {
      readonly sheet: Pick<Sheet, 'as' | 'assessment' | 'cycle'>;
      readonly action: string;
      /** null: nothing that readers are told */
      readonly kind: AssessmentStepKind | null;
      readonly late?: boolean;
      readonly reason?: string | null;
      readonly account?: string | null;
    },
  ): Promise<void> {
    const { id, associationId, organizationId, subjectName } = assessment;
    const at = this.clock.now();
    if (kind)
      await tx.insert(AssessmentStepEntity, {
        id: newId(at.getTime()),
        associationId,
        cycleId: cycle.id,
        assessmentId: id,
        organizationId: as === EXPERT ? cycle.organizationId : organizationId,
        kind,
        text: reason,
        data: { as, late, ...(account && { accountId: account }) },
        actorName: viewer.account.name,
        at,
      });
    const subject = { subjectType: 'Assessment', subjectId: id, subjectName, organizationId };
    await this.audit.record(tx, { action, ...subject, reason, after: { sheet: as, late } });
    await this.live.publish(tx, {
      to: 'association',
      kind: 'assessment',
      id: globalId('Assessment', id),
      associationId,
    });
  }
}

/** Marks the rows of a sheet as handed in, or as a draft again. */
async function handIn(tx: EntityManager, ids: readonly string[], at: Date | null): Promise<void> {
  await tx.query(`update assessment_score set submitted_at = $2, version = version + 1 where id = any ($1)`, [ids, at]);
}

/** @throws SHEET_INCOMPLETE */
async function refuseIncomplete(tx: EntityManager, { as, assessment, tree, own }: Sheet): Promise<void> {
  const known = (await inputsOf(tx, tree, [assessment])).get(assessment.id)!;
  const bodies = await tx.findBy(AssessmentScoreEntity, {
    assessmentId: assessment.id,
    source: In([SELF, VERIFIER]),
  });
  const byNode = (of: readonly AssessmentScoreEntity[]) => new Map(of.map((score) => [score.nodeKey, score]));
  const mine = byNode(own);
  const on = saidOnSheet(
    as,
    mine,
    byNode(bodies.filter(({ source }) => source === SELF)),
    byNode(bodies.filter(({ source }) => source === VERIFIER)),
  );
  const { notApplying } = pointsOfSheet(tree, as, known, on);
  const lacking = askedLines(tree, as, (key) => !notApplying.has(key)).flatMap(({ node, entry, needed }) =>
    entry === 'NONE' ? [] : (lackOf(node, needed, on.get(node.key)) ?? []),
  );
  if (!lacking.length) return;
  const told = lacking.slice(0, mostTold);
  throw scoringErrors.SHEET_INCOMPLETE({
    count: lacking.length,
    missingZh: told.map(({ zh }) => zh).join('；'),
    missingEn: told.map(({ en }) => en).join('; '),
  });
}
