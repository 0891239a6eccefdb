import type { InputFault } from './fault';
import type { FigureInput } from './inputs';
import type { Shown } from './ratio';
import type { Aggregation, Band, DecimalText, NodeKind, NotApplicable, Words } from './scheme';

/** What comes of a scheme and inputs: plain JSON, the same digits every time. */
export interface Result {
  /** points of the root; null while a fault keeps them from being computed */
  readonly total: DecimalText | null;
  /** by total and vetoes, before the limit of the best grade; null without total or grades */
  readonly grade: string | null;
  /** the grade its total reaches by itself */
  readonly gradeByPoints: string | null;
  /** keys of the vetoes that occurred */
  readonly vetoes: readonly string[];
  readonly faults: readonly InputFault[];
  readonly root: ResultNode;
  /** what tie-breakers look at, as it was given */
  readonly tieFigures: Readonly<Record<string, { readonly part: DecimalText; readonly whole: DecimalText | null }>>;
}

export interface ResultNode {
  readonly key: string;
  readonly name: Words;
  readonly kind: NodeKind;
  readonly applies: boolean;
  /** why it does not apply; null: it does */
  readonly whyNot: WhyNot | null;
  /** as the scheme says; null for what has no weight */
  readonly declaredWeight: DecimalText | null;
  /** with what its siblings left to it; null for what has none or does not apply */
  readonly weight: DecimalText | null;
  /** below 0 for a deduction; null where it does not apply or cannot be computed */
  readonly points: DecimalText | null;
  readonly how: How | null;
  /** what moderation changed; `points` are those after it */
  readonly moderated: { readonly before: DecimalText | null; readonly reason: string } | null;
  readonly children: readonly ResultNode[];
}

export type WhyNot = NotApplicable | { readonly on: 'NOTHING_BELOW' } | { readonly on: 'ABOVE' };

/** How points came about, as data; `explain` puts it into words. */
export type How = SumHow | LinearHow | SteppedHow | FormulaHow | ScoresHow | VotesHow | OccurrencesHow;

export interface SumHow {
  readonly by: 'SUM';
  /** before it was held */
  readonly sum: DecimalText;
  readonly held: 'AT_LEAST' | 'AT_MOST' | null;
  readonly applying: number;
  readonly notApplying: number;
}

interface FigureHow {
  readonly figure: string;
  readonly unit: string;
  readonly value: Shown;
  readonly source: FigureInput;
  readonly share: Shown;
}

export interface LinearHow extends FigureHow {
  readonly by: 'LINEAR';
  readonly from: DecimalText;
  readonly to: DecimalText;
}

export interface SteppedHow extends FigureHow {
  readonly by: 'STEPPED';
  readonly band: Band;
}

export interface FormulaHow extends FigureHow {
  readonly by: 'FORMULA';
  readonly formula: string;
  /** what it gave, before it was held between 0 and the weight in the scheme */
  readonly gave: Shown;
  readonly held: boolean;
}

export interface ScoresHow {
  readonly by: 'SCORES';
  readonly scores: readonly ScoreUsed[];
  readonly aggregation: Aggregation;
  readonly share: Shown;
}

export interface ScoreUsed {
  readonly scorer: string;
  readonly role: string;
  readonly level: Words | null;
  readonly points: DecimalText | null;
  readonly share: Shown;
  /** false: left out as one of the highest or lowest */
  readonly counted: boolean;
  readonly comment: string | null;
}

export interface VotesHow {
  readonly by: 'VOTES';
  readonly groups: readonly VotesOfGroup[];
  readonly share: Shown;
}

export interface VotesOfGroup {
  readonly name: Words;
  readonly weight: string;
  /** papers that count; 0: the group left its weight to the others */
  readonly counted: number;
  readonly share: Shown | null;
  readonly votes: readonly { readonly name: Words; readonly papers: number; readonly counts: boolean }[];
}

export interface OccurrencesHow {
  readonly by: 'OCCURRENCES';
  readonly times: string;
  /** null for a veto */
  readonly each: DecimalText | null;
  readonly cap: DecimalText | null;
  readonly capped: boolean;
  readonly capsAt: Words | null;
  readonly reasons: readonly string[];
  readonly figure: string | null;
  readonly source: FigureInput | null;
}
