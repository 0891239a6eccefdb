import { readShare } from './check-numbers';
import { checkAggregation } from './check-parts';
import type { Checking } from './check-scheme';
import { Ratio } from './ratio';

/** Reports what is wrong outside of the tree of indicators: scorers, grades, share of the best grade, tie-breakers. */
export function checkRest(checking: Checking): void {
  const { tree, report } = checking;
  if (Ratio.read(tree.root.weight)?.isZero()) report('WEIGHT_NOT_POSITIVE', tree.root.key, { given: tree.root.weight });
  checkAggregation(tree.scorers, 'scorers', checking);
  checkGrades(checking);
  if (tree.topShare) {
    readShare(tree.topShare.share, 'topShare', 'share', checking);
    if (tree.grades.length < 2) report('TOP_SHARE_WITHOUT_GRADES', 'topShare');
  }
  for (const breaker of tree.tieBreakers)
    if (breaker.by === 'NODE' && !checking.keys.has(breaker.key))
      report('NODE_UNKNOWN', 'tieBreakers', { key: breaker.key });
    else if (breaker.by === 'FIGURE' && checking.figures && !Object.hasOwn(checking.figures, breaker.figure))
      report('FIGURE_UNKNOWN', 'tieBreakers', { figure: breaker.figure });
}

function checkGrades({ tree, report }: Checking): void {
  let above: Ratio | null = null;
  const seen = new Set<string>();
  tree.grades.forEach(({ key, from, name }, index) => {
    const path = `grades/${key}`;
    if (seen.has(key)) report('KEY_TWICE', path, { key, first: path });
    seen.add(key);
    if (!name.zh.trim() || !name.en.trim()) report('NAME_EMPTY', path);
    const last = index === tree.grades.length - 1;
    if (last !== (from === null)) report('GRADES_NOT_OPEN', path, { grade: key });
    if (from === null) return;
    const least = Ratio.read(from);
    if (!least) report('NUMBER_MALFORMED', path, { field: 'from', given: from });
    else if (above && least.compare(above) >= 0) report('GRADES_NOT_DESCENDING', path, { grade: key });
    const weight = Ratio.read(tree.root.weight);
    if (least && weight && least.compare(weight) > 0)
      report('NUMBER_OUT_OF_RANGE', path, { field: 'from', given: from, most: tree.root.weight });
    above = least;
  });
}
