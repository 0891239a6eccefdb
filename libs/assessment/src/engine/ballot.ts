import { kept } from './inputs';
import type { Share } from './metric';
import { Ratio, sum } from './ratio';
import type { VotesHow, VotesOfGroup } from './result';
import type { BallotNode } from './scheme';
import type { Scoring } from './scoring';

type GroupOfVoters = BallotNode['groups'][number];

export function scoreBallot(node: BallotNode, path: string, scoring: Scoring): Share {
  const votes = kept(scoring.inputs.votes, node.key) ?? {};
  if (!onlyKnown(node, votes, path, scoring)) return null;
  const groups = node.groups.map((group) => ({ group, ...count(node, group, kept(votes, group.key) ?? {}) }));
  const voted = groups.filter(({ counted }) => counted > 0);
  if (!voted.length) return scoring.fault('VOTES_MISSING', path);
  const weight = ({ group }: { group: GroupOfVoters }) => Ratio.readShare(group.weight)!;
  const share = sum(voted.map((one) => weight(one).times(one.share!))).over(sum(voted.map(weight)));
  const how: VotesHow = { by: 'VOTES', groups: groups.map(({ shown }) => shown), share: share.shown() };
  return { share, how };
}

function onlyKnown(
  node: BallotNode,
  votes: Readonly<Record<string, Readonly<Record<string, number>>>>,
  path: string,
  { fault }: Scoring,
): boolean {
  let known = true;
  for (const [group, papers] of Object.entries(votes))
    for (const [option, number] of Object.entries(papers)) {
      const named = node.groups.some(({ key }) => key === group) && node.options.some(({ key }) => key === option);
      if (named && Number.isSafeInteger(number) && number >= 0) continue;
      fault(named ? 'NUMBER_NOT_WHOLE' : 'VOTES_UNKNOWN', path, { group, option, given: String(number) });
      known = false;
    }
  return known;
}

function count(node: BallotNode, group: GroupOfVoters, papers: Readonly<Record<string, number>>) {
  const votes = node.options.map((option) => ({ option, papers: kept(papers, option.key) ?? 0 }));
  const counting = votes.filter(({ option }) => option.share !== null);
  const counted = counting.reduce((all, one) => all + one.papers, 0);
  const points = counting.map((one) => Ratio.readShare(one.option.share)!.times(Ratio.of(one.papers)));
  const share = counted ? sum(points).over(Ratio.of(counted)) : null;
  const shown: VotesOfGroup = {
    name: group.name,
    weight: group.weight,
    counted,
    share: share?.shown() ?? null,
    votes: votes.map((one) => ({ name: one.option.name, papers: one.papers, counts: one.option.share !== null })),
  };
  return { counted, share, shown };
}
