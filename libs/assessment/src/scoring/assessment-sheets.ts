import type { Viewer } from '@dangwu/access';
import { figureOf, FigureReach, Figures } from '@dangwu/figures';
import { Clock, dateIn, associationZone, plusDays } from '@dangwu/platform/clock';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AssessmentStepEntity, MetricSnapshotEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { nodesOf, type Inputs, type SchemeTree } from '../engine';
import { engineDecimal } from './engine-decimal';
import { inputsOf } from './inputs-of';
import type { KnownFigure } from './known-figure';
import { PeriodRecords } from './period-records';
import { AssessmentBallotEntity, AssessmentScoreEntity } from './scoring.entity';
import { ScoreSource } from './scoring.enums';
import type { AssessmentSheet } from './scoring.type';
import { faultOfWriting, SheetFrame, submittedAt, type Sheet } from './sheet-frame';
import { sheetLines } from './sheet-lines';

/** What a sheet shows besides what is typed on it. */
interface Loaded {
  readonly sheet: Sheet;
  readonly known: Inputs;
  readonly figures: Map<string, KnownFigure>;
  /** of the assessed and whoever verifies, as far as whoever asks may know it */
  readonly others: readonly AssessmentScoreEntity[];
  readonly ballots: readonly AssessmentBallotEntity[];
  readonly returnedBecause: string | null;
}

/** Sheets as they are read: with what the system knows already. */
@Injectable()
export class AssessmentSheets {
  constructor(
    private readonly frame: SheetFrame,
    private readonly records: PeriodRecords,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, SCORER_NOT_NAMED, SCORER_RECUSED */
  async read(viewer: Viewer, assessmentId: string, as: ScoreSource): Promise<AssessmentSheet> {
    const loaded = await this.frame.look(viewer, assessmentId, as, (tx, sheet) => load(tx, viewer, sheet));
    const { sheet, others, ballots, returnedBecause } = loaded;
    const { assessment, cycle } = sheet;
    await this.addLive(loaded);
    // an expert is shown what was named as evidence, not all that an organization has
    const records = as === ScoreSource.EXPERT ? [] : await this.records.of(viewer, assessment.organizationId, cycle);
    const lines = sheetLines({ sheet, known: loaded.known, figures: loaded.figures, others, records, ballots });
    const handedIn = submittedAt(sheet);
    const fault = faultOfWriting(sheet);
    return {
      assessmentId: globalId('Assessment', assessment.id),
      cycleId: globalId('AssessmentCycle', cycle.id),
      cycleTitle: cycle.title,
      organizationId: globalId('PartyOrganization', assessment.organizationId),
      subjectName: assessment.subjectName,
      as,
      stage: cycle.stage,
      periodFrom: cycle.periodFrom,
      periodTo: cycle.periodTo,
      dueOn: sheet.dueOn,
      late: isLate(sheet.dueOn, handedIn ?? this.clock.now()),
      submittedAt: handedIn,
      closedBecause: fault && fault.messages,
      returnedBecause,
      places: sheet.tree.rounding.scale,
      lines,
      evidence: records,
      needed: lines.filter(({ needed }) => needed).length,
      filled: lines.filter(({ needed, own }) => needed && (own?.level ?? own?.points ?? null) !== null).length,
    };
  }

  /** Figures that were not read yet, as they stand now. */
  private async addLive({ sheet, figures }: Loaded): Promise<void> {
    const { assessment, cycle, tree } = sheet;
    const lacking = figureKeys(tree).filter((key) => !figures.has(key) && figureOf(key));
    if (!lacking.length || !wholeMonths(cycle)) return;
    const values = await this.figures.ofOrganizations(
      { association: { id: assessment.associationId } },
      {
        keys: lacking,
        organizationIds: [assessment.organizationId],
        from: cycle.periodFrom,
        to: cycle.periodTo,
        reach: FigureReach.LED,
      },
    );
    for (const { key, part, whole, rows } of values)
      figures.set(key, { part: engineDecimal(part), whole: whole && engineDecimal(whole), rows, takenAt: null });
  }
}

/** Whether a moment lies behind the last day of a deadline, by the association's calendar. */
export const isLate = (dueOn: string, at: Date): boolean => dateIn(associationZone, at) > dueOn;

const wholeMonths = ({ periodFrom, periodTo }: Sheet['cycle']): boolean =>
  periodFrom.endsWith('-01') && plusDays(periodTo, 1).endsWith('-01');

/** Keys of the figures that a scheme looks at. */
export function figureKeys(tree: SchemeTree): string[] {
  const keys = nodesOf(tree.root).flatMap(({ node }) =>
    'figure' in node && node.figure !== null ? [node.figure] : [],
  );
  return [...new Set(keys)];
}

async function load(tx: EntityManager, viewer: Viewer, sheet: Sheet): Promise<Loaded> {
  const { assessment, tree, as } = sheet;
  const { id } = assessment;
  const known = (await inputsOf(tx, tree, [assessment])).get(id)!;
  const snapshots = await tx.findBy(MetricSnapshotEntity, { assessmentId: id });
  const others = await tx.findBy(AssessmentScoreEntity, {
    assessmentId: id,
    source: In([ScoreSource.SELF, ScoreSource.VERIFIER]),
  });
  const steps = await tx.find(AssessmentStepEntity, {
    where: { assessmentId: id, kind: AssessmentStepKind.RETURNED },
    order: { at: 'DESC' },
  });
  const returned = steps.find(
    ({ data }) => data?.['as'] === as && (as !== ScoreSource.EXPERT || data['accountId'] === viewer.account.id),
  );
  return {
    sheet,
    known,
    figures: new Map(
      snapshots.map(({ figure, part, whole, rowCount, takenAt }) => [figure, { part, whole, rows: rowCount, takenAt }]),
    ),
    others,
    ballots: await tx.findBy(AssessmentBallotEntity, { assessmentId: id }),
    returnedBecause: returned?.text ?? null,
  };
}
