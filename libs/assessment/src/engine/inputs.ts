import type { DecimalText, Words } from './scheme';

/** What one organization, or one person, is assessed by. Everything is kept with the cycle, so that it can be replayed. */
export interface Inputs {
  readonly subject: Subject;
  /** by key of the figure */
  readonly figures: Readonly<Record<string, FigureInput>>;
  /** by key of the rubric */
  readonly scores: Readonly<Record<string, readonly Score[]>>;
  /** by key of the ballot: papers by group of voters and option */
  readonly votes: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  /** by key of a deduction, bonus or veto without a figure; none: it did not occur */
  readonly occurrences: Readonly<Record<string, readonly Occurrence[]>>;
  /** by key of a metric, rubric or ballot: what moderation gave it instead */
  readonly moderated: Readonly<Record<string, Moderation>>;
}

/** What `notApplicable` looks at. */
export interface Subject {
  readonly type: string | null;
  readonly tier: string | null;
  readonly duties: readonly string[];
}

/** A figure as it stood. A rate is part and whole, never a quotient that was rounded on the way. */
export interface FigureInput {
  readonly part: DecimalText;
  /** null: the figure is a sum, no rate */
  readonly whole: DecimalText | null;
  /** for the explanation: when it was taken, as it is to be read ("2026-10-01 09:00") */
  readonly asOf?: string;
  /** for the explanation: by which rule ("12") */
  readonly rule?: string;
  /** for the explanation: what was counted, with {part} and {whole} for the numbers ("应办 {whole} 次，按时记录 {part} 次") */
  readonly words?: Words;
  /** for the explanation: from how many rows */
  readonly rows?: number;
}

export interface Score {
  /** who gave it, as the caller names people; unique within a rubric */
  readonly scorer: string;
  readonly role: string;
  /** one of the rubric's levels, where it is scored by levels */
  readonly level?: string;
  /** of the rubric's weight in the scheme, where it is scored by points */
  readonly points?: DecimalText;
  readonly comment?: string;
}

export interface Occurrence {
  /** how often, a whole number above 0 */
  readonly times: number;
  readonly reason: string;
}

export interface Moderation {
  /** of the weight after re-weighting */
  readonly points: DecimalText;
  readonly reason: string;
}

/** No inputs at all, to build on. */
export const noInputs: Inputs = {
  subject: { type: null, tier: null, duties: [] },
  figures: {},
  scores: {},
  votes: {},
  occurrences: {},
  moderated: {},
};

/** What is kept under a key; keys such as `constructor` are nothing that was kept. */
export function kept<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
