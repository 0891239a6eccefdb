/** What a count is measured against (DOMAIN: the base is shown beside every count). */
export interface MajorityRule {
  /** ENTITLED 应到, PRESENT 实到 */
  readonly base: 'ENTITLED' | 'PRESENT';
  readonly numerator: number;
  readonly denominator: number;
  /** 超过, more than the share; otherwise 不少于, at least the share */
  readonly strict: boolean;
}

export interface Attendance {
  readonly entitled: number;
  readonly present: number;
}

export type Share = Pick<MajorityRule, 'numerator' | 'denominator' | 'strict'>;

/** The fewest that satisfy a share of so many people. */
export function fewest({ numerator, denominator, strict }: Share, people: number): number {
  const share = people * numerator;
  return strict ? Math.floor(share / denominator) + 1 : Math.ceil(share / denominator);
}

/** Whether enough are there for a vote, and how many would be. */
export function quorum(presence: Share, { entitled, present }: Attendance): { needed: number; reached: boolean } {
  const needed = fewest(presence, entitled);
  return { needed, reached: entitled > 0 && present >= needed };
}

/** Whether a motion carries, and how many votes it takes. */
export function carries(
  rule: MajorityRule,
  attendance: Attendance,
  votesFor: number,
): { needed: number; carried: boolean } {
  const people = rule.base === 'ENTITLED' ? attendance.entitled : attendance.present;
  const needed = fewest(rule, people);
  return { needed, carried: people > 0 && votesFor >= needed };
}
