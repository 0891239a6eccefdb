import { leastShare, meetsShare, parseRuleValue, type RuleValue } from '@dangwu/rules';
import { MajorityBase } from '../review-rule/review-rule.enums';
import { SeatAttendance } from './session.enums';

/** Somebody on the roster of one body, as far as counts go. */
export interface Seated {
  readonly attendance: SeatAttendance;
  readonly recused: boolean;
}

/** What a review rule asks of presence and majority, as rules are written. */
export interface Asked {
  readonly presence: string;
  readonly majorityBase: MajorityBase;
  readonly majority: string;
  /** where the rule `recusal.base` of the house counts those recused as entitled all the same */
  readonly recusedEntitled?: boolean;
}

/** How one body stands to one item: whether it can vote, and how many votes it takes. */
export interface Standing {
  /** entitled to vote on it (应到): those recused are not counted */
  readonly entitled: number;
  /** of those, who is there (实到), in the room or from elsewhere */
  readonly present: number;
  readonly recused: number;
  /** how many must be there */
  readonly presenceNeeded: number;
  /** whether so many are */
  readonly canVote: boolean;
  /** of how many the majority is asked */
  readonly base: number;
  /** how many votes in favour are enough */
  readonly needed: number;
}

const there = ({ attendance }: Seated): boolean =>
  attendance === SeatAttendance.PRESENT || attendance === SeatAttendance.REMOTE;

/** Recusal lowers both what is entitled and what is present, unless the rule `recusal.base` says otherwise. */
export function standingOf(seats: readonly Seated[], asked: Asked): Standing {
  const taking = seats.filter(({ recused }) => !recused);
  const entitled = asked.recusedEntitled ? seats.length : taking.length;
  const present = taking.filter(there).length;
  const presence = share(asked.presence);
  const base = asked.majorityBase === MajorityBase.ENTITLED ? entitled : present;
  return {
    entitled,
    present,
    recused: seats.length - taking.length,
    presenceNeeded: leastShare(entitled, presence),
    canVote: present > 0 && meetsShare(present, entitled, presence),
    base,
    needed: leastShare(base, share(asked.majority)),
  };
}

/** A review rule is checked when it is set, so that what cannot be read here is a fault of ours. */
function share(text: string): RuleValue {
  const parsed = parseRuleValue(text);
  if (!parsed) throw new Error(`A review rule asks for "${text}", which is no share`);
  return parsed;
}
