import type { DomainError } from '@dangwu/platform/errors';
import { Decimal } from 'decimal.js';
import type { RubricNode, SchemeNode } from '../engine';
import { entryOf, type Entry } from './asked-lines';
import { ScoreSource } from './scoring.enums';
import { scoringErrors } from './scoring.errors';
import { entryWords, missingWords, notAskedWords } from './scoring-words';

/** What somebody says of one indicator. */
export interface SaidOfNode {
  readonly level: string | null;
  /** decimal as text */
  readonly points: string | null;
  readonly occurrences: number | null;
  readonly comment: string;
}

const mostTimes = 1000;
/** Neither sign nor exponent: NaN, Infinity, 1e308 and -1 are no points. */
const plain = /^\d{1,6}(\.\d{1,6})?$/;

/** What is wrong with what is said of a node; null: nothing. @param places after the point */
export function faultOfScore(node: SchemeNode, as: ScoreSource, said: SaidOfNode, places: number): DomainError | null {
  const given = givenOf(said);
  // a comment alone is a word on what the system has counted
  if (given.length === 0) return null;
  const indicator = node.name.zh;
  const entry = entryOf(node, as);
  if (entry === 'NONE')
    return as === ScoreSource.EXPERT && entryOf(node, ScoreSource.SELF) === 'TIMES'
      ? notForExperts(indicator)
      : scoringErrors.SCORE_NOT_TYPED({ indicator });
  if (given.length > 1 || given[0] !== entry) {
    const { zh, en } = entryWords[entry];
    return scoringErrors.SCORE_OTHER_KIND({ indicator, kindZh: zh, kindEn: en });
  }
  if (entry === 'TIMES') return faultOfTimes(indicator, said.occurrences!);
  const rubric = node as RubricNode;
  return entry === 'LEVEL' ? faultOfLevel(rubric, said.level!) : faultOfPoints(rubric, said.points!, places);
}

const notForExperts = (indicator: string): DomainError =>
  scoringErrors.SCORE_NOT_ASKED({ indicator, whyZh: notAskedWords.byBody.zh, whyEn: notAskedWords.byBody.en });

function givenOf({ level, points, occurrences }: SaidOfNode): Entry[] {
  const given: Entry[] = [];
  if (level !== null) given.push('LEVEL');
  if (points !== null) given.push('POINTS');
  if (occurrences !== null) given.push('TIMES');
  return given;
}

function faultOfTimes(indicator: string, times: number): DomainError | null {
  if (Number.isInteger(times) && times >= 0 && times <= mostTimes) return null;
  return scoringErrors.SCORE_TIMES({ indicator, given: String(times), most: mostTimes });
}

function faultOfLevel({ name, levels }: RubricNode, level: string): DomainError | null {
  if (levels.some(({ key }) => key === level)) return null;
  return scoringErrors.SCORE_LEVEL_UNKNOWN({
    indicator: name.zh,
    given: level.slice(0, 40),
    levels: levels.map(({ name: each }) => each.zh),
  });
}

function faultOfPoints({ name, weight }: RubricNode, points: string, places: number): DomainError | null {
  const sound =
    plain.test(points) &&
    new Decimal(points).lessThanOrEqualTo(weight) &&
    new Decimal(points).decimalPlaces() <= places;
  if (sound) return null;
  return scoringErrors.SCORE_POINTS({ indicator: name.zh, given: points.slice(0, 40), most: weight, places });
}

/** Whether a rubric is given less than everything. */
export function isCut(node: SchemeNode, { level, points }: Pick<SaidOfNode, 'level' | 'points'>): boolean {
  if (node.kind !== 'RUBRIC') return false;
  if (points !== null) return new Decimal(points).lessThan(node.weight);
  return level !== null && node.levels[0]?.key !== level;
}

/** What a line lacks before its sheet can be handed in; null: nothing. */
export function lackOf(node: SchemeNode, needed: boolean, said: SaidOfNode | undefined) {
  const valueMissing = !said || (said.level === null && said.points === null);
  if (needed && valueMissing) return missingWords.value(node.name);
  if (!said || said.comment.trim()) return null;
  if (node.kind === 'RUBRIC' && node.commentWhenCut && isCut(node, said)) return missingWords.comment(node.name);
  return (said.occurrences ?? 0) > 0 ? missingWords.reason(node.name) : null;
}
