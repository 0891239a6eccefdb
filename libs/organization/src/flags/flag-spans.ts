import { plusMonths } from '../organization-rules';
import { flagsOf, isSameFlag, type Flag, type FlagFacts, type RulesByKey } from './organization-flags';

/** What an organization was, from a day until the day before another (null: until now). */
export interface DatedFacts extends FlagFacts {
  readonly from: string;
  readonly to: string | null;
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
 * @param versions in their order, without gaps
 * @param epochs in their order, the first of them in force on `from`
 */
export function flagSpans(
  versions: readonly DatedFacts[],
  epochs: readonly RulesSince[],
  from: string,
  today: string,
): FlagSpan[] {
  const closed: FlagSpan[] = [];
  let open: FlagSpan[] = [];
  for (const { day, facts, rules } of turns(versions, epochs, from, today)) {
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
  readonly facts: DatedFacts | undefined;
  readonly rules: RulesByKey;
}

/** The days on which flags may come or go: facts or rules change, a count is reported, a term nears its end or ends. */
function* turns(
  versions: readonly DatedFacts[],
  epochs: readonly RulesSince[],
  from: string,
  today: string,
): Generator<Turn> {
  const rulesOn = (day: string): RulesByKey => epochs.findLast((epoch) => epoch.from <= day)?.rules ?? new Map();
  const days = new Set<string>([from]);
  const add = (day: string | null): void => {
    if (day !== null && day > from && day <= today) days.add(day);
  };
  for (const epoch of epochs) add(epoch.from);
  for (const { from: begins, to, reportedOn, termEndsOn } of versions) {
    [begins, to, reportedOn, termEndsOn].forEach(add);
    for (const { rules } of termEndsOn ? epochs : []) {
      const months = rules.get('term.remind')?.parsed?.numerator;
      if (months !== undefined) add(plusMonths(termEndsOn!, -months));
    }
  }
  for (const day of [...days].sort()) {
    const facts = versions.find((version) => version.from <= day && (version.to === null || version.to > day));
    yield { day, facts, rules: rulesOn(day) };
  }
}
