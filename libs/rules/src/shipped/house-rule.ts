import type { ShippedRule } from './shipped-rule';

/** What a custom of the house rests on. */
export const custom = (zh: string, en: string): ShippedRule['basis'] => [
  `协会工作惯例：${zh}`,
  `Custom of the house: ${en}`,
];

/** A rule that an association begins with and may set otherwise. */
export const houseRule = (
  key: string,
  value: string,
  texts: Pick<ShippedRule, 'name' | 'unit' | 'basis' | 'stricter' | 'note'>,
): ShippedRule => ({
  key,
  layer: 'ASSOCIATION',
  value,
  strength: 'NORMAL',
  source: 'HOUSE',
  from: '2026-01-01',
  ...texts,
});
