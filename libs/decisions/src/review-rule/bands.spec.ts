import { checkBands, checkShare, type Band } from './bands';
import { amountInWords } from './review-rule-words';

const bands = (...ends: (readonly [number, number | null])[]): Band[] =>
  ends.map(([from, to]) => ({ amountFrom: String(from), amountTo: to === null ? null : String(to) }));
const refusal = (work: () => void): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe('bands of amounts', () => {
  it.each([
    ['one for all', bands([0, null]), 'none'],
    ['two that meet', bands([0, 100], [100, null]), 'none'],
    ['in any order', bands([100, null], [0, 100]), 'none'],
    ['beginning above nothing', bands([1, null]), 'REVIEW_BANDS_START'],
    ['with a gap', bands([0, 100], [101, null]), 'REVIEW_BANDS_GAP'],
    ['that overlap', bands([0, 100], [99, null]), 'REVIEW_BANDS_OVERLAP'],
    ['one within another', bands([0, 100], [20, 30], [100, null]), 'REVIEW_BANDS_OVERLAP'],
    ['twice the same', bands([0, null], [0, null]), 'REVIEW_BANDS_OVERLAP'],
    ['one behind an open one', bands([0, null], [100, 200]), 'REVIEW_BANDS_OVERLAP'],
    ['with an end', bands([0, 100]), 'REVIEW_BANDS_END'],
    ['that are empty', bands([0, 0], [0, null]), 'REVIEW_BAND_REVERSED'],
    ['none at all', [], 'REVIEW_BANDS_END'],
  ])('%s', (_, given, reason) => expect(refusal(() => checkBands(given))).toBe(reason));

  it('cover each amount exactly once whenever they are taken, of 2,000 made sets', () => {
    let taken = 0;
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let i = 0; i < 2_000; i++) {
      const given = Array.from({ length: 1 + random(3) }, () => {
        const from = random(4);
        return [from, random(2) ? null : from + 1 + random(3)] as const;
      });
      const covers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        (amount) => given.filter(([from, to]) => from <= amount && (to === null || amount < to)).length,
      );
      const good = refusal(() => checkBands(bands(...given))) === 'none';
      expect([given, good]).toEqual([given, covers.every((count) => count === 1)]);
      if (good) taken++;
    }
    expect(taken).toBeGreaterThan(50);
  });
});

it.each([
  ['>= 1/2', 'none'],
  ['> 1/2', 'none'],
  ['>= 2/3', 'none'],
  ['>= 1', 'none'],
  ['> 1', 'REVIEW_SHARE'],
  ['>= 3/2', 'REVIEW_SHARE'],
  ['>= 0', 'REVIEW_SHARE'],
  ['1/2', 'REVIEW_SHARE'],
  ['< 1/2', 'REVIEW_SHARE'],
  ['half', 'REVIEW_SHARE'],
])('a share written as %s: %s', (value, reason) => expect(refusal(() => checkShare(value))).toBe(reason));

it.each([
  ['0', '0元'],
  ['123450', '1234.50元'],
  ['300000000', '300万元'],
  ['460500000', '460.5万元'],
  ['1000001', '10000.01元'],
])('%s fen are %s', (fen, zh) => expect(amountInWords(fen).zh).toBe(zh));
