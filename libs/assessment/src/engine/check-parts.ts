import { readNumber, readShare } from './check-numbers';
import type { Checking } from './check-scheme';
import { Ratio, sum, whole } from './ratio';
import type { Aggregation, BallotNode, Band, RubricNode } from './scheme';

/** Bands must follow one another from without lower end to without upper end. */
export function checkBands(bands: readonly Band[], path: string, checking: Checking): void {
  const { report } = checking;
  if (!bands.length) return report('LIST_EMPTY', path, { field: 'bands' });
  bands.forEach((band, index) => {
    const at = String(index + 1);
    readShare(band.share, path, 'share', checking);
    const from = band.from === null ? null : readNumber(band.from, path, 'from', checking);
    const to = band.to === null ? null : readNumber(band.to, path, 'to', checking);
    if (from && to && from.compare(to) >= 0) report('BAND_EMPTY', path, { band: at, from: band.from!, to: band.to! });
    const next = bands[index + 1];
    if (index === 0 && band.from !== null) report('BANDS_NOT_OPEN', path, { band: at, end: 'from' });
    if (!next) {
      if (band.to !== null) report('BANDS_NOT_OPEN', path, { band: at, end: 'to' });
      return;
    }
    const begins = next.from === null ? null : Ratio.read(next.from);
    // an open end in the middle reaches over all that follows
    if (band.to === null || next.from === null) report('BANDS_OVERLAP', path, { band: at, next: String(index + 2) });
    else if (to && begins && begins.compare(to) < 0)
      report('BANDS_OVERLAP', path, { band: at, next: String(index + 2), from: next.from, to: band.to });
    else if (to && begins && begins.compare(to) > 0)
      report('BANDS_LEAVE_GAP', path, { band: at, next: String(index + 2), from: band.to, to: next.from });
  });
}

export function checkRubric(node: RubricNode, path: string, checking: Checking): void {
  const { report } = checking;
  if (node.scorers) checkAggregation(node.scorers, path, checking);
  if (!node.levels.length && node.entry === 'LEVEL') report('LIST_EMPTY', path, { field: 'levels' });
  twice(node.levels, path, checking);
  const shares = node.levels.map(({ share }) => readShare(share, path, 'share', checking));
  shares.forEach((share, index) => {
    const above = shares[index - 1];
    if (share && above && share.compare(above) >= 0)
      report('LEVELS_NOT_DESCENDING', path, { level: node.levels[index]!.key });
  });
  const [best] = shares;
  if (node.entry === 'LEVEL' && best && best.compare(whole) !== 0)
    report('TOP_NOT_REACHABLE', path, { share: node.levels[0]!.share });
}

export function checkBallot(node: BallotNode, path: string, checking: Checking): void {
  const { report } = checking;
  for (const [field, list] of Object.entries({ groups: node.groups, options: node.options })) {
    if (!list.length) report('LIST_EMPTY', path, { field });
    twice(list, path, checking);
  }
  const weights = node.groups.map(({ weight }) => readShare(weight, path, 'weight', checking));
  const zeros = weights.filter((weight) => weight?.isZero());
  if (zeros.length) report('WEIGHT_NOT_POSITIVE', path, { given: '0' });
  const read = weights.filter((weight) => weight !== null);
  if (weights.length && read.length === weights.length && sum(read).compare(whole) !== 0)
    report('SHARES_DO_NOT_ADD_UP', path, { sum: sum(read).shown(6).text });
  const shares = node.options.map(({ share }) => (share === null ? null : readShare(share, path, 'share', checking)));
  if (node.options.length && !shares.some((share) => share?.compare(whole) === 0))
    report('TOP_NOT_REACHABLE', path, { share: '1' });
}

export function checkAggregation(aggregation: Aggregation, path: string, checking: Checking): void {
  const { report } = checking;
  if (aggregation.by === 'TRIMMED') {
    const { drop } = aggregation;
    if (!Number.isInteger(drop) || drop < 1 || drop > 10) report('SCORERS_DROP', path, { given: String(drop) });
  }
  if (aggregation.by !== 'ROLES') return;
  if (!aggregation.roles.length) report('LIST_EMPTY', path, { field: 'roles' });
  twice(
    aggregation.roles.map(({ role }) => ({ key: role })),
    path,
    checking,
  );
  for (const { weight } of aggregation.roles) {
    const number = readNumber(weight, path, 'weight', checking);
    if (number && (number.isZero() || number.isNegative())) report('WEIGHT_NOT_POSITIVE', path, { given: weight });
  }
}

function twice(list: readonly { readonly key: string }[], path: string, { report }: Checking): void {
  const seen = new Set<string>();
  for (const { key } of list) {
    if (seen.has(key)) report('KEY_TWICE', path, { key, first: path });
    seen.add(key);
  }
}
