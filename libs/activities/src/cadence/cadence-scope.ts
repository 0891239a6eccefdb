import type { OrganizationType, Tier } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import { Period } from './cadence.enums';
import type { TimesRule } from './derive-obligations';

/** To whom a cadence applies. */
export interface Scope {
  readonly organizationTypes: readonly OrganizationType[];
  readonly tiers: readonly Tier[] | null;
  /** id; null: the whole association */
  readonly organizationId: string | null;
  readonly needsCommittee: boolean;
}

/** How many of a period a year has: by this the rate of different periods is compared. */
const aYear: Readonly<Record<Period, number>> = { WEEK: 52, MONTH: 12, QUARTER: 4, HALF_YEAR: 2, YEAR: 1 };

export const yearly = (times: number, period: Period): number => times * aYear[period];

/** How often, in words of the register. */
export const unitOf: Readonly<Record<Period, Messages>> = {
  WEEK: { zh: '次/周', en: 'a week' },
  MONTH: { zh: '次/月', en: 'a month' },
  QUARTER: { zh: '次/季度', en: 'a quarter' },
  HALF_YEAR: { zh: '次/半年', en: 'a half-year' },
  YEAR: { zh: '次/年', en: 'a year' },
};

/** Whether there may be organizations of both scopes, by type and tier. */
export const meet = (one: Scope, other: Scope): boolean =>
  one.organizationTypes.some((type) => other.organizationTypes.includes(type)) &&
  (one.tiers === null || other.tiers === null || one.tiers.some((tier) => other.tiers!.includes(tier)));

const sorted = (words: readonly string[] | null): string => (words ? [...words].sort().join() : '*');

/** Whether both apply to the same organizations. */
export const isSame = (one: Scope, other: Scope): boolean =>
  sorted(one.organizationTypes) === sorted(other.organizationTypes) &&
  sorted(one.tiers) === sorted(other.tiers) &&
  one.organizationId === other.organizationId &&
  one.needsCommittee === other.needsCommittee;

type Days = Pick<TimesRule, 'from' | 'until'>;

export const isEmpty = ({ from, until }: Days): boolean => until !== null && until <= from;

/** Whether both hold on some day. */
export const overlap = (one: Days, other: Days): boolean =>
  !isEmpty(one) &&
  !isEmpty(other) &&
  (other.until === null || one.from < other.until) &&
  (one.until === null || other.from < one.until);

/**
 * A key of the register for a house rule that says how often: what stands before the last dot of the floor's key, else the
 * activity type's, and the next letters that are free: `warning.house.a`.
 */
export function nextKey(floorKey: string | undefined, typeKey: string, taken: ReadonlySet<string>): string {
  const words = typeKey
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const own = words.map((word, i) => (i ? word[0]!.toUpperCase() + word.slice(1) : word)).join('');
  const stem = floorKey ? floorKey.slice(0, floorKey.indexOf('.')) : own || 'activity';
  for (let no = 0; ; no++) {
    const key = `${stem}.house.${letters(no)}`;
    if (!taken.has(key)) return key;
  }
}

/** a, b, … z, aa, ab, … */
function letters(no: number): string {
  const last = String.fromCharCode(97 + (no % 26));
  return no < 26 ? last : letters(Math.floor(no / 26) - 1) + last;
}
