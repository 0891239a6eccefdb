import { addressOf, figureOf, FigureReach, FigureUnit } from '@dangwu/figures';
import type { Inputs, SchemeNode } from '../engine';
import { askedLines, type AskedLine } from './asked-lines';
import type { KnownFigure } from './known-figure';
import type { PeriodRecord } from './period-records';
import type { SaidOfNode } from './score-checks';
import type { AssessmentBallotEntity, AssessmentScoreEntity } from './scoring.entity';
import { ScoreSource, SheetEntryKind, SheetNodeKind } from './scoring.enums';
import type { SheetLine } from './scoring.type';
import { faultOfWriting, type Sheet } from './sheet-frame';
import type { SheetBallot, SheetFigure, SheetSaid } from './sheet-parts.type';
import { pointsOfSheet, type SheetPoints } from './sheet-points';
import { suggestedRecords } from './suggested-records';

/** All that lines are made of. */
export interface LineParts {
  readonly sheet: Sheet;
  readonly known: Pick<Inputs, 'subject' | 'votes'>;
  readonly figures: ReadonlyMap<string, KnownFigure>;
  readonly others: readonly AssessmentScoreEntity[];
  readonly records: readonly PeriodRecord[];
  readonly ballots: readonly AssessmentBallotEntity[];
}

type ByNode = ReadonlyMap<string, AssessmentScoreEntity>;
const byNode = (scores: readonly AssessmentScoreEntity[]): ByNode => new Map(scores.map((one) => [one.nodeKey, one]));

/** The lines of a sheet with what is known and said of each. */
export function sheetLines(parts: LineParts): SheetLine[] {
  const { sheet, figures, others, records } = parts;
  const { as, tree } = sheet;
  const [own, self, verified] = [
    byNode(sheet.own),
    byNode(others.filter(({ source }) => source === ScoreSource.SELF)),
    byNode(others.filter(({ source }) => source === ScoreSource.VERIFIER)),
  ];
  const points = sums(parts, saidOnSheet(as, own, self, verified));
  const on = new Map(records.map((record) => [record.id, record.on]));
  return askedLines(tree, as, (key) => !points.notApplying.has(key)).map((line) => ({
    ...facts(line),
    applies: !points.notApplying.has(line.node.key),
    weight: points.weights.get(line.node.key) ?? null,
    figure: figureIn(line.node, sheet, figures),
    ballot: ballotIn(line.node, parts),
    own: said(own.get(line.node.key), on),
    self: as === ScoreSource.SELF ? null : said(self.get(line.node.key), on),
    verified: as === ScoreSource.VERIFIER ? null : said(verified.get(line.node.key), on),
    suggested: line.node.kind === 'RUBRIC' ? suggestedRecords(line.node.name.zh, records) : [],
    points: points.points.get(line.node.key) ?? null,
  }));
}

/** What a sheet comes to rests on: where nothing is said on it, a verifier agrees with the assessed. */
export function saidOnSheet(as: ScoreSource, own: ByNode, self: ByNode, verified: ByNode): Map<string, SaidOfNode> {
  if (as === ScoreSource.SELF) return new Map(own);
  if (as === ScoreSource.VERIFIER) return new Map([...self, ...valued(own)]);
  const noted = [...new Map([...self, ...verified])].filter(([, { occurrences }]) => occurrences !== null);
  return new Map([...noted, ...own]);
}

const valued = (scores: ByNode): [string, AssessmentScoreEntity][] =>
  [...scores].filter(([, { level, points, occurrences }]) => (level ?? points ?? occurrences) !== null);

function sums({ sheet, known, figures }: LineParts, on: ReadonlyMap<string, SaidOfNode>): SheetPoints {
  const counted = Object.fromEntries([...figures].map(([key, { part, whole }]) => [key, { part, whole }]));
  return pointsOfSheet(sheet.tree, sheet.as, { ...known, figures: counted }, on);
}

type Facts = Pick<
  SheetLine,
  | 'key'
  | 'parentKey'
  | 'depth'
  | 'name'
  | 'kind'
  | 'most'
  | 'entry'
  | 'needed'
  | 'commentWhenCut'
  | 'levels'
  | 'each'
  | 'cap'
>;

function facts({ node, parentKey, depth, entry, needed }: AskedLine): Facts {
  const rubric = node.kind === 'RUBRIC' ? node : null;
  return {
    key: node.key,
    parentKey,
    depth,
    name: node.name,
    kind: SheetNodeKind[node.kind],
    most: 'weight' in node ? node.weight : null,
    entry: SheetEntryKind[entry],
    needed,
    commentWhenCut: rubric?.commentWhenCut ?? false,
    levels: (rubric?.levels ?? []).map(({ key, name, share }) => ({ key, name, share })),
    each: 'each' in node ? node.each : null,
    cap: 'cap' in node ? node.cap : null,
  };
}

function figureIn(node: SchemeNode, sheet: Sheet, figures: ReadonlyMap<string, KnownFigure>): SheetFigure | null {
  if (!('figure' in node) || node.figure === null) return null;
  const key = node.figure;
  const known = figures.get(key);
  const { organizationId } = sheet.assessment;
  const { periodFrom: from, periodTo: to } = sheet.cycle;
  return {
    key,
    name: figureOf(key)?.name ?? node.name,
    unit: figureOf(key)?.unit ?? FigureUnit.COUNT,
    part: known?.part ?? null,
    whole: known?.whole ?? null,
    rows: known?.rows ?? 0,
    takenAt: known?.takenAt ?? null,
    address: addressOf(key, { organizationId, from, to, reach: FigureReach.LED }),
  };
}

function ballotIn(node: SchemeNode, { sheet, known, ballots }: LineParts): SheetBallot | null {
  if (node.kind !== 'BALLOT') return null;
  const rows = ballots.filter(({ nodeKey }) => nodeKey === node.key);
  const row = rows.find(({ ballotId }) => !ballotId);
  const inSystem = rows.some(({ ballotId }) => ballotId);
  const votes = known.votes[node.key];
  return {
    counted: votes !== undefined,
    papers: node.groups.flatMap((group) =>
      node.options.map((option) => ({
        group: group.key,
        groupName: group.name,
        option: option.key,
        optionName: option.name,
        papers: votes?.[group.key]?.[option.key] ?? 0,
      })),
    ),
    tellers: row?.tellers ?? null,
    version: row?.version ?? 0,
    inSystem,
    recordable: sheet.as === ScoreSource.VERIFIER && !inSystem && faultOfWriting(sheet) === null,
  };
}

/** A score as it is told. @param on days of the records that are at hand */
export function said(score: AssessmentScoreEntity | undefined, on: ReadonlyMap<string, string>): SheetSaid | null {
  if (!score) return null;
  const { level, points, occurrences, comment, evidence, version, updatedAt, source, scorerName } = score;
  return {
    level,
    points,
    occurrences,
    comment,
    evidence: evidence.map((each) => ({ ...each, on: on.get(each.id) ?? null })),
    version,
    byName: source === ScoreSource.EXPERT ? null : scorerName,
    at: updatedAt,
  };
}
