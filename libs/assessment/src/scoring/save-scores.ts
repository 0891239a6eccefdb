import type { Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { insertRows, updateRow } from '@dangwu/platform/database';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId, typeOfId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nodesOf, type SchemeNode } from '../engine';
import { AssessmentSheets } from './assessment-sheets';
import { PeriodRecords } from './period-records';
import { faultOfScore, type SaidOfNode } from './score-checks';
import { AssessmentScoreEntity, type Evidence } from './scoring.entity';
import { scoringErrors } from './scoring.errors';
import type { AssessmentScoreInput, SaveAssessmentScoresInput } from './scoring.inputs';
import type { SavedScores } from './scoring.type';
import { SheetFrame, type Sheet } from './sheet-frame';
import { said } from './sheet-lines';

/** What is to be said of a node, sound. */
export interface ScoreToSave extends SaidOfNode {
  readonly node: SchemeNode;
  /** as it was read last; 0: nothing was said */
  readonly version: number;
  /** null: as it is */
  readonly evidence: readonly Evidence[] | null;
}

/** What was written, and what was not, since somebody else was faster. */
export interface Written {
  readonly saved: readonly string[];
  readonly conflicts: readonly { readonly node: SchemeNode; readonly theirs: AssessmentScoreEntity }[];
}

/** Sheets are saved while they are filled in, many lines at once; what somebody else has changed meanwhile is never overwritten. */
@Injectable()
export class SaveScores {
  constructor(
    private readonly frame: SheetFrame,
    private readonly sheets: AssessmentSheets,
    private readonly records: PeriodRecords,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws as `SheetFrame.write`, what `faultOfScore` finds, EVIDENCE_UNKNOWN */
  async save(viewer: Viewer, { assessmentId, as, scores }: SaveAssessmentScoresInput): Promise<SavedScores> {
    const named = await this.named(viewer, assessmentId, as, scores);
    const at = this.clock.now();
    const { saved, conflicts } = await this.frame.write(viewer, assessmentId, as, (tx, sheet) =>
      this.write(tx, viewer, sheet, soundScores(sheet, scores, named)),
    );
    const sheet = await this.sheets.read(viewer, assessmentId, as);
    const days = new Map(sheet.evidence.flatMap(({ id, on }) => (on ? [[id, on] as const] : [])));
    return {
      sheet,
      savedAt: at,
      saved: [...saved],
      conflicts: conflicts.map(({ node, theirs }) => ({
        nodeKey: node.key,
        name: node.name,
        theirs: said(theirs, days)!,
      })),
    };
  }

  /** Writes what is new and what is still as it was read. The caller holds the locks of the sheet. */
  async write(tx: EntityManager, viewer: Viewer, sheet: Sheet, scores: readonly ScoreToSave[]): Promise<Written> {
    const present = new Map(sheet.own.map((score) => [score.nodeKey, score]));
    const conflicts: { node: SchemeNode; theirs: AssessmentScoreEntity }[] = [];
    const changed: ScoreToSave[] = [];
    const saved: string[] = [];
    for (const score of scores) {
      const theirs = present.get(score.node.key);
      if (theirs && saysTheSame(score, theirs)) saved.push(score.node.key);
      else if ((theirs?.version ?? 0) !== score.version && theirs) conflicts.push({ node: score.node, theirs });
      else changed.push(score);
    }
    if (changed.length === 0) {
      leavesNothing('nothing of it is new');
      return { saved, conflicts };
    }
    await this.put(tx, viewer, sheet, changed, present);
    await this.leave(tx, sheet, changed, present);
    return { saved: [...saved, ...changed.map(({ node }) => node.key)], conflicts };
  }

  private async put(
    tx: EntityManager,
    viewer: Viewer,
    { as, assessment }: Sheet,
    changed: readonly ScoreToSave[],
    present: ReadonlyMap<string, AssessmentScoreEntity>,
  ): Promise<void> {
    const now = this.clock.now();
    const by = { accountId: viewer.account.id, scorerName: viewer.account.name, updatedAt: now };
    const added: Partial<AssessmentScoreEntity>[] = [];
    for (const { node, version: _, evidence, ...value } of changed) {
      const before = present.get(node.key);
      if (before) {
        await updateRow(tx, AssessmentScoreEntity, before.id, {
          ...value,
          evidence: evidence ?? before.evidence,
          ...by,
        });
        continue;
      }
      const { id: assessmentId, associationId, organizationId } = assessment;
      const place = { id: newId(now.getTime()), associationId, assessmentId, organizationId };
      added.push({
        ...place,
        nodeKey: node.key,
        source: as,
        ...value,
        evidence: evidence ?? [],
        ...by,
        createdAt: now,
      });
    }
    await insertRows(tx, AssessmentScoreEntity, added);
  }

  private async leave(
    tx: EntityManager,
    { as, assessment }: Sheet,
    changed: readonly ScoreToSave[],
    present: ReadonlyMap<string, AssessmentScoreEntity>,
  ): Promise<void> {
    const { id, associationId, organizationId, subjectName } = assessment;
    const told = (node: SchemeNode, { level, points, occurrences, comment }: SaidOfNode) => ({
      indicator: node.name,
      level: node.kind === 'RUBRIC' ? (node.levels.find(({ key }) => key === level)?.name ?? null) : null,
      points,
      occurrences,
      comment,
    });
    await this.audit.record(tx, {
      action: 'assessment.saveScores',
      subjectType: 'Assessment',
      subjectId: id,
      subjectName,
      organizationId,
      before: {
        scores: changed.flatMap(({ node }) => {
          const before = present.get(node.key);
          return before ? [told(node, before)] : [];
        }),
      },
      after: { sheet: as, scores: changed.map((score) => told(score.node, score)) },
    });
    await this.live.publish(tx, {
      to: 'association',
      kind: 'assessment',
      id: globalId('Assessment', id),
      associationId,
    });
  }

  /** Records that are named as evidence, by id, as the viewer sees them. */
  private async named(
    viewer: Viewer,
    assessmentId: string,
    as: SaveAssessmentScoresInput['as'],
    scores: readonly AssessmentScoreInput[],
  ): Promise<ReadonlyMap<string, Evidence>> {
    if (!scores.some(({ evidence }) => evidence?.length)) return new Map();
    const { assessment, cycle, own } = await this.frame.look(viewer, assessmentId, as, (_, sheet) =>
      Promise.resolve(sheet),
    );
    const seen = await this.records.of(viewer, assessment.organizationId, cycle);
    // what was named before stays, though its record may be out of sight since
    const kept = own.flatMap(({ evidence }) => evidence);
    return new Map([...kept, ...seen].map(({ id, type, title }) => [id, { id, type, title }]));
  }
}

/** @throws SCORE_NODE_UNKNOWN, what `faultOfScore` finds, EVIDENCE_UNKNOWN */
function soundScores(
  { as, tree, assessment }: Sheet,
  scores: readonly AssessmentScoreInput[],
  named: ReadonlyMap<string, Evidence>,
): ScoreToSave[] {
  const nodes = new Map(nodesOf(tree.root).map(({ node }) => [node.key, node]));
  const once = new Map(scores.map((score) => [score.nodeKey, score]));
  return [...once.values()].map((input) => {
    const node = nodes.get(input.nodeKey);
    if (!node || node.kind === 'GROUP') throw scoringErrors.SCORE_NODE_UNKNOWN({ node: input.nodeKey });
    const { level = null, points = null, occurrences = null } = input;
    const value: SaidOfNode = { level, points, occurrences, comment: input.comment?.trim() ?? '' };
    const fault = faultOfScore(node, as, value, tree.rounding.scale);
    if (fault) throw fault;
    const evidence = input.evidence?.map((id) => evidenceOf(id, named, assessment.subjectName)) ?? null;
    return { node, version: input.version, ...value, evidence };
  });
}

function evidenceOf(id: string, named: ReadonlyMap<string, Evidence>, subject: string): Evidence {
  typeOfId(id);
  const found = named.get(id);
  if (!found) throw scoringErrors.EVIDENCE_UNKNOWN({ id, subject });
  return found;
}

function saysTheSame(score: ScoreToSave, theirs: AssessmentScoreEntity): boolean {
  const { level, points, occurrences, comment, evidence } = score;
  const ids = (some: readonly Evidence[]): string => some.map(({ id }) => id).join();
  return (
    level === theirs.level &&
    points === theirs.points &&
    occurrences === theirs.occurrences &&
    comment === theirs.comment &&
    (evidence === null || ids(evidence) === ids(theirs.evidence))
  );
}
