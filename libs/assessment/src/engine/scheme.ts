/**
 * The tree of a scheme of assessment as it stands in a version: plain JSON. Numbers are decimals as text ("12.50"), never
 * floats; shares may also be fractions ("1/3"). `checkScheme` says what is wrong with one.
 */
export interface SchemeTree {
  /** how points are rounded where they arise; sums of them are exact */
  readonly rounding: Rounding;
  /** how the scores of several scorers become one, where a rubric does not say otherwise */
  readonly scorers: Aggregation;
  readonly root: GroupNode;
  /** best first; none: the scheme gives points only */
  readonly grades: readonly Grade[];
  /** how many of a comparison group may be given the best grade; null: any number */
  readonly topShare: TopShare | null;
  /** what decides between equal totals, in this order */
  readonly tieBreakers: readonly TieBreaker[];
  /** whether those who are equal in everything and stand across the limit of the best grade all get it or none of them */
  readonly equalAtLimit: 'BOTH' | 'NEITHER';
}

/** Decimal as text: up to 12 digits, up to 6 places. */
export type DecimalText = string;
/** Decimal or fraction of whole numbers as text. */
export type ShareText = string;

/** A name in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Rounding {
  /** places after the point, 0 to 6 */
  readonly scale: number;
  readonly mode: 'HALF_UP' | 'HALF_EVEN' | 'DOWN';
}

/** TRIMMED leaves out the `drop` highest and lowest; with no more than 2 × `drop` scorers it is the average of all. */
export type Aggregation =
  | { readonly by: 'AVERAGE' }
  | { readonly by: 'TRIMMED'; readonly drop: number }
  | { readonly by: 'ROLES'; readonly roles: readonly ScoringRole[] };

/** Average of those who score in a role, weighted against the other roles. */
export interface ScoringRole {
  readonly role: string;
  readonly name: Words;
  readonly weight: DecimalText;
}

export interface Grade {
  readonly key: string;
  readonly name: Words;
  /** the least total that reaches it; null for the last, which everybody reaches */
  readonly from: DecimalText | null;
}

export interface TopShare {
  /** of the comparison group, rounded down */
  readonly share: ShareText;
  /** a group too small for one still has one */
  readonly atLeastOne: boolean;
}

/** Points of a node: more of them first. A figure: more or less of it first. */
export type TieBreaker =
  | { readonly by: 'NODE'; readonly key: string }
  | { readonly by: 'FIGURE'; readonly figure: string; readonly name: Words; readonly first: 'HIGH' | 'LOW' };

/** Any of them makes a node not apply: its weight goes to its siblings, in proportion to theirs. */
export type NotApplicable =
  | { readonly on: 'WHOLE_ZERO'; readonly figure: string }
  | {
      readonly on: 'TYPE_IN' | 'TYPE_NOT_IN' | 'TIER_IN' | 'TIER_NOT_IN' | 'DUTY_NONE_OF';
      readonly list: readonly string[];
    };

interface AnyNode {
  /** unique in the tree; letters, digits and . _ -, beginning with a letter */
  readonly key: string;
  readonly name: Words;
  readonly notApplicable?: readonly NotApplicable[];
  /** terms of the association's lists, such as `WORK_STYLE.DEVOTION`; nothing is computed from them */
  readonly tags?: readonly string[];
}

interface Weighted extends AnyNode {
  /** the most points it gives while everything applies */
  readonly weight: DecimalText;
}

/**
 * Sum of what is below it, not less than 0 and not more than its weight. Its weight is the sum of the weights below it. A
 * group of weight 0 holds only deductions, bonuses and vetoes; it may be below 0, and what it gives counts above it.
 */
export interface GroupNode extends Weighted {
  readonly kind: 'GROUP';
  /** points by which bonuses may lift it above its weight */
  readonly bonusRoom?: DecimalText;
  readonly children: readonly SchemeNode[];
}

export type FigureUnitName = 'COUNT' | 'PERCENT' | 'HOURS';

/** A figure of the register, mapped to a share of the weight. */
export interface MetricNode extends Weighted {
  readonly kind: 'METRIC';
  readonly figure: string;
  /** what bands and formula take the figure to be in; it must be the figure's own */
  readonly unit: FigureUnitName;
  readonly mapping: Mapping;
}

export type Mapping = LinearMapping | SteppedMapping | FormulaMapping;

/** Nothing at `from`, all at `to`, in proportion between them; `from` may be the greater. */
export interface LinearMapping {
  readonly by: 'LINEAR';
  readonly from: DecimalText;
  readonly to: DecimalText;
}

export interface SteppedMapping {
  readonly by: 'STEPPED';
  /** ascending; the first begins at null, the last ends at null */
  readonly bands: readonly Band[];
}

export interface Band {
  /** included; null: without a lower end */
  readonly from: DecimalText | null;
  /** not included; null: without an upper end */
  readonly to: DecimalText | null;
  readonly share: ShareText;
}

/** Points of the weight as it stands in the scheme, by the language of formula.ts; held between 0 and that weight. */
export interface FormulaMapping {
  readonly by: 'FORMULA';
  readonly formula: string;
}

/** What people judge. */
export interface RubricNode extends Weighted {
  readonly kind: 'RUBRIC';
  /** LEVEL: scorers choose one of the levels. POINTS: they give points of the weight, and levels only guide them */
  readonly entry: 'LEVEL' | 'POINTS';
  readonly levels: readonly Level[];
  /** whoever gives less than everything says why */
  readonly commentWhenCut: boolean;
  readonly scorers?: Aggregation;
}

export interface Level {
  readonly key: string;
  readonly name: Words;
  readonly share: ShareText;
}

/** What groups of voters say; a group that cast nothing that counts leaves its weight to the others. */
export interface BallotNode extends Weighted {
  readonly kind: 'BALLOT';
  /** weights add up to 1 */
  readonly groups: readonly { readonly key: string; readonly name: Words; readonly weight: ShareText }[];
  /** share null: neither for nor against, left out of the base */
  readonly options: readonly { readonly key: string; readonly name: Words; readonly share: ShareText | null }[];
}

interface Counted extends AnyNode {
  /** a figure in COUNT that counts the occurrences; null: people note them, with a reason */
  readonly figure: string | null;
}

/** Points taken from its group for each occurrence. They are not re-weighted. */
export interface DeductionNode extends Counted {
  readonly kind: 'DEDUCTION';
  readonly each: DecimalText;
  readonly cap: DecimalText;
}

/** Points added to its group for each occurrence. They are not re-weighted. */
export interface BonusNode extends Counted {
  readonly kind: 'BONUS';
  readonly each: DecimalText;
  readonly cap: DecimalText;
}

/** Once it has occurred no better grade than this is given. It takes no points. */
export interface VetoNode extends Counted {
  readonly kind: 'VETO';
  readonly capsAt: string;
}

export type WeightedNode = GroupNode | MetricNode | RubricNode | BallotNode;
export type CountedNode = DeductionNode | BonusNode | VetoNode;
export type SchemeNode = WeightedNode | CountedNode;
export type NodeKind = SchemeNode['kind'];

export function isWeighted(node: SchemeNode): node is WeightedNode {
  return 'weight' in node;
}

/** All nodes with their paths, each before those below it. */
export function nodesOf(root: SchemeNode, path = root.key): { node: SchemeNode; path: string }[] {
  const below = root.kind === 'GROUP' ? root.children : [];
  return [{ node: root, path }, ...below.flatMap((child) => nodesOf(child, `${path}/${child.key}`))];
}
