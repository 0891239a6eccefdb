import { CouncilOutcome, MatterState, OpinionKind } from '../matter/matter.enums';
import { possible, type MatterAct } from '../matter/matter-lifecycle';
import { DecidingBody, MajorityBase, SpeakingOrder } from '../review-rule/review-rule.enums';
import { faultOfConclusion, outcomeOf } from '../session/room/conclusion-rules';
import { beforeChair, beforeVote, isThere } from '../session/room/speaking';
import { SeatAttendance, SessionBody, SessionItemState, VoteChoice } from '../session/session.enums';
import { standingOf, type Asked, type Standing } from '../session/standing';

/** What people do in a room; seats and items by their place, `body` of votes. */
export type Command =
  | { readonly do: 'mark'; readonly seat: number; readonly attendance: SeatAttendance }
  | { readonly do: 'call'; readonly item: number }
  | { readonly do: 'recuse' | 'withdraw' | 'speak'; readonly seat: number }
  | { readonly do: 'openVote'; readonly body: SessionBody }
  | { readonly do: 'cast'; readonly seat: number; readonly choice: VoteChoice }
  | { readonly do: 'count' | 'void' | 'close' }
  | { readonly do: 'conclude'; readonly opinion: OpinionKind };

export interface ModelVote {
  readonly body: SessionBody;
  readonly voters: readonly number[];
  readonly standing: Standing;
  readonly cast: Map<number, VoteChoice>;
  over: 'COUNTED' | 'VOID' | null;
  passed: boolean | null;
}

export interface ModelItem {
  state: SessionItemState;
  readonly order: SpeakingOrder;
  readonly deciding: DecidingBody;
  matter: { state: MatterState; opinion: OpinionKind | null; outcome: CouncilOutcome | null };
  readonly recused: Set<number>;
  /** who has spoken, in that order */
  spoke: number[];
  readonly votes: ModelVote[];
}

const asked: Readonly<Record<SessionBody, Asked>> = {
  PARTY: { presence: '>= 1/2', majorityBase: MajorityBase.ENTITLED, majority: '> 1/2' },
  COUNCIL: { presence: '>= 2/3', majorityBase: MajorityBase.PRESENT, majority: '>= 2/3' },
};
/** Nothing to do: there is no vote to cast in, no recusal to take back. */
export const idle = 'IDLE';
const { CURRENT, WAITING, CONCLUDED, REMOVED } = SessionItemState;

/** A joint session as the domain has it, in memory: what is refused, and what becomes of matters. */
export class RoomModel {
  readonly items: readonly ModelItem[];
  readonly seats: { readonly body: SessionBody; readonly chair: boolean; attendance: SeatAttendance }[];
  open = true;

  constructor(party: number, council: number, items: readonly Pick<ModelItem, 'order' | 'deciding'>[]) {
    const roster = (body: SessionBody, count: number) =>
      Array.from({ length: count }, (_, n) => ({ body, chair: n === 0, attendance: SeatAttendance.EXPECTED }));
    this.seats = [...roster(SessionBody.PARTY, party), ...roster(SessionBody.COUNCIL, council)];
    this.items = items.map((facts) => ({
      ...facts,
      state: WAITING,
      matter: { state: MatterState.SCHEDULED, opinion: null, outcome: null },
      recused: new Set(),
      spoke: [],
      votes: [],
    }));
  }

  get current(): ModelItem | undefined {
    return this.items.find(({ state }) => state === CURRENT);
  }

  get voting(): ModelVote | undefined {
    return this.current?.votes.find(({ over }) => !over);
  }

  /** @returns the reason of the refusal; null: it was done; `idle` */
  apply(command: Command): string | null {
    if (['cast', 'count', 'void'].includes(command.do) && !this.voting) return idle;
    if (!this.open) return command.do === 'withdraw' ? idle : 'ROOM_STATE';
    switch (command.do) {
      case 'mark':
        this.seats[command.seat]!.attendance = command.attendance;
        return null;
      case 'call':
        return this.call(this.items[command.item]!);
      case 'recuse':
        return this.recuse(this.current ?? this.items[0]!, command.seat);
      case 'withdraw':
        return this.withdraw(command.seat);
      case 'speak':
        return this.speak(command.seat);
      case 'openVote':
        return this.openVote(command.body);
      case 'cast':
        return cast(this.voting!, command.seat, command.choice);
      case 'count':
        return this.count(this.voting!);
      case 'void':
        this.voting!.over = 'VOID';
        return null;
      case 'conclude':
        return this.conclude(command.opinion);
      case 'close':
        return this.close();
    }
  }

  roster(body: SessionBody, item: ModelItem) {
    return this.seats.flatMap((seat, at) =>
      seat.body === body
        ? [{ ...seat, id: String(at), at, recused: item.recused.has(at), spoke: item.spoke.includes(at) }]
        : [],
    );
  }

  private call(item: ModelItem): string | null {
    if (this.current) return 'SESSION_ITEM_CURRENT';
    if (item.state !== WAITING) return 'SESSION_ITEM_STATE';
    item.state = CURRENT;
    return null;
  }

  private recuse(item: ModelItem, seat: number): string | null {
    if (item.state !== WAITING && item.state !== CURRENT) return 'SESSION_ITEM_STATE';
    if (item.recused.has(seat)) return 'SESSION_RECUSED_ALREADY';
    const voted = this.voted(item, seat);
    if (!voted) item.recused.add(seat);
    return voted;
  }

  private withdraw(seat: number): string | null {
    const item = this.current;
    if (!item?.recused.has(seat)) return idle;
    const voted = this.voted(item, seat);
    if (!voted) item.recused.delete(seat);
    return voted;
  }

  private voted(item: ModelItem, seat: number): string | null {
    const vote = item.votes.find(({ body, over }) => body === this.seats[seat]!.body && over !== 'VOID');
    if (!vote) return null;
    return vote.over ? 'SESSION_VOTED' : 'SESSION_VOTE_OPEN';
  }

  private speak(at: number): string | null {
    const item = this.current;
    if (!item) return 'SESSION_ITEM_STATE';
    const seat = this.seats[at]!;
    const roster = this.roster(seat.body, item);
    if (item.recused.has(at)) return 'SESSION_RECUSED';
    if (!isThere(seat)) return 'SESSION_NOT_THERE';
    if (seat.chair && beforeChair(roster).length) return 'SESSION_CHAIR_LAST';
    const chair = roster.find((each) => each.chair)!.at;
    item.spoke = [...item.spoke.filter((each) => each !== at && each !== chair), at];
    return null;
  }

  private openVote(body: SessionBody): string | null {
    const item = this.current;
    if (!item) return 'SESSION_ITEM_STATE';
    const valid = item.votes.filter(({ over }) => over !== 'VOID');
    if (valid.some(({ over }) => !over)) return 'SESSION_VOTE_OPEN';
    if (valid.some((vote) => vote.body === body)) return 'SESSION_VOTED';
    if (body === SessionBody.COUNCIL && item.deciding !== DecidingBody.STANDING_COUNCIL) return 'SESSION_NO_COUNCIL';
    if (body === SessionBody.COUNCIL && !valid.some(({ passed }) => passed)) return 'SESSION_PARTY_FIRST';
    const roster = this.roster(body, item);
    const standing = standingOf(roster, asked[body]);
    if (!standing.canVote) return 'SESSION_NO_QUORUM';
    if (beforeVote(roster, item.order).length) return 'SESSION_SPEAKING_ROUND';
    const voters = roster.filter((seat) => isThere(seat) && !seat.recused).map(({ at }) => at);
    item.votes.push({ body, voters, standing, cast: new Map(), over: null, passed: null });
    return null;
  }

  private count(vote: ModelVote): null {
    vote.over = 'COUNTED';
    vote.passed = votesFor(vote, VoteChoice.FOR) >= vote.standing.needed;
    return null;
  }

  private conclude(opinion: OpinionKind): string | null {
    const item = this.current;
    if (!item) return 'SESSION_ITEM_STATE';
    const votes = item.votes.filter(({ over }) => over !== 'VOID');
    const fault = faultOfConclusion({ matter: true, opinion, text: '理由', votes });
    if (fault) return reasons[fault]!;
    item.state = CONCLUDED;
    become(item, 'review', { state: MatterState.REVIEWED, opinion });
    const outcome = outcomeOf(votes);
    if (outcome) become(item, 'forward', { state: MatterState.FORWARDED });
    if (outcome) become(item, 'decide', { state: MatterState.DECIDED, outcome });
    return null;
  }

  private close(): string | null {
    if (this.current) return 'SESSION_ITEM_CURRENT';
    this.open = false;
    for (const item of this.items) {
      const back = { state: MatterState.ACCEPTED, opinion: null };
      if (item.state === CONCLUDED && item.matter.opinion === OpinionKind.DEFER) become(item, 'resume', back);
      if (item.state !== WAITING) continue;
      item.state = REMOVED;
      become(item, 'unschedule', back);
    }
    return null;
  }
}

export const votesFor = ({ cast }: ModelVote, choice: VoteChoice): number =>
  [...cast.values()].filter((each) => each === choice).length;

const reasons: Readonly<Record<string, string>> = {
  VOTE_OPEN: 'SESSION_VOTE_OPEN',
  AGREE_NEEDS_VOTE: 'SESSION_AGREE_NEEDS_VOTE',
  AGAINST_VOTE: 'SESSION_OPINION_AGAINST_VOTE',
};

function cast(vote: ModelVote, seat: number, choice: VoteChoice): string | null {
  if (!vote.voters.includes(seat)) return 'NOT_A_VOTER';
  const before = vote.cast.get(seat);
  if (before && before !== choice) return 'VOTED_ALREADY';
  vote.cast.set(seat, choice);
  return null;
}

/** Only as the state machine of matters allows. */
function become(item: ModelItem, act: MatterAct, set: Partial<ModelItem['matter']>): void {
  const { matter } = item;
  if (!possible(act, { ...matter, reviewRequired: true })) throw new Error(`No ${act} of what is ${matter.state}`);
  item.matter = { ...matter, ...set };
}
