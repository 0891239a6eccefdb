import { type Language, type Phrases, phrases } from './explain-words';
import { explainFigure, explainScores, explainVotes, padded } from './explain-parts';
import { Ratio } from './ratio';
import type { How, OccurrencesHow, ResultNode, SumHow, WhyNot } from './result';
import type { Words } from './scheme';

/** What types, tiers, duties and figures are called, by key; what is not in it is called by its key. */
export type Terms = Readonly<Record<string, Words>>;

/**
 * Says in one sentence where the points of a node come from: "党建活动 18.00 = 20 × 0.90；应办 40 次，按时记录 36 次，规则 12，
 * 截至 2026-10-01 09:00". Where the share has more places than are shown, or
 * the product was rounded, ≈ stands for =.
 */
export function explain(node: ResultNode, language: Language, terms: Terms = {}): string {
  const say = phrases[language];
  const name = node.name[language];
  const called = (key: string) => (Object.hasOwn(terms, key) ? terms[key]![language] : key);
  if (node.whyNot) return `${name} ${say.notApplicable(whyNot(node.whyNot, say, called))}`;
  if (!node.how && node.points === null) return `${name} ${say.notComputed}`;
  const parts = node.how ? partsOf(node, node.how, language) : [];
  if (node.weight && node.declaredWeight && short(node.weight) !== short(node.declaredWeight))
    parts.push(say.reweighted(short(node.declaredWeight), short(node.weight)));
  if (node.moderated) parts.push(say.moderated(node.moderated.before ?? say.notComputed, node.moderated.reason));
  const head = [name, node.kind === 'VETO' ? null : `${signed(node)}${equation(node)}`].filter(Boolean).join(' ');
  // a veto has no points, so that its name leads up to the words themselves
  return node.kind === 'VETO' ? `${head} ${parts.join(say.pause)}` : [head, ...parts].join(say.pause);
}

function whyNot(why: WhyNot, say: Phrases, called: (key: string) => string): string {
  switch (why.on) {
    case 'WHOLE_ZERO':
      return say.wholeZero(called(why.figure));
    case 'NOTHING_BELOW':
      return say.nothingBelow;
    case 'ABOVE':
      return say.above;
  }
  const names = why.list.map(called).join(say.list);
  switch (why.on) {
    case 'TYPE_IN':
      return say.typeIn(names);
    case 'TYPE_NOT_IN':
      return say.typeNotIn(names);
    case 'TIER_IN':
      return say.tierIn(names);
    case 'TIER_NOT_IN':
      return say.tierNotIn(names);
    case 'DUTY_NONE_OF':
      return say.dutyNoneOf(names);
  }
}

/** 20 of 20.00, as people write weights. */
export function short(number: string): string {
  return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}

const minus = '−';

/** With the sign as printed. */
function typeset(number: string): string {
  return number.replace(/^-/, minus);
}

function signed({ points, kind }: ResultNode): string {
  if (points === null) return '—';
  return kind === 'BONUS' && !/^0(\.0+)?$/.test(points) ? `+${points}` : typeset(points);
}

/** What stands after the points: the weight and its share, what was added up, or how often. */
function equation(node: ResultNode): string {
  const { how } = node;
  if (!how || node.moderated || node.points === null) return '';
  if (how.by === 'SUM') return sumOf(node);
  if (how.by !== 'OCCURRENCES') {
    const product = Ratio.read(node.weight!)!.times(Ratio.read(how.share.text)!);
    const exact = how.share.exact && product.compare(Ratio.read(node.points)!) === 0;
    return ` ${exact ? '=' : '≈'} ${short(node.weight!)} × ${padded(how.share.text)}`;
  }
  if (how.each === null || how.capped || how.times === '0') return '';
  return ` = ${how.times} × ${node.kind === 'DEDUCTION' ? minus : ''}${how.each}`;
}

function sumOf({ children }: ResultNode): string {
  const points = children.flatMap((child) => (child.points !== null && child.kind !== 'VETO' ? [child.points] : []));
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const more = rest.map((one) => (one.startsWith('-') ? ` ${minus} ${one.slice(1)}` : ` + ${one}`));
  return ` = ${typeset(first)}${more.join('')}`;
}

function partsOf(node: ResultNode, how: How, language: Language): string[] {
  const say = phrases[language];
  switch (how.by) {
    case 'SUM':
      return sumParts(node, how, say);
    case 'OCCURRENCES':
      return occurrenceParts(how, language);
    case 'SCORES':
      return explainScores(how, language);
    case 'VOTES':
      return explainVotes(how, language);
    default:
      return explainFigure(node, how, language);
  }
}

function sumParts({ points }: ResultNode, { sum, held, notApplying }: SumHow, say: Phrases): string[] {
  const parts: string[] = [];
  if (held === 'AT_LEAST') parts.push(say.atLeast(typeset(sum)));
  if (held === 'AT_MOST') parts.push(say.atMost(sum, points!));
  if (notApplying) parts.push(say.leftToOthers(notApplying));
  return parts;
}

function occurrenceParts(how: OccurrencesHow, language: Language): string[] {
  const say = phrases[language];
  const parts = [how.times === '0' ? say.notOccurred : say.times(how.times)];
  if (how.capped) parts.push(say.cap(how.cap!));
  if (how.capsAt && how.times !== '0') parts.push(say.capsAt(how.capsAt[language]));
  if (how.reasons.length) parts.push(say.reasons(how.reasons.join(say.list)));
  if (how.source?.rule) parts.push(say.rule(how.source.rule));
  if (how.source?.asOf) parts.push(say.asOf(how.source.asOf));
  return parts;
}
