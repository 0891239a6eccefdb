import { checkFormula } from './check-formula';
import { checkBands, checkBallot, checkRubric } from './check-parts';
import { readNumber, readPoints } from './check-numbers';
import type { Checking } from './check-scheme';
import { type CountedNode, type GroupNode, isWeighted, type MetricNode, type SchemeNode } from './scheme';
import { Ratio, sum } from './ratio';

const keyForm = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** Reports what is wrong with a node by itself and with the weights just below it. */
export function checkNode(node: SchemeNode, path: string, checking: Checking): void {
  const { report } = checking;
  if (!keyForm.test(node.key)) report('KEY_MALFORMED', path, { key: node.key });
  if (!node.name.zh.trim() || !node.name.en.trim()) report('NAME_EMPTY', path);
  checkConditions(node, path, checking);
  if (isWeighted(node)) {
    const weight = readPoints(node.weight, path, 'weight', checking);
    if (weight?.isZero() && node.kind !== 'GROUP') report('WEIGHT_NOT_POSITIVE', path, { given: node.weight });
  }
  switch (node.kind) {
    case 'GROUP':
      return checkGroup(node, path, checking);
    case 'METRIC':
      return checkMetric(node, path, checking);
    case 'RUBRIC':
      return checkRubric(node, path, checking);
    case 'BALLOT':
      return checkBallot(node, path, checking);
    default:
      return checkCounted(node, path, checking);
  }
}

function checkConditions(node: SchemeNode, path: string, checking: Checking): void {
  for (const condition of node.notApplicable ?? [])
    if (condition.on !== 'WHOLE_ZERO') {
      if (!condition.list.length) checking.report('LIST_EMPTY', path, { field: 'notApplicable' });
    } else if (figureOf(condition.figure, path, checking)?.rate === false)
      checking.report('FIGURE_WITHOUT_WHOLE', path, { figure: condition.figure });
}

/** The figure of the register; null where figures are not looked at, or there is none, which is reported. */
function figureOf(key: string, path: string, { figures, report }: Checking) {
  if (!figures) return null;
  if (Object.hasOwn(figures, key)) return figures[key]!;
  report('FIGURE_UNKNOWN', path, { figure: key });
  return null;
}

function checkGroup(group: GroupNode, path: string, checking: Checking): void {
  if (!group.children.length) checking.report('GROUP_EMPTY', path);
  if (group.bonusRoom !== undefined) readPoints(group.bonusRoom, path, 'bonusRoom', checking);
  const weights = group.children.filter(isWeighted).map(({ weight }) => Ratio.read(weight));
  const own = Ratio.read(group.weight);
  // one that is no number was told where it stands
  if (!own || weights.includes(null)) return;
  const total = sum(weights.filter((weight) => weight !== null));
  if (total.compare(own) !== 0)
    checking.report('WEIGHTS_DO_NOT_ADD_UP', path, { weight: own.shown(6).text, sum: total.shown(6).text });
}

function checkMetric(node: MetricNode, path: string, checking: Checking): void {
  const figure = figureOf(node.figure, path, checking);
  if (figure && figure.unit !== node.unit)
    checking.report('UNIT_MISMATCH', path, { figure: node.figure, unit: figure.unit, given: node.unit });
  const { mapping } = node;
  if (mapping.by === 'FORMULA') {
    const context = { unit: node.unit, rate: figure?.rate, indicators: checking.keys };
    checkFormula(mapping.formula, context, (code, params) =>
      checking.report(code, path, { formula: mapping.formula, ...params }),
    );
  } else if (mapping.by === 'STEPPED') checkBands(mapping.bands, path, checking);
  else {
    const from = readNumber(mapping.from, path, 'from', checking);
    const to = readNumber(mapping.to, path, 'to', checking);
    if (from && to && from.compare(to) === 0) checking.report('LINEAR_WITHOUT_LENGTH', path, { at: mapping.from });
  }
}

function checkCounted(node: CountedNode, path: string, checking: Checking): void {
  const figure = node.figure === null ? null : figureOf(node.figure, path, checking);
  if (figure && figure.unit !== 'COUNT')
    checking.report('UNIT_NOT_COUNT', path, { figure: node.figure!, unit: figure.unit });
  if (node.kind === 'VETO') {
    if (!checking.tree.grades.some(({ key }) => key === node.capsAt))
      checking.report('GRADE_UNKNOWN', path, { grade: node.capsAt });
    return;
  }
  const each = readPoints(node.each, path, 'each', checking);
  const cap = readPoints(node.cap, path, 'cap', checking);
  if (each && cap && each.compare(cap) > 0)
    checking.report('NUMBER_OUT_OF_RANGE', path, { field: 'each', given: node.each, most: node.cap });
  if (each?.isZero()) checking.report('WEIGHT_NOT_POSITIVE', path, { given: node.each });
}
