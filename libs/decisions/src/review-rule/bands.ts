import { parseRuleValue } from '@dangwu/rules';
import { amountInWords } from './review-rule-words';
import { reviewRuleErrors } from './review-rule.errors';

/** A band of amounts in fen: from inclusive, to exclusive; null is open. */
export interface Band {
  readonly amountFrom: string;
  readonly amountTo: string | null;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const words = (from: bigint, to: bigint) => {
  const [low, high] = [amountInWords(String(from)), amountInWords(String(to))];
  return { fromZh: low.zh, fromEn: low.en, toZh: high.zh, toEn: high.en };
};

/**
 * Every amount lies in one band and no more: they begin at 0, each begins where the one before ends, the last is open.
 * @throws REVIEW_BANDS_START, REVIEW_BANDS_GAP, REVIEW_BANDS_OVERLAP, REVIEW_BANDS_END, REVIEW_BAND_REVERSED
 */
export function checkBands(bands: readonly Band[]): void {
  const sorted = bands
    .map(({ amountFrom, amountTo }) => ({ from: BigInt(amountFrom), to: amountTo === null ? null : BigInt(amountTo) }))
    .sort((a, b) => compare(a.from, b.from));
  let covered = 0n;
  let open = false;
  for (const { from, to } of sorted) {
    if (to !== null && to <= from) throw reviewRuleErrors.REVIEW_BAND_REVERSED(words(from, to));
    if (open) throw reviewRuleErrors.REVIEW_BANDS_OVERLAP(overlap(from, to));
    if (from > covered && covered === 0n) throw reviewRuleErrors.REVIEW_BANDS_START(words(from, from));
    if (from > covered) throw reviewRuleErrors.REVIEW_BANDS_GAP(words(covered, from));
    if (from < covered)
      throw reviewRuleErrors.REVIEW_BANDS_OVERLAP(overlap(from, to !== null && to < covered ? to : covered));
    if (to === null) open = true;
    else covered = to;
  }
  if (!open) throw reviewRuleErrors.REVIEW_BANDS_END(words(covered, covered));
}

const overlap = (from: bigint, to: bigint | null) =>
  to === null ? { ...words(from, from), toZh: '无上限', toEn: 'any amount' } : words(from, to);

/** A share of people, more than none and at most all. @throws REVIEW_SHARE */
export function checkShare(value: string): void {
  const parsed = parseRuleValue(value);
  const asks = parsed && (parsed.comparison === '>=' || parsed.comparison === '>') && parsed.upper === undefined;
  const { numerator = 0, denominator = 1 } = parsed ?? {};
  // more than all of them is nobody's majority
  const possible = parsed?.comparison === '>' ? numerator < denominator : numerator <= denominator;
  if (!asks || numerator === 0 || !possible) throw reviewRuleErrors.REVIEW_SHARE({ value });
}
