import type { TodayOrganizationsQuery } from '../../generated/graphql';
import type { State } from '../../components/state-glyph';
import type { LocalText } from '../../lib/i18n';
import { daysUntil } from '../../lib/dates';

type Organization = TodayOrganizationsQuery['flagged']['nodes'][number];

/** One flag of one organization, as a line. */
export interface FlagLine {
  key: string;
  organization: Organization;
  code: string;
  message: LocalText;
  basis: LocalText | null;
  ruleId: string | null;
  since: string;
  /** `late` when a deadline has passed or a rule that must hold is broken, else `risk`. */
  state: Extract<State, 'late' | 'risk'>;
  /** The deadline, and whole days to it; negative when passed. */
  due: string | null;
  days: number | null;
}

const TERM = /^TERM_/;

/** All flags, the most overdue first, then those with a deadline by date, then the rest. */
export function linesOf(organizations: readonly Organization[], today: string): FlagLine[] {
  return organizations
    .flatMap((organization) =>
      organization.flags.map((flag): FlagLine => {
        const due = TERM.test(flag.code) ? (organization.termEndsOn ?? null) : null;
        const days = due ? daysUntil(due, today) : null;
        return {
          key: `${organization.id} ${flag.code}`,
          organization,
          code: flag.code,
          message: flag.message,
          basis: flag.rule?.basis ?? null,
          ruleId: flag.rule?.id ?? null,
          since: flag.since,
          state: flag.code === 'TERM_OVERDUE' || (days !== null && days < 0) ? 'late' : 'risk',
          due,
          days,
        };
      }),
    )
    .sort(
      (one, other) =>
        Number(other.state === 'late') - Number(one.state === 'late') ||
        (one.days ?? Infinity) - (other.days ?? Infinity) ||
        one.since.localeCompare(other.since) ||
        one.key.localeCompare(other.key),
    );
}
