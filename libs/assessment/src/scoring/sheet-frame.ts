import { Access, missing, type Permission, type Viewer } from '@dangwu/access';
import { Database, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  AssessmentStageEntity,
} from '../cycle/cycle.entity';
import { CycleStage, Participation } from '../cycle/cycle.enums';
import type { SchemeTree } from '../engine';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { isOwn } from './recusals';
import { AssessmentScoreEntity } from './scoring.entity';
import { ScoreSource } from './scoring.enums';
import { scoringErrors } from './scoring.errors';
import { scoringStageWords, sheetWords } from './scoring-words';

const { SELF, VERIFIER, EXPERT } = ScoreSource;

/** What whoever fills in a sheet has to hold. */
export const permissionOf = {
  SELF: 'assessment.self',
  VERIFIER: 'assessment.verify',
  EXPERT: 'assessment.score',
} as const satisfies Record<ScoreSource, Permission>;

/**
 * In which stages sheets can be written. Whoever is late for a deadline still can, until the cycle has gone on so far that
 * others build on it.
 */
const openIn: Readonly<Record<ScoreSource, readonly CycleStage[]>> = {
  SELF: [CycleStage.SELF_ASSESSMENT, CycleStage.VERIFICATION],
  VERIFIER: [CycleStage.VERIFICATION, CycleStage.EXPERT_REVIEW],
  EXPERT: [CycleStage.EXPERT_REVIEW],
};

/** By the end of which stage sheets are due. */
export const stageOf: Readonly<Record<ScoreSource, CycleStage>> = {
  SELF: CycleStage.SELF_ASSESSMENT,
  VERIFIER: CycleStage.VERIFICATION,
  EXPERT: CycleStage.EXPERT_REVIEW,
};

/** A sheet with all that decides what may be done to it. */
export interface Sheet {
  readonly as: ScoreSource;
  readonly assessment: AssessmentEntity;
  readonly cycle: AssessmentCycleEntity;
  readonly version: SchemeVersionEntity;
  readonly tree: SchemeTree;
  /** last day of its stage */
  readonly dueOn: string;
  /** what is in it, of this person or body alone */
  readonly own: readonly AssessmentScoreEntity[];
}

/**
 * The frame of what is done to sheets. Whoever fills one in need not see where the cycle is conducted, so the transaction
 * reaches the whole association; who may is decided here, and row-level security keeps scorers from each other's sheets.
 */
@Injectable()
export class SheetFrame {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, SCORER_NOT_NAMED, SCORER_RECUSED */
  look<T>(
    viewer: Viewer,
    id: string,
    as: ScoreSource,
    work: (tx: EntityManager, sheet: Sheet) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer, permissionOf[as]), async (tx) =>
      work(tx, await this.sheet(tx, viewer, id, as)),
    );
  }

  /**
   * The same to write it. Writers of one sheet wait for each other, those of different sheets do not.
   * @throws as `look`, SHEET_CANCELLED, SHEET_EXCLUDED, SHEET_STAGE
   */
  write<T>(
    viewer: Viewer,
    id: string,
    as: ScoreSource,
    work: (tx: EntityManager, sheet: Sheet) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer, permissionOf[as]), async (tx) => {
      const sheet = await this.sheet(tx, viewer, id, as, true);
      const fault = faultOfWriting(sheet);
      if (fault) throw fault;
      return work(tx, sheet);
    });
  }

  /**
   * One of several, in a transaction by `scopeOf`.
   * @param toWrite takes the locks that writers take
   * @throws as `look`
   */
  async sheet(tx: EntityManager, viewer: Viewer, global: string, as: ScoreSource, toWrite = false): Promise<Sheet> {
    const id = localId('Assessment', global);
    const assessment = toWrite
      ? await lockAssessment(tx, id, as !== EXPERT)
      : await tx.findOneBy(AssessmentEntity, { id });
    if (!assessment) throw platformErrors.UNKNOWN_ID();
    await this.require(tx, viewer, as, assessment);
    if (toWrite && as === EXPERT) await lockScorer(tx, viewer, assessment);
    return sheetOf(tx, viewer, as, assessment);
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, SCORER_NOT_NAMED, SCORER_RECUSED */
  private async require(
    tx: EntityManager,
    viewer: Viewer,
    as: ScoreSource,
    assessment: AssessmentEntity,
  ): Promise<void> {
    const { organizationId, verifierId, cycleId, groupKey, subjectName: subject } = assessment;
    if (as !== EXPERT) {
      await requireAt(
        tx,
        { access: this.access, viewer },
        permissionOf[as],
        as === SELF ? organizationId : verifierId,
        organizationId,
      );
      if (as === VERIFIER && (await isOwn(tx, viewer, organizationId))) throw scoringErrors.SCORER_RECUSED({ subject });
      return;
    }
    const scorer = await tx.findOneBy(AssessmentScorerEntity, {
      cycleId,
      accountId: viewer.account.id,
      removedAt: IsNull(),
    });
    if (!scorer || (scorer.groups && !scorer.groups.includes(groupKey)))
      throw scoringErrors.SCORER_NOT_NAMED({ subject });
    if (scorer.recused.includes(organizationId) || (await isOwn(tx, viewer, organizationId)))
      throw scoringErrors.SCORER_RECUSED({ subject });
  }
}

/**
 * Refuses unless the viewer holds the permission at the place; whoever does not see the assessed either is told that there is
 * nothing.
 *
 * @throws UNKNOWN_ID, PERMISSION_MISSING
 */
export async function requireAt(
  tx: EntityManager,
  { access, viewer }: { readonly access: Access; readonly viewer: Viewer },
  permission: Permission,
  organizationId: string,
  assessed: string,
): Promise<void> {
  if (viewer.can(permission, await access.place(tx, viewer, organizationId))) return;
  if (!viewer.can('assessment.read', await access.place(tx, viewer, assessed))) throw platformErrors.UNKNOWN_ID();
  throw missing(permission);
}

/** The whole association by the right to fill in a sheet: names, the tree and who is in a cycle are known in it. */
export const scopeOf = (viewer: Viewer, permission: Permission): Scope => ({
  ...viewer.scope('organization.identify'),
  permission,
});

async function lockAssessment(tx: EntityManager, id: string, alone: boolean): Promise<AssessmentEntity> {
  const mode = alone ? 'for_no_key_update' : 'pessimistic_read';
  const assessment = await tx.findOne(AssessmentEntity, { where: { id }, lock: { mode } });
  if (!assessment) throw platformErrors.UNKNOWN_ID();
  // the stage stays as it is until this is written
  await tx.findOne(AssessmentCycleEntity, { where: { id: assessment.cycleId }, lock: { mode: 'pessimistic_read' } });
  return assessment;
}

/** Two windows of one expert wait for each other. */
async function lockScorer(tx: EntityManager, { account }: Viewer, { cycleId }: AssessmentEntity): Promise<void> {
  const where = { cycleId, accountId: account.id, removedAt: IsNull() };
  await tx.findOne(AssessmentScorerEntity, { where, lock: { mode: 'for_no_key_update' } });
}

async function sheetOf(
  tx: EntityManager,
  { account }: Viewer,
  as: ScoreSource,
  assessment: AssessmentEntity,
): Promise<Sheet> {
  const cycle = await tx.findOneByOrFail(AssessmentCycleEntity, { id: assessment.cycleId });
  const version = await tx.findOneByOrFail(SchemeVersionEntity, { id: cycle.schemeVersionId });
  const stage = await tx.findOneByOrFail(AssessmentStageEntity, { cycleId: cycle.id, stage: stageOf[as] });
  const own = await tx.findBy(AssessmentScoreEntity, {
    assessmentId: assessment.id,
    source: as,
    ...(as === EXPERT && { accountId: account.id }),
  });
  return { as, assessment, cycle, version, tree: version.tree, dueOn: stage.dueOn, own };
}

/** Since when it is handed in; null: it is not. */
export function submittedAt({ as, assessment, own }: Pick<Sheet, 'as' | 'assessment' | 'own'>): Date | null {
  if (as === SELF) return assessment.selfSubmittedAt;
  if (as === VERIFIER) return assessment.verifiedAt;
  return own.find((score) => score.submittedAt !== null)?.submittedAt ?? null;
}

/** Why nothing can be written, whoever asks; null: it can. */
export function faultOfWriting(sheet: Sheet) {
  const { as, assessment, cycle } = sheet;
  const { subjectName: subject, participation } = assessment;
  const { zh: sheetZh, en: sheetEn } = sheetWords[as];
  if (cycle.cancelledAt) return scoringErrors.SHEET_CANCELLED({ title: cycle.title });
  if (participation !== Participation.REQUIRED && participation !== Participation.OPTED_IN)
    return scoringErrors.SHEET_EXCLUDED({ subject });
  if (!openIn[as].includes(cycle.stage)) {
    const { zh: stageZh, en: stageEn } = scoringStageWords[cycle.stage];
    return scoringErrors.SHEET_STAGE({ stageZh, stageEn, sheetZh, sheetEn });
  }
  return submittedAt(sheet) ? scoringErrors.SHEET_SUBMITTED({ subject, sheetZh, sheetEn }) : null;
}
