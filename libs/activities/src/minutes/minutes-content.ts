import type { Messages } from '@dangwu/platform/errors';
import { createHash } from 'node:crypto';
import { leastShare, meetsShare, type RuleValue } from '@dangwu/rules';
import { VoteBase } from './minutes.enums';

/** How many voted how, and what the rule of the type says of it on the day. */
export interface MinutesVote {
  readonly base: VoteBase;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** of how many, as counted when it was written down */
  readonly of: number;
  /** the rule on majority; null: the type has none */
  readonly rule: MinutesRule | null;
  /** how many votes in favour it takes */
  readonly needed: number | null;
  readonly passed: boolean | null;
}

export interface MinutesRule {
  readonly id: string;
  readonly value: string;
  readonly name: Messages;
  readonly basis: Messages;
}

export interface MinutesResolution {
  readonly text: string;
  readonly owner: string | null;
  /** global id of the owner; null: somebody whom the system does not know. Absent in what was signed before there was one */
  readonly ownerId?: string | null;
  readonly dueOn: string | null;
  readonly vote: MinutesVote | null;
}

export interface MinutesItem {
  readonly title: string;
  readonly owner: string | null;
  readonly minutes: number | null;
  /** a document of the editor as JSON, see `minutes-text.ts` */
  readonly text: string;
  readonly resolutions: readonly MinutesResolution[];
}

export interface MinutesAttendance {
  readonly entitled: number | null;
  readonly present: number | null;
  readonly remote: number;
  readonly leave: number;
  readonly onLeave: readonly string[];
  readonly absent: readonly string[];
  /** who sat in without being entitled (列席) */
  readonly guests: readonly string[];
}

/** What is written of an activity: what two people sign. */
export interface MinutesContent {
  readonly chair: string;
  readonly recorder: string;
  /** global ids of an account or a member; null: a name alone. Absent as above */
  readonly chairId?: string | null;
  readonly recorderId?: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly attendance: MinutesAttendance;
  readonly items: readonly MinutesItem[];
}

/** SHA-256 of the content, whatever the order in which its fields are kept. */
export function hashOf(content: MinutesContent): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

/** What is counted, before the rule is asked. */
export interface Ballots {
  readonly base: VoteBase | null;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** A rule of the register on majorities, with of whom it asks its share. */
export interface MajorityRule extends MinutesRule {
  readonly parsed: RuleValue;
  readonly base: VoteBase;
}

/**
 * The result by the rule. Where the type has none (as of a branch committee) the counts stand, and nothing is said to
 * have passed: the regulation gives no base.
 */
export function voteOf(ballots: Ballots, attendance: MinutesAttendance, rule: MajorityRule | null): MinutesVote {
  const base = rule?.base ?? ballots.base ?? VoteBase.PRESENT;
  const of = (base === VoteBase.ENTITLED ? attendance.entitled : attendance.present) ?? 0;
  const { inFavour, against, abstained } = ballots;
  const needed = rule ? leastShare(of, rule.parsed) : null;
  return {
    base,
    inFavour,
    against,
    abstained,
    of,
    rule: rule && { id: rule.id, value: rule.value, name: rule.name, basis: rule.basis },
    needed,
    passed: rule ? of > 0 && meetsShare(inFavour, of, rule.parsed) : null,
  };
}

/** What stands in the way of a signature. */
export type MinutesFault = 'CHAIR' | 'RECORDER' | 'SAME' | 'COUNTS' | 'TEXT';

/** What is missing before somebody can sign; null: nothing. */
export function faultOfContent(content: MinutesContent, hasText: boolean): MinutesFault | null {
  if (!content.chair) return 'CHAIR';
  if (!content.recorder) return 'RECORDER';
  const { chairId, recorderId } = content;
  if (chairId && recorderId ? chairId === recorderId : content.chair === content.recorder) return 'SAME';
  const { entitled, present } = content.attendance;
  if (entitled === null || present === null) return 'COUNTS';
  return hasText ? null : 'TEXT';
}

/** A vote with more ballots than people: votes filed in writing count, so it is the entitled that bound it. */
export function overfullVote({ items, attendance: { entitled } }: MinutesContent): MinutesVote | null {
  const votes = items.flatMap(({ resolutions }) => resolutions.flatMap(({ vote }) => (vote ? [vote] : [])));
  return votes.find((vote) => vote.inFavour + vote.against + vote.abstained > (entitled ?? 0)) ?? null;
}
