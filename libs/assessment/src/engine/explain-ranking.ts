import { percent } from './explain-parts';
import { type Language, type Phrases, phrases } from './explain-words';
import type { Place, Ranking, Tie, TieStep } from './rank';
import { Ratio } from './ratio';
import { nodesOf, type SchemeTree, type TieBreaker } from './scheme';

/** Says, a sentence each, how many may be given the best grade, what settled equal totals, and who stayed outside. */
export function explainRanking(ranking: Ranking, scheme: SchemeTree, language: Language): string[] {
  const say = phrases[language];
  const grade = (key: string | null) => scheme.grades.find((one) => one.key === key)?.name[language] ?? '';
  const [best] = scheme.grades;
  const lines: string[] = [];
  if (best && scheme.topShare && ranking.limit !== null) {
    const share = percent(Ratio.readShare(scheme.topShare.share)!.shown());
    const limit = say.limit(best.name[language], share, ranking.base, ranking.limit);
    lines.push(scheme.topShare.atLeastOne ? `${limit}${say.brackets(say.atLeastOne)}` : limit);
  }
  for (const tie of ranking.ties) lines.push(tieLine(tie, ranking, scheme, language));
  if (best && ranking.acrossLimit.length) {
    const places = placesOf(ranking.acrossLimit, ranking, say);
    lines.push(say.across(places, best.name[language], scheme.equalAtLimit === 'BOTH'));
  }
  for (const place of ranking.places.filter(({ outsideLimit }) => outsideLimit))
    lines.push(say.outside(placesOf([place.id], ranking, say), place.total, best!.name[language], grade(place.grade)));
  return [...new Set(lines)].map((line) => `${line}${say.end}`);
}

function placesOf(ids: readonly string[], { places }: Ranking, say: Phrases): string {
  const of = (id: string): Place => places.find((place) => place.id === id)!;
  return say.places([...new Set(ids.map((id) => of(id).rank))].join(say.list));
}

function tieLine({ ids, total, steps }: Tie, ranking: Ranking, scheme: SchemeTree, language: Language): string {
  const say = phrases[language];
  const parts = [say.tie(placesOf(ids, ranking, say), total)];
  for (const step of steps) {
    if (step.outcome === 'SPLIT') parts.push(settled(step, scheme, language));
    if (step.outcome === 'SKIPPED') parts.push(say.skipped(nameOf(step.breaker, scheme, language)));
  }
  if (ranking.places.some(({ id, equal }) => equal && ids.includes(id))) parts.push(say.equal);
  return parts.join(language === 'zh' ? '，' : say.pause);
}

function settled({ breaker, values }: TieStep, scheme: SchemeTree, language: Language): string {
  const say = phrases[language];
  const name = nameOf(breaker, scheme, language);
  const [first, second] = values;
  if (values.length === 2)
    return say.settledOfTwo(name, first!, second!, breaker.by === 'NODE' || breaker.first === 'HIGH');
  return say.settled(name, values.join(say.list));
}

function nameOf(breaker: TieBreaker, { root }: SchemeTree, language: Language): string {
  if (breaker.by === 'FIGURE') return breaker.name[language];
  return nodesOf(root).find(({ node }) => node.key === breaker.key)!.node.name[language];
}
