import type { AdviceKind, AdviceStance } from '../advice/advice.enums';
import type { CouncilOutcome, MatterState, OpinionKind } from '../matter/matter.enums';
import type {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
} from '../review-rule/review-rule.enums';
import type { SeatAttendance, SessionBody, SessionItemState, ViewKind } from '../session/session.enums';

/** A session with all that its papers say, as plain data. */
export interface SessionFacts {
  readonly association: string;
  /** whose body sits */
  readonly organization: string;
  readonly reviewingBody: ReviewingBody;
  readonly joint: boolean;
  readonly title: string;
  readonly year: number;
  readonly no: number;
  /** when it really began and ended, as far as it did */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly seats: readonly SeatFacts[];
  /** what was taken off is not here */
  readonly items: readonly ItemFacts[];
}

export interface SeatFacts {
  readonly id: string;
  readonly body: SessionBody;
  readonly name: string;
  readonly post: string;
  readonly chair: boolean;
  readonly attendance: SeatAttendance;
}

export interface ItemFacts {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly minutes: number;
  readonly state: SessionItemState;
  readonly opinion: OpinionKind | null;
  readonly opinionText: string;
  readonly matter: MatterFacts | null;
  readonly recusals: readonly { readonly seatId: string; readonly reason: string }[];
  readonly views: readonly { readonly seatId: string; readonly kind: ViewKind; readonly text: string }[];
  /** counted ones */
  readonly votes: readonly VoteFacts[];
}

export interface VoteFacts {
  readonly body: SessionBody;
  readonly secrecy: 'SECRET' | 'OPEN';
  readonly entitled: number;
  readonly present: number;
  readonly recused: number;
  readonly majorityBase: MajorityBase;
  readonly base: number;
  readonly needed: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly passed: boolean;
}

export interface MatterFacts {
  readonly number: string | null;
  readonly title: string;
  readonly state: MatterState;
  readonly category: MatterCategory;
  readonly amountFen: string | null;
  readonly background: string;
  readonly options: string;
  readonly socialEffect: string;
  readonly urgentReason: string | null;
  readonly proposer: string;
  readonly proposedBy: string;
  readonly versionNo: number;
  readonly outcome: CouncilOutcome | null;
  readonly rule: RuleFacts | null;
  /** of each material the latest */
  readonly materials: readonly MaterialFacts[];
  /** opinions that were given */
  readonly advice: readonly AdviceFacts[];
}

export interface AdviceFacts {
  readonly kind: AdviceKind;
  readonly advisor: string;
  readonly stance: AdviceStance | null;
  readonly text: string;
  readonly file: MaterialFacts | null;
}

export interface RuleFacts {
  readonly basis: string;
  readonly presence: string;
  readonly majority: string;
  readonly majorityBase: MajorityBase;
  readonly ballot: BallotKind;
  /** null: as the reviewing body */
  readonly councilBallot: BallotKind | null;
  readonly expertOpinion: boolean;
  readonly legalCheck: boolean;
  readonly decidingBody: DecidingBody;
}

export interface MaterialFacts {
  readonly kind: string;
  readonly no: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly fileId: string;
}
