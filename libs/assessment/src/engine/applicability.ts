import { kept, type Inputs } from './inputs';
import { Ratio } from './ratio';
import type { WhyNot } from './result';
import { isWeighted, type NotApplicable, type SchemeNode } from './scheme';

/** Why each node that does not apply does not, by key; what is not in it applies. */
export function whatDoesNotApply(root: SchemeNode, inputs: Inputs): ReadonlyMap<string, WhyNot> {
  const why = new Map<string, WhyNot>();
  look(root, inputs, why);
  return why;
}

/** @returns whether the node applies */
function look(node: SchemeNode, inputs: Inputs, why: Map<string, WhyNot>): boolean {
  const own = node.notApplicable?.find((condition) => holds(condition, inputs));
  if (own) {
    why.set(node.key, own);
    if (node.kind === 'GROUP') node.children.forEach((child) => above(child, why));
    return false;
  }
  if (node.kind !== 'GROUP') return true;
  const applying = node.children.filter((child) => look(child, inputs, why));
  // with nothing left that gives points there is nobody to take the weight, and no group to deduct from
  const bearing = node.children.some(bearsWeight) ? applying.some(bearsWeight) : applying.length > 0;
  if (bearing) return true;
  why.set(node.key, { on: 'NOTHING_BELOW' });
  for (const child of applying) above(child, why);
  return false;
}

function above(node: SchemeNode, why: Map<string, WhyNot>): void {
  why.set(node.key, { on: 'ABOVE' });
  if (node.kind === 'GROUP') node.children.forEach((child) => above(child, why));
}

/** Whether a node has a share in the weight of its group: groups that only hold deductions and bonuses have none. */
export function bearsWeight(node: SchemeNode): boolean {
  return isWeighted(node) && !Ratio.read(node.weight)!.isZero();
}

function holds(condition: NotApplicable, { figures, subject }: Inputs): boolean {
  switch (condition.on) {
    case 'WHOLE_ZERO': {
      const of = kept(figures, condition.figure)?.whole;
      return of != null && (Ratio.read(of)?.isZero() ?? false);
    }
    case 'TYPE_IN':
      return subject.type !== null && condition.list.includes(subject.type);
    case 'TYPE_NOT_IN':
      return subject.type === null || !condition.list.includes(subject.type);
    case 'TIER_IN':
      return subject.tier !== null && condition.list.includes(subject.tier);
    case 'TIER_NOT_IN':
      return subject.tier === null || !condition.list.includes(subject.tier);
    case 'DUTY_NONE_OF':
      return !condition.list.some((duty) => subject.duties.includes(duty));
  }
}
