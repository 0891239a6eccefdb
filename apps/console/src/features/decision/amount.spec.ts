import { fenOf, figureOf, tenThousands } from './amount';

it.each([
  ['460', '460000000'],
  ['0.000001', '1'],
  ['1.5', '1500000'],
  ['0', '0'],
  ['999999999.999999', '999999999999999'],
])('%s × 10,000 yuan are %s fen, and the other way round', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen);
  expect(tenThousands(fen)).toBe(typed);
});

it.each(['', ' ', '-1', '1e3', '1.1234567', 'abc', null, undefined])('%s is no amount', (typed) =>
  expect(fenOf(typed)).toBeNull(),
);

it.each([
  ['460000000', 'tenThousand', '460'],
  ['1500000', 'tenThousand', '1.5'],
  ['98050', 'yuan', '980.50'],
  ['123456700', 'yuan', '1234567'],
  ['5', 'yuan', '0.05'],
  ['0', 'yuan', '0'],
] as const)('%s fen are told as %s %s', (fen, unit, figure) => expect(figureOf(fen)).toEqual({ unit, figure }));
