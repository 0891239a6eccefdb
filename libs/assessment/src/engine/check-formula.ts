import type { SchemeFaultCode } from './fault';
import {
  comparisons,
  evaluate,
  FormulaFault,
  NotComputable,
  type FormulaName,
  namesOf,
  readFormula,
  type Formula,
} from './formula';
import { DividedByZero } from './ratio';
import type { FigureUnitName } from './scheme';

/** What a formula is checked against. */
export interface FormulaContext {
  readonly unit: FigureUnitName;
  /** whether the figure is a rate, with part and whole; undefined: not known */
  readonly rate: boolean | undefined;
  /** keys of the nodes of the tree, which formulas may not name */
  readonly indicators: ReadonlySet<string>;
}

type Report = (code: SchemeFaultCode, params: Readonly<Record<string, string>>) => void;

/** What a part of a formula is in: a plain number goes with everything, what came of * and / is left alone. */
type Kind = 'NUMBER' | 'ANY' | 'POINTS' | 'AMOUNT' | FigureUnitName;

/** Reports everything that is wrong with the text of a formula. */
export function checkFormula(text: string, context: FormulaContext, report: Report): void {
  let formula: Formula;
  try {
    formula = readFormula(text);
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    // points of other indicators are not to be had, so that formulas cannot wait for one another in a circle
    const other = error.code === 'FORMULA_NAME_UNKNOWN' && context.indicators.has(error.params['name']!);
    report(other ? 'FORMULA_NAMES_INDICATOR' : error.code, error.params);
    return;
  }
  if (isComparison(formula)) report('FORMULA_NOT_A_NUMBER', { formula: text });
  checkPart(formula, context, report);
}

function isComparison(formula: Formula): boolean {
  return formula.is === 'operation' && (comparisons as readonly string[]).includes(formula.operator);
}

function checkPart(formula: Formula, context: FormulaContext, report: Report): Kind {
  const kind = (part: Formula): Kind => {
    // a comparison is true or false, and nothing can be computed with that
    if (isComparison(part)) report('FORMULA_NOT_A_NUMBER', {});
    return checkPart(part, context, report);
  };
  const same = (...kinds: Kind[]): Kind => alike(kinds, report);
  switch (formula.is) {
    case 'number':
      return 'NUMBER';
    case 'name':
      if (formula.name === 'whole' && context.rate === false) report('FIGURE_WITHOUT_WHOLE', {});
      return kindOf(formula.name, context);
    case 'negative':
      return kind(formula.of);
    case 'choice':
      if (isComparison(formula.test)) checkPart(formula.test, context, report);
      else report('FORMULA_CONDITION', {});
      return same(kind(formula.then), kind(formula.otherwise));
    case 'call': {
      const kinds = formula.args.map(kind);
      return formula.name === 'round' ? kinds[0]! : same(...kinds);
    }
    case 'operation': {
      const [left, right] = [kind(formula.left), kind(formula.right)];
      if (formula.operator === '/' && isNothing(formula.right)) report('FORMULA_DIVIDES_BY_ZERO', {});
      if (formula.operator === '*') return product(left, right);
      if (formula.operator === '/') return quotient(left, right);
      return same(left, right);
    }
  }
}

function kindOf(name: FormulaName, { unit, rate }: FormulaContext): Kind {
  if (name === 'weight') return 'POINTS';
  return name === 'value' || rate === false ? unit : 'AMOUNT';
}

/** A number beside a unit may be so many points for each: `weight - 0.5 * value` is meant, `weight - value` is not. */
function product(left: Kind, right: Kind): Kind {
  return left === 'NUMBER' && right === 'NUMBER' ? 'NUMBER' : 'ANY';
}

function quotient(left: Kind, right: Kind): Kind {
  return left === right && left !== 'ANY' ? 'NUMBER' : 'ANY';
}

/** What is added, compared or chosen from must be in the same. */
function alike(kinds: readonly Kind[], report: Report): Kind {
  const units = [...new Set(kinds)].filter((kind) => kind !== 'NUMBER' && kind !== 'ANY');
  if (units.length > 1) report('FORMULA_UNITS', { units: units.join(', ') });
  return units[0] ?? (kinds.includes('ANY') ? 'ANY' : 'NUMBER');
}

/** Whether a part without names is 0, whatever is put in. */
function isNothing(part: Formula): boolean {
  if (namesOf(part).length) return false;
  try {
    return evaluate(part, { value: null, part: null, whole: null, weight: null }, 'HALF_UP').isZero();
  } catch (error) {
    if (error instanceof DividedByZero) return true;
    if (error instanceof NotComputable) return false;
    throw error;
  }
}
