import { bearsWeight } from './applicability';
import { Ratio, sum, whole, zero } from './ratio';
import type { WhyNot } from './result';
import { isWeighted, type Rounding, type SchemeNode } from './scheme';

/**
 * The weight of each node that applies, by key, after those that do not have left theirs to their siblings.
 *
 * Weights are cut to the places of points and what is left over goes, one last place each, to those that lost most by it,
 * the earlier first. So weights that are shown add up to what is shown above them, and whoever gets everything gets 100.00.
 */
export function weightsOf(
  root: SchemeNode,
  why: ReadonlyMap<string, WhyNot>,
  { scale }: Rounding,
): ReadonlyMap<string, Ratio> {
  const weights = new Map<string, Ratio>();
  const give = (node: SchemeNode, weight: Ratio): void => {
    weights.set(node.key, weight);
    if (node.kind !== 'GROUP') return;
    const applying = node.children.filter((child) => !why.has(child.key));
    const bearing = applying.filter(bearsWeight);
    const shares = apportion(weight, bearing.map(declared), scale);
    bearing.forEach((child, index) => give(child, shares[index]!));
    for (const child of applying) if (isWeighted(child) && !bearsWeight(child)) give(child, zero);
  };
  if (!why.has(root.key)) give(root, declared(root));
  return weights;
}

function declared(node: SchemeNode): Ratio {
  return isWeighted(node) ? Ratio.read(node.weight)! : zero;
}

/** Divides `total` in proportion, exactly, into numbers of `scale` places. */
function apportion(total: Ratio, parts: readonly Ratio[], scale: number): Ratio[] {
  const all = sum(parts);
  const exact = parts.map((part) => total.times(part).over(all));
  const cut = exact.map((part) => part.round({ scale, mode: 'DOWN' }));
  const unit = whole.over(Ratio.of(10 ** scale));
  let left = total.minus(sum(cut));
  const lost = exact.map((part, index) => ({ index, by: part.minus(cut[index]!) }));
  lost.sort((a, b) => b.by.compare(a.by) || a.index - b.index);
  for (const { index } of lost) {
    if (left.compare(unit) < 0) break;
    cut[index] = cut[index]!.plus(unit).round({ scale, mode: 'DOWN' });
    left = left.minus(unit);
  }
  return cut;
}
