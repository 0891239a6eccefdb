import jsep from 'jsep';
import { DividedByZero, Ratio } from './ratio';
import type { Rounding } from './scheme';

/**
 * The language of formulas: numbers, the names `value`, `part`, `whole`, `weight`, + - * /, comparisons, `condition ? a : b`,
 * and min, max, round and clamp. jsep reads the text into a tree and runs nothing; everything that is not of this list is
 * refused before it is looked at, so that there are no members, no other calls, no texts.
 */
export type Formula =
  | { readonly is: 'number'; readonly value: Ratio }
  | { readonly is: 'name'; readonly name: FormulaName }
  | { readonly is: 'negative'; readonly of: Formula }
  | { readonly is: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly is: 'choice'; readonly test: Formula; readonly then: Formula; readonly otherwise: Formula }
  | { readonly is: 'call'; readonly name: FunctionName; readonly args: readonly Formula[] };

export const formulaNames = ['value', 'part', 'whole', 'weight'] as const;
export type FormulaName = (typeof formulaNames)[number];

export const comparisons = ['<', '<=', '>', '>=', '==', '!='] as const;
const arithmetic = ['+', '-', '*', '/'] as const;
export type Operator = (typeof comparisons)[number] | (typeof arithmetic)[number];

/** Functions with how many arguments they take, at least and at most. */
export const formulaFunctions = { min: [2, 20], max: [2, 20], round: [1, 2], clamp: [3, 3] } as const;
export type FunctionName = keyof typeof formulaFunctions;

const longest = 500;
const numeral = /^\d{1,12}(\.\d{1,6})?$/;
const places = /^[0-6]$/;

/** What is wrong with the text of a formula; the code is one of SchemeFaultCode. */
export class FormulaFault extends Error {
  constructor(
    readonly code:
      | 'FORMULA_SYNTAX'
      | 'FORMULA_TOO_LONG'
      | 'FORMULA_FORBIDDEN'
      | 'FORMULA_NAME_UNKNOWN'
      | 'FORMULA_CALL_UNKNOWN'
      | 'FORMULA_ARGUMENTS',
    readonly params: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** A formula that `checkScheme` does not let through. */
export class NotComputable extends Error {}

/** @throws FormulaFault */
export function readFormula(text: string): Formula {
  if (text.length > longest) throw new FormulaFault('FORMULA_TOO_LONG', { most: String(longest) });
  let read: jsep.Expression;
  try {
    read = jsep(text);
  } catch (error) {
    throw new FormulaFault('FORMULA_SYNTAX', { detail: error instanceof Error ? error.message : String(error) });
  }
  return admitted(read as jsep.CoreExpression);
}

function admitted(read: jsep.CoreExpression): Formula {
  const inner = (of: jsep.Expression) => admitted(of as jsep.CoreExpression);
  switch (read.type) {
    case 'Literal':
      if (!numeral.test(read.raw)) throw new FormulaFault('FORMULA_FORBIDDEN', { what: read.raw });
      return { is: 'number', value: Ratio.read(read.raw)! };
    case 'Identifier':
      return { is: 'name', name: known(formulaNames, read.name, 'FORMULA_NAME_UNKNOWN') };
    case 'UnaryExpression':
      if (read.operator !== '-') throw new FormulaFault('FORMULA_FORBIDDEN', { what: read.operator });
      return { is: 'negative', of: inner(read.argument) };
    case 'BinaryExpression': {
      const operator = known([...comparisons, ...arithmetic], read.operator, 'FORMULA_FORBIDDEN');
      return { is: 'operation', operator, left: inner(read.left), right: inner(read.right) };
    }
    case 'ConditionalExpression':
      return {
        is: 'choice',
        test: inner(read.test),
        then: inner(read.consequent),
        otherwise: inner(read.alternate),
      };
    case 'CallExpression':
      return call(read, inner);
    case 'Compound':
      throw new FormulaFault('FORMULA_SYNTAX', { detail: read.body.length ? 'more than one expression' : 'empty' });
    default:
      throw new FormulaFault('FORMULA_FORBIDDEN', { what: read.type });
  }
}

function call(read: jsep.CallExpression, inner: (of: jsep.Expression) => Formula): Formula {
  const callee = read.callee as jsep.CoreExpression;
  if (callee.type !== 'Identifier') throw new FormulaFault('FORMULA_FORBIDDEN', { what: callee.type });
  const name = known(Object.keys(formulaFunctions) as FunctionName[], callee.name, 'FORMULA_CALL_UNKNOWN');
  const [least, most] = formulaFunctions[name];
  const given = read.arguments;
  if (given.length < least || given.length > most)
    throw new FormulaFault('FORMULA_ARGUMENTS', { name, least: String(least), most: String(most) });
  const last = given[1] as jsep.CoreExpression | undefined;
  // places are written, not computed: nobody can say otherwise how exact a formula is
  if (name === 'round' && last && !(last.type === 'Literal' && places.test(last.raw)))
    throw new FormulaFault('FORMULA_ARGUMENTS', { name, least: '0', most: '6' });
  return { is: 'call', name, args: given.map(inner) };
}

function known<T extends string>(
  names: readonly T[],
  name: string,
  code: 'FORMULA_NAME_UNKNOWN' | 'FORMULA_FORBIDDEN' | 'FORMULA_CALL_UNKNOWN',
): T {
  const found = names.find((one) => one === name);
  if (found === undefined)
    throw new FormulaFault(code, code === 'FORMULA_FORBIDDEN' ? { what: name } : { name, known: names.join(', ') });
  return found;
}

export type FormulaValues = Readonly<Record<FormulaName, Ratio | null>>;

/**
 * What a formula gives. `whole` of a figure that is no rate has no value, which `checkScheme` refuses to be named.
 *
 * @throws DividedByZero
 */
export function evaluate(formula: Formula, values: FormulaValues, mode: Rounding['mode']): Ratio {
  const of = (inner: Formula) => evaluate(inner, values, mode);
  switch (formula.is) {
    case 'number':
      return formula.value;
    case 'name': {
      const value = values[formula.name];
      if (!value) throw new DividedByZero();
      return value;
    }
    case 'negative':
      return of(formula.of).negated();
    case 'choice':
      return holds(formula.test, values, mode) ? of(formula.then) : of(formula.otherwise);
    case 'operation':
      return operate(formula.operator, of(formula.left), of(formula.right));
    case 'call':
      return invoke(formula.name, formula.args.map(of), mode);
  }
}

function operate(operator: Operator, left: Ratio, right: Ratio): Ratio {
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      return left.over(right);
    default:
      // `checkScheme` lets comparisons stand only where something is chosen by them
      throw new NotComputable(operator);
  }
}

function invoke(name: FunctionName, args: readonly Ratio[], mode: Rounding['mode']): Ratio {
  const [first, second, third] = args as [Ratio, Ratio, Ratio];
  switch (name) {
    case 'min':
      return args.reduce((least, one) => least.min(one));
    case 'max':
      return args.reduce((most, one) => most.max(one));
    case 'clamp':
      return first.max(second).min(third);
    case 'round':
      return first.round({ scale: args.length > 1 ? Number(second.text(0)) : 0, mode });
  }
}

function holds(test: Formula, values: FormulaValues, mode: Rounding['mode']): boolean {
  if (test.is !== 'operation') throw new NotComputable(test.is);
  const difference = evaluate(test.left, values, mode).compare(evaluate(test.right, values, mode));
  switch (test.operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '==':
      return difference === 0;
    case '!=':
      return difference !== 0;
    default:
      throw new NotComputable(test.operator);
  }
}

/** The names that a formula takes. */
export function namesOf(formula: Formula): readonly FormulaName[] {
  switch (formula.is) {
    case 'number':
      return [];
    case 'name':
      return [formula.name];
    case 'negative':
      return namesOf(formula.of);
    case 'operation':
      return [...namesOf(formula.left), ...namesOf(formula.right)];
    case 'choice':
      return [formula.test, formula.then, formula.otherwise].flatMap(namesOf);
    case 'call':
      return formula.args.flatMap(namesOf);
  }
}
