import { evaluate, type Formula, namesOf, readFormula } from './formula';
import { type FigureInput, kept } from './inputs';
import { between, DividedByZero, Ratio, whole, zero } from './ratio';
import type { FormulaHow, How, LinearHow, SteppedHow } from './result';
import type { Scoring } from './scoring';
import type { Band, FigureUnitName, FormulaMapping, LinearMapping, MetricNode, SteppedMapping } from './scheme';

/** A share of the weight with how it came about; null after a fault. */
export type Share = { readonly share: Ratio; readonly how: How } | null;

const hundred = Ratio.of(100);

interface Read {
  readonly value: Ratio;
  readonly part: Ratio;
  readonly whole: Ratio | null;
  readonly source: FigureInput;
}

export function scoreMetric(node: MetricNode, path: string, scoring: Scoring): Share {
  const read = readFigure(node.figure, node.unit, path, scoring);
  if (!read) return null;
  const { mapping } = node;
  switch (mapping.by) {
    case 'LINEAR':
      return linear(node, mapping, read);
    case 'STEPPED':
      return stepped(node, mapping, read);
    case 'FORMULA':
      return byFormula(node, mapping, read, path, scoring);
  }
}

/** Part and whole of a figure as numbers that are not below 0; null after a fault. */
export function readParts(key: string, path: string, { inputs, fault }: Scoring) {
  const source = kept(inputs.figures, key);
  if (!source) return fault('FIGURE_MISSING', path, { figure: key });
  const [part, of] = [source.part, source.whole].map((text) => (text === null ? null : Ratio.read(text)));
  if (!part || (source.whole !== null && !of))
    return fault('NUMBER_MALFORMED', path, { figure: key, given: `${source.part}, ${source.whole}` });
  if (part.isNegative() || of?.isNegative())
    return fault('NUMBER_NEGATIVE', path, { figure: key, given: `${source.part}, ${source.whole}` });
  return { part, whole: of ?? null, source };
}

function readFigure(key: string, unit: FigureUnitName, path: string, scoring: Scoring): Read | null {
  const read = readParts(key, path, scoring);
  if (!read) return null;
  if (unit === 'PERCENT' && !read.whole) return scoring.fault('FIGURE_WHOLE_MISSING', path, { figure: key });
  if (!read.whole) return { ...read, value: read.part };
  if (read.whole.isZero()) return scoring.fault('FIGURE_WHOLE_ZERO', path, { figure: key, part: read.source.part });
  const quotient = read.part.over(read.whole);
  return { ...read, value: unit === 'PERCENT' ? quotient.times(hundred) : quotient };
}

function how(node: MetricNode, { value, source }: Read, share: Ratio) {
  return { figure: node.figure, unit: node.unit, value: value.shown(), source, share: share.shown() };
}

function linear(node: MetricNode, { from, to }: LinearMapping, read: Read): Share {
  const [nothing, all] = [Ratio.read(from)!, Ratio.read(to)!];
  const share = between(read.value.minus(nothing).over(all.minus(nothing)), zero, whole);
  const linearHow: LinearHow = { by: 'LINEAR', ...how(node, read, share), from, to };
  return { share, how: linearHow };
}

function stepped(node: MetricNode, { bands }: SteppedMapping, read: Read): Share {
  const band = bands.find((one) => contains(one, read.value))!;
  const share = Ratio.readShare(band.share)!;
  const steppedHow: SteppedHow = { by: 'STEPPED', ...how(node, read, share), band };
  return { share, how: steppedHow };
}

function contains({ from, to }: Band, value: Ratio): boolean {
  const above = from === null || value.compare(Ratio.read(from)!) >= 0;
  return above && (to === null || value.compare(Ratio.read(to)!) < 0);
}

/** What formulas say, read once for each mapping: a scheme is computed for thousands of organizations. */
const formulas = new WeakMap<FormulaMapping, Formula>();

function formulaOf(mapping: FormulaMapping): Formula {
  const known = formulas.get(mapping) ?? readFormula(mapping.formula);
  formulas.set(mapping, known);
  return known;
}

function byFormula(node: MetricNode, mapping: FormulaMapping, read: Read, path: string, scoring: Scoring): Share {
  const weight = Ratio.read(node.weight)!;
  const { value, part, whole: of } = read;
  let gave: Ratio;
  try {
    gave = evaluate(formulaOf(mapping), { value, part, whole: of, weight }, scoring.tree.rounding.mode);
  } catch (error) {
    if (!(error instanceof DividedByZero)) throw error;
    if (!of && namesOf(formulaOf(mapping)).includes('whole'))
      return scoring.fault('FIGURE_WHOLE_MISSING', path, { figure: node.figure });
    return scoring.fault('FORMULA_DIVIDES_BY_ZERO', path, {
      formula: mapping.formula,
      value: value.shown().text,
      part: read.source.part,
      whole: read.source.whole ?? '',
    });
  }
  const within = between(gave, zero, weight);
  const share = within.over(weight);
  const formulaHow: FormulaHow = {
    by: 'FORMULA',
    ...how(node, read, share),
    formula: mapping.formula,
    gave: gave.shown(),
    held: within.compare(gave) !== 0,
  };
  return { share, how: formulaHow };
}
