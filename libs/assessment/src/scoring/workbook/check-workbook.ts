import type { RubricNode, SchemeNode } from '../../engine';
import { entryOf, type Entry } from '../asked-lines';
import type { ScoreToSave } from '../save-scores';
import { faultOfScore, type SaidOfNode } from '../score-checks';
import type { AssessmentScoreEntity } from '../scoring.entity';
import { askedWords } from '../scoring-words';
import { faultOfWriting, type Sheet } from '../sheet-frame';
import type { WorkbookRow } from './workbook-fields';

/** A sheet of one assessed with what a workbook may say of it. */
export interface OpenSheet {
  /** global id of the assessment */
  readonly id: string;
  readonly sheet: Sheet;
  /** indicators that are asked for, by key */
  readonly asked: ReadonlyMap<string, SchemeNode>;
}

/**
 * What a workbook changes, by assessment. Blank cells change nothing, and rows that say what is recorded already neither.
 * Faults are found in the rows, all of them at once.
 */
export function scoresIn(rows: readonly WorkbookRow[], sheets: readonly OpenSheet[]): Map<string, ScoreToSave[]> {
  const known = new Map(sheets.map((one) => [one.id, one]));
  const seen = new Map<string, number>();
  const changes = new Map<string, ScoreToSave[]>();
  for (const row of rows) {
    const open = find(row, known, seen);
    const node = open && nodeOf(row, open);
    const score = open && node && scoreOf(row, open, node);
    if (score && !row.held) changes.set(open.id, [...(changes.get(open.id) ?? []), score]);
  }
  return changes;
}

function find(row: WorkbookRow, known: ReadonlyMap<string, OpenSheet>, seen: Map<string, number>): OpenSheet | null {
  const { assessment, node, subject } = row.values;
  if (assessment === undefined || node === undefined) {
    row.find(assessment === undefined ? 'assessment' : 'node', 'ID_MISSING');
    return null;
  }
  const open = known.get(assessment);
  if (!open) {
    row.find('assessment', 'NOT_TO_SCORE');
    return null;
  }
  const key = `${assessment} ${node}`;
  const first = seen.get(key);
  if (first !== undefined) row.find('node', 'ROW_TWICE', { first });
  seen.set(key, first ?? row.row);
  const { subjectName } = open.sheet.assessment;
  if (subject !== undefined && subject !== subjectName)
    row.find('subject', 'SUBJECT_DIFFERS', { subject: subjectName });
  return open;
}

function nodeOf(row: WorkbookRow, { asked }: OpenSheet): SchemeNode | null {
  const node = asked.get(row.values.node!);
  if (!node) row.find('node', 'NOT_ASKED');
  return node ?? null;
}

function scoreOf(row: WorkbookRow, { sheet }: OpenSheet, node: SchemeNode): ScoreToSave | null {
  if (!row.sound('value') || !row.sound('comment') || !row.sound('version')) return null;
  const before = sheet.own.find(({ nodeKey }) => nodeKey === node.key);
  const value = valueOf(node, entryOf(node, sheet.as), row.values.value, before);
  if (value === null || faultOfScore(node, sheet.as, value, sheet.tree.rounding.scale)) {
    row.find('value', 'VALUE_WRONG', askedFor(node, sheet));
    return null;
  }
  const said = { ...value, comment: row.values.comment ?? before?.comment ?? '' };
  if (before ? same(said, before) : row.values.value === undefined && said.comment === '') return null;
  const closed = faultOfWriting(sheet);
  if (closed) {
    const { zh: whyZh, en: whyEn } = closed.messages;
    row.find('value', 'SHEET_CLOSED', { subject: sheet.assessment.subjectName, whyZh, whyEn });
    return null;
  }
  if (before && before.version !== row.values.version) {
    row.find('value', 'CHANGED_SINCE', { now: shownValue(node, before) });
    return null;
  }
  return { node, ...said, version: before?.version ?? 0, evidence: null };
}

type Value = Omit<SaidOfNode, 'comment'>;

/** What a cell says; null: nothing that is asked for. */
function valueOf(
  node: SchemeNode,
  entry: Entry,
  cell: string | undefined,
  before: AssessmentScoreEntity | undefined,
): SaidOfNode | null {
  const none: Value = { level: null, points: null, occurrences: null };
  const comment = '';
  if (cell === undefined) return before ? { ...none, ...valuesOf(before), comment } : { ...none, comment };
  const typed = cell.normalize('NFKC').trim();
  if (entry === 'POINTS') return { ...none, points: typed, comment };
  if (entry === 'TIMES') return /^\d{1,9}$/.test(typed) ? { ...none, occurrences: Number(typed), comment } : null;
  const level = (node as RubricNode).levels.find(({ key, name }) => [key, name.zh, name.en].includes(typed));
  return level ? { ...none, level: level.key, comment } : null;
}

const valuesOf = ({ level, points, occurrences }: Value): Value => ({ level, points, occurrences });

const same = (said: SaidOfNode, before: AssessmentScoreEntity): boolean =>
  said.level === before.level &&
  said.points === before.points &&
  said.occurrences === before.occurrences &&
  said.comment.trim() === before.comment;

/** What a cell of the column 评分 shows. */
export function shownValue(node: SchemeNode, { level, points, occurrences }: Value): string {
  if (points !== null) return points;
  if (occurrences !== null) return String(occurrences);
  return (node.kind === 'RUBRIC' && node.levels.find(({ key }) => key === level)?.name.zh) || '';
}

function askedFor(node: SchemeNode, { as, tree }: Sheet): { readonly asked: string; readonly askedEn: string } {
  const { zh, en } = askedWords(node, entryOf(node, as), tree.rounding.scale);
  return { asked: zh, askedEn: en };
}
