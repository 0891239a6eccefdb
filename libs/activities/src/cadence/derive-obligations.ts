import type { OrganizationType, Tier } from '@dangwu/organization';
import { eachDay, plusDays } from '@dangwu/platform/clock';
import type { Period } from './cadence.enums';
import { lengthOf, periodsIn, type Days } from './periods';

/** Something that holds from a day until the day before another; null: on and on. */
interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** What an organization was for some time. */
export interface Standing extends Span {
  /** it works: neither being prepared nor dissolved */
  readonly active: boolean;
  readonly type: OrganizationType;
  readonly tier: Tier | null;
  /** itself, then those that lead it, the nearest first; ids */
  readonly line: readonly string[];
}

/** A rule of the register that says how often. */
export interface TimesRule extends Span {
  readonly id: string;
  readonly key: string;
  readonly layer: 'REGULATION' | 'ASSOCIATION' | 'ORGANIZATION';
  readonly organizationId: string | null;
  /** 0: not at all */
  readonly times: number;
}

export interface AppliedCadence {
  readonly id: string;
  readonly ruleKey: string;
  readonly activityTypeId: string;
  readonly period: Period;
  readonly organizationTypes: readonly OrganizationType[];
  readonly tiers: readonly Tier[] | null;
  readonly needsCommittee: boolean;
  readonly riskDays: number;
}

export interface Derived extends Days {
  readonly cadence: AppliedCadence;
  readonly ruleId: string;
  readonly dueFrom: string;
  readonly required: number;
  readonly riskFrom: string;
}

export interface History {
  /** in order, without overlap */
  readonly standings: readonly Standing[];
  /** when it had a leadership team */
  readonly committees: readonly Span[];
}

const holds = ({ from, until }: Span, day: string): boolean => from <= day && (until === null || day < until);

function anyDay(from: string, to: string, is: (day: string) => boolean): boolean {
  for (const day of eachDay(from, to)) if (is(day)) return true;
  return false;
}

/** The rule for an organization on a day: its own, else of the nearest that leads it, the association's, the regulation. */
function ruleFor(rules: readonly TimesRule[], line: readonly string[], day: string): TimesRule | undefined {
  const inForce = rules.filter((rule) => holds(rule, day));
  for (const id of line) {
    const own = inForce.find(({ organizationId }) => organizationId === id);
    if (own) return own;
  }
  return inForce.find(({ layer }) => layer === 'ASSOCIATION') ?? inForce.find(({ layer }) => layer === 'REGULATION');
}

/** Which cadence applies on a day, and by which rule. */
interface Asked {
  readonly cadence: AppliedCadence;
  readonly rule: TimesRule;
}

/**
 * What the rules ask of one organization in the periods that end within a span.
 *
 * An obligation stands for a period when what makes it apply (the organization works, is of the type and tier, a rule is in
 * force) holds on the period's last day and held without a break for at least half of it: who was founded late in a
 * quarter starts with the next one, who was dissolved or re-typed owes nothing for the rest. The number is that of the day
 * from which it applies: a rule that changes within a period counts from the next.
 *
 * A period in which no day is worked, such as the week of the Spring Festival, asks for nothing.
 *
 * Cadences of one activity type and period ask for the same activities: of those that apply to an organization the
 * strictest holds, and there is one obligation. It belongs to the first of them, so that a waiver outlives a house rule.
 */
export function deriveObligations(
  history: History,
  cadences: readonly AppliedCadence[],
  rules: readonly TimesRule[],
  span: Days,
  isWorked: (day: string) => boolean = () => true,
): Derived[] {
  const groups = new Map<string, AppliedCadence[]>();
  for (const cadence of cadences) {
    const key = `${cadence.activityTypeId} ${cadence.period}`;
    groups.set(key, [...(groups.get(key) ?? []), cadence]);
  }
  return [...groups.values()].flatMap((group) => deriveGroup(history, group, rules, span, isWorked));
}

const fits = (cadence: AppliedCadence, { type, tier }: Standing): boolean =>
  cadence.organizationTypes.includes(type) &&
  (cadence.tiers === null || (tier !== null && cadence.tiers.includes(tier)));

function deriveGroup(
  { standings, committees }: History,
  cadences: readonly AppliedCadence[],
  rules: readonly TimesRule[],
  span: Days,
  isWorked: (day: string) => boolean,
): Derived[] {
  const keys = new Set(cadences.map(({ ruleKey }) => ruleKey));
  const own = rules.filter(({ key }) => keys.has(key));
  const byKey = new Map([...keys].map((key) => [key, own.filter((rule) => rule.key === key)]));
  const askedOn = (day: string): Asked[] => {
    const standing = standings.find((one) => holds(one, day) && one.active);
    if (!standing) return [];
    return cadences.flatMap((cadence) => {
      if (!fits(cadence, standing)) return [];
      if (cadence.needsCommittee && !committees.some((committee) => holds(committee, day))) return [];
      const rule = ruleFor(byKey.get(cadence.ruleKey)!, standing.line, day);
      return rule && rule.times > 0 ? [{ cadence, rule }] : [];
    });
  };
  // only on these days can anything change
  const changes = [...standings, ...committees, ...own]
    .flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
    .sort();
  return periodsIn(cadences[0]!.period, span).flatMap((period): Derived[] => {
    if (period.endsOn < span.startsOn || period.endsOn > span.endsOn) return [];
    const { startsOn, endsOn } = period;
    if (askedOn(endsOn).length === 0) return [];
    // backwards from change to change, as long as it applies without a break
    let dueFrom = endsOn;
    for (;;) {
      const since = dueFrom;
      dueFrom = changes.findLast((day) => day <= since && day > startsOn) ?? startsOn;
      if (dueFrom === startsOn || askedOn(plusDays(dueFrom, -1)).length === 0) break;
      dueFrom = plusDays(dueFrom, -1);
    }
    if (lengthOf({ startsOn: dueFrom, endsOn }) * 2 < lengthOf(period)) return [];
    if (!anyDay(dueFrom, endsOn, isWorked)) return [];
    const asked = askedOn(dueFrom);
    const strictest = asked.reduce((most, one) => (one.rule.times > most.rule.times ? one : most));
    const riskFrom = plusDays(endsOn, 1 - strictest.cadence.riskDays);
    const { id: ruleId, times: required } = strictest.rule;
    return [{ ...period, cadence: asked[0]!.cadence, ruleId, dueFrom, required, riskFrom }];
  });
}
