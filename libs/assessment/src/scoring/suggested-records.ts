import type { PeriodRecord } from './period-records';

const mostSuggested = 3;
const leastShared = 2;

/**
 * Records whose titles share words with the name of an indicator, the most alike first. Chinese has no spaces: words are
 * taken to be two characters long. Those that stand in most titles say nothing.
 */
export function suggestedRecords(name: string, records: readonly PeriodRecord[]): string[] {
  const frequency = new Map<string, number>();
  const words = records.map(({ title }) => pairsIn(title));
  for (const each of words) for (const word of each) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const tell = [...pairsIn(name)].filter((word) => (frequency.get(word) ?? 0) <= Math.max(1, records.length / 3));
  return records
    .map(({ id }, i) => ({ id, shared: tell.filter((word) => words[i]!.has(word)).length }))
    .filter(({ shared }) => shared >= leastShared)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostSuggested)
    .map(({ id }) => id);
}

function pairsIn(text: string): Set<string> {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return new Set(runs.flatMap((run) => [...run].slice(1).map((second, i) => [...run][i]! + second)));
}
