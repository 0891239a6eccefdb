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

/**
 * What the rules ask of one organization in the periods that end within a span.
 *
 * An obligation stands for a period when what makes it apply (the organization works, is of the type and tier, a rule is in
 * force) holds on the period's last day and held without a break for at least half of it: who was founded late in a
 * quarter starts with the next one, who was dissolved or re-typed owes nothing for the rest. The number is that of the day
 * from which it applies: a rule that changes within a period counts from the next.
 *
 * A period in which no day is worked, such as the week of the Spring Festival, asks for nothing.
 */
export function deriveObligations(
  { standings, committees }: History,
  cadences: readonly AppliedCadence[],
  rules: readonly TimesRule[],
  span: Days,
  isWorked: (day: string) => boolean = () => true,
): Derived[] {
  return cadences.flatMap((cadence) => {
    const own = rules.filter(({ key }) => key === cadence.ruleKey);
    const standingOn = (day: string): Standing | undefined =>
      standings.find(
        (one) =>
          holds(one, day) &&
          one.active &&
          cadence.organizationTypes.includes(one.type) &&
          (cadence.tiers === null || (one.tier !== null && cadence.tiers.includes(one.tier))) &&
          (!cadence.needsCommittee || committees.some((committee) => holds(committee, day))),
      );
    const ruleOn = (day: string): TimesRule | undefined => {
      const standing = standingOn(day);
      const rule = standing && ruleFor(own, standing.line, day);
      return rule && rule.times > 0 ? rule : undefined;
    };
    // only on these days can anything change
    const changes = [...standings, ...committees, ...own]
      .flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
      .sort();
    return periodsIn(cadence.period, span).flatMap((period): Derived[] => {
      if (period.endsOn < span.startsOn || period.endsOn > span.endsOn) return [];
      const { startsOn, endsOn } = period;
      if (!ruleOn(endsOn)) return [];
      // backwards from change to change, as long as it applies without a break
      let dueFrom = endsOn;
      for (;;) {
        const since = dueFrom;
        dueFrom = changes.findLast((day) => day <= since && day > startsOn) ?? startsOn;
        if (dueFrom === startsOn || !ruleOn(plusDays(dueFrom, -1))) break;
        dueFrom = plusDays(dueFrom, -1);
      }
      const rule = ruleOn(dueFrom)!;
      if (lengthOf({ startsOn: dueFrom, endsOn }) * 2 < lengthOf(period)) return [];
      if (!anyDay(dueFrom, endsOn, isWorked)) return [];
      const riskFrom = plusDays(endsOn, 1 - cadence.riskDays);
      return [{ ...period, cadence, ruleId: rule.id, dueFrom, required: rule.times, riskFrom }];
    });
  });
}
