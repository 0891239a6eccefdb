import type { SheetLinePartsFragment, SheetSaidPartsFragment } from '../../generated/graphql';

export type Line = SheetLinePartsFragment;
export type Said = SheetSaidPartsFragment;

/** What somebody is about to say of an indicator. */
export interface Draft {
  level: string | null;
  /** as typed */
  points: string;
  /** as typed */
  occurrences: string;
  comment: string;
  /** ids */
  evidence: string[];
  /** of what it was begun from */
  version: number;
}

const plain = /^\d{1,6}(\.\d{1,6})?$/;
const mostTimes = 1000;

/** What a line begins with: what was said, with the records that seem to be about it where nothing was. */
export function draftOf({ own, suggested }: Pick<Line, 'own' | 'suggested'>): Draft {
  return {
    level: own?.level ?? null,
    points: own?.points ?? '',
    occurrences: own?.occurrences?.toString() ?? '',
    comment: own?.comment ?? '',
    evidence: own ? own.evidence.map(({ id }) => id) : suggested,
    version: own?.version ?? 0,
  };
}

/** What is wrong with what was typed; null: nothing. */
export function faultOf(line: Pick<Line, 'entry' | 'most'>, draft: Draft, places: number): 'points' | 'times' | null {
  if (line.entry === 'POINTS' && draft.points !== '') {
    const [, decimals = ''] = draft.points.split('.');
    const sound = plain.test(draft.points) && decimals.length <= places && Number(draft.points) <= Number(line.most);
    return sound ? null : 'points';
  }
  if (line.entry === 'TIMES' && draft.occurrences !== '')
    return /^\d{1,4}$/.test(draft.occurrences) && Number(draft.occurrences) <= mostTimes ? null : 'times';
  return null;
}

/** Whether less than everything is given. */
export function isCut(line: Pick<Line, 'entry' | 'most' | 'levels'>, { level, points }: Draft): boolean {
  if (line.entry === 'LEVEL') return level !== null && level !== line.levels[0]?.key;
  return line.entry === 'POINTS' && plain.test(points) && Number(points) < Number(line.most);
}

/** Whether a word is asked for: points are cut, or something occurred. */
export function needsWords(line: Pick<Line, 'entry' | 'most' | 'levels' | 'commentWhenCut'>, draft: Draft): boolean {
  if (line.entry === 'TIMES') return Number(draft.occurrences) > 0;
  return line.commentWhenCut && isCut(line, draft);
}

/** As the API takes it. */
export function inputOf(nodeKey: string, draft: Draft) {
  const { level, points, occurrences, comment, evidence, version } = draft;
  return {
    nodeKey,
    version,
    level,
    points: points === '' ? null : points,
    occurrences: occurrences === '' ? null : Number(occurrences),
    comment: comment.trim(),
    evidence,
  };
}

/** The same draft after somebody else's words were read: kept, and no longer in conflict with them. */
export const onTopOf = (draft: Draft, { version }: Pick<Said, 'version'>): Draft => ({ ...draft, version });

/** A number as people say it, without zeros that say nothing. */
export const short = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);
