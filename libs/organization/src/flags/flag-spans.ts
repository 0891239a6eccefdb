import { plusMonths } from '../organization-rules';
import { flagsOf, isSameFlag, type Flag, type FlagFacts, type RulesByKey } from './organization-flags';
import type { RegisteredMembersFrom } from './registered-members';

/** What an organization was, from a day until the day before another (null: until now). */
export interface DatedFacts extends Omit<FlagFacts, 'registered'> {
  readonly from: string;
  readonly to: string | null;
}

/** All that is known of an organization from a day on, in the order of days. */
export interface Course {
  /** without gaps */
  readonly versions: readonly DatedFacts[];
  readonly registered: readonly RegisteredMembersFrom[];
}

/** A flag, and from when to when it stood; `until` null: it stands. */
export interface FlagSpan {
  readonly flag: Flag;
  readonly since: string;
  readonly until: string | null;
}

/** The rules in force from a day on. */
export interface RulesSince {
  readonly from: string;
  readonly rules: RulesByKey;
}

/**
 * The flags of an organization on every day from `from` to `today`, out of its versions and the rules of each day. What
 * was raised before `from` keeps the day that its facts give; who knows more, says so.
 *
 * @param epochs in their order, the first of them in force on `from`
 */
export function flagSpans(course: Course, epochs: readonly RulesSince[], from: string, today: string): FlagSpan[] {
  const closed: FlagSpan[] = [];
  let open: FlagSpan[] = [];
  for (const { day, facts, rules } of turns(course, epochs, from, today)) {
    const due = facts ? flagsOf(facts, rules, day) : [];
    const goesOn = (span: FlagSpan): boolean => due.some((flag) => isSameFlag(flag, span.flag));
    closed.push(...open.filter((span) => !goesOn(span)).map((span) => ({ ...span, until: day })));
    open = due.map(
      (flag) =>
        open.find((span) => isSameFlag(flag, span.flag)) ?? {
          flag,
          // raised before `from`, but not by what it was not yet
          since: day === from && facts ? later(flag.since, facts.from) : day,
          until: null,
        },
    );
  }
  return [...closed, ...open];
}

const later = (one: string, other: string): string => (one > other ? one : other);

interface Turn {
  readonly day: string;
  readonly facts: (DatedFacts & FlagFacts) | undefined;
  readonly rules: RulesByKey;
}

/** The days on which flags may come or go: facts, counts or rules change, a term nears its end or ends. */
function* turns(
  { versions, registered }: Course,
  epochs: readonly RulesSince[],
  from: string,
  today: string,
): Generator<Turn> {
  const rulesOn = (day: string): RulesByKey => epochs.findLast((epoch) => epoch.from <= day)?.rules ?? new Map();
  const days = new Set<string>([from]);
  const add = (day: string | null): void => {
    if (day !== null && day > from && day <= today) days.add(day);
  };
  for (const { from: day } of [...epochs, ...registered]) add(day);
  for (const { from: begins, to, reportedOn, termEndsOn } of versions) {
    [begins, to, reportedOn, termEndsOn].forEach(add);
    for (const { rules } of termEndsOn ? epochs : []) {
      const months = rules.get('term.remind')?.parsed?.numerator;
      if (months !== undefined) add(plusMonths(termEndsOn!, -months));
    }
  }
  for (const day of [...days].sort()) {
    const version = versions.find(({ from: begins, to }) => begins <= day && (to === null || to > day));
    const counts = registered.findLast((count) => count.from <= day) ?? null;
    yield { day, facts: version && { ...version, registered: counts }, rules: rulesOn(day) };
  }
}
