import { kept } from './inputs';
import { readParts } from './metric';
import { Ratio, zero } from './ratio';
import type { OccurrencesHow } from './result';
import type { CountedNode } from './scheme';
import type { Scoring } from './scoring';

/** Points of a deduction (below 0), a bonus, or none of a veto, with how often it occurred; null after a fault. */
export function scoreOccurrences(node: CountedNode, path: string, scoring: Scoring) {
  const noted = node.figure === null ? timesNoted(node, path, scoring) : timesCounted(node.figure, path, scoring);
  if (!noted) return null;
  const veto = node.kind === 'VETO';
  const most = veto ? zero : Ratio.read(node.cap)!;
  const all = veto ? zero : Ratio.read(node.each)!.times(noted.times);
  const points = all.min(most);
  const grade = scoring.tree.grades.find(({ key }) => veto && key === node.capsAt);
  const how: OccurrencesHow = {
    by: 'OCCURRENCES',
    times: noted.times.shown().text,
    each: veto ? null : node.each,
    cap: veto ? null : node.cap,
    capped: all.compare(most) > 0,
    capsAt: grade?.name ?? null,
    reasons: noted.reasons,
    figure: node.figure,
    source: noted.source,
  };
  return { points: node.kind === 'DEDUCTION' ? points.negated() : points, occurred: !noted.times.isZero(), how };
}

function timesCounted(figure: string, path: string, scoring: Scoring) {
  const read = readParts(figure, path, scoring);
  if (!read) return null;
  if (!read.part.isWhole()) return scoring.fault('NUMBER_NOT_WHOLE', path, { figure, given: read.source.part });
  return { times: read.part, reasons: [], source: read.source };
}

function timesNoted(node: CountedNode, path: string, { inputs, fault }: Scoring) {
  let times = 0;
  let usable = true;
  const noted = kept(inputs.occurrences, node.key) ?? [];
  for (const one of noted) {
    if (!Number.isSafeInteger(one.times) || one.times < 1 || one.times > mostTimes) {
      fault('NUMBER_NOT_WHOLE', path, { given: String(one.times) });
      usable = false;
    } else if (!one.reason.trim()) {
      fault('REASON_MISSING', path);
      usable = false;
    } else times += one.times;
  }
  if (!usable) return null;
  return { times: Ratio.of(times), reasons: noted.map(({ reason }) => reason.trim()), source: null };
}

const mostTimes = 1_000_000;
