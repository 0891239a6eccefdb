import type {
  RoomCurrentFactsFragment,
  RoomFactsFragment,
  RoomSeatFactsFragment,
  SessionBody,
} from '../../generated/graphql';

export type Room = RoomFactsFragment;
export type Current = RoomCurrentFactsFragment;
export type Seat = RoomSeatFactsFragment;
export type Vote = Current['votes'][number];
export type Standing = Current['standings'][number];

/** What a body's part of the screen stands on. */
export interface BodyFacts {
  readonly body: SessionBody;
  /** as when the vote was opened, else as it is now */
  readonly entitled: number;
  readonly present: number;
  readonly recused: number;
  readonly presenceNeeded: number;
  /** shares, as rules write them; each body has its own */
  readonly presence: string;
  readonly majority: string;
  readonly majorityBase: Standing['majorityBase'];
  readonly base: number;
  readonly needed: number;
  /** the latest that was not given up */
  readonly vote: Vote | null;
  /** votes that are in, and that are not */
  readonly cast: number;
  readonly missing: number;
  readonly blocked: Blocked | null;
}

/** Why a body cannot vote yet. */
export type Blocked = 'quorum' | 'speaking' | 'partyFirst';

export const isThere = ({ attendance }: Pick<Seat, 'attendance'>): boolean =>
  attendance === 'PRESENT' || attendance === 'REMOTE';

export const isRunning = (vote: Pick<Vote, 'phase'> | null): boolean =>
  vote?.phase === 'ISSUING' || vote?.phase === 'CASTING';

/** Whether votes come in that tell no event: the room is asked for again and again. */
export const isCasting = (room: Room | null | undefined): boolean =>
  room?.current?.votes.some(({ phase }) => phase === 'CASTING') ?? false;

export const seatsOf = (room: Room, body?: SessionBody): Seat[] =>
  room.rosters.filter((roster) => !body || roster.body === body).flatMap(({ seats }) => seats);

export const itemOf = (room: Room) => room.items.find(({ id }) => id === room.current?.itemId) ?? null;

/** How each body stands to the current item, the party body first; of what is only heard none. */
export const bodiesOf = (current: Current): BodyFacts[] =>
  current.standings.map((standing) => bodyOf(current, standing)).sort((a, b) => rank(a) - rank(b));

const rank = ({ body }: { body: SessionBody }): number => (body === 'PARTY' ? 0 : 1);

function bodyOf(current: Current, standing: Standing): BodyFacts {
  const vote = current.votes.find(({ body, phase }) => body === standing.body && phase !== 'VOID') ?? null;
  // who arrives or leaves once a vote is open changes nothing
  const { entitled, present, recused, base, needed } = vote ?? standing;
  const cast = vote?.cast ?? 0;
  return {
    body: standing.body,
    presenceNeeded: standing.presenceNeeded,
    presence: standing.presence,
    majority: standing.majority,
    majorityBase: standing.majorityBase,
    entitled,
    present,
    recused,
    base,
    needed,
    vote,
    cast,
    missing: Math.max(0, present - cast),
    blocked: vote ? null : blockedBy(current, standing),
  };
}

function blockedBy(current: Current, { body, canVote }: Standing): Blocked | null {
  if (!canVote) return 'quorum';
  if (current.nextSpeaker !== null) return 'speaking';
  if (body === 'PARTY') return null;
  const party = current.votes.find((vote) => vote.body === 'PARTY' && vote.phase === 'CLOSED');
  return party?.passed ? null : 'partyFirst';
}

export const recusedFrom = (current: Current): ReadonlySet<string> =>
  new Set(current.recusals.map(({ seatId }) => seatId));

/** Who takes part in the item, in the order in which they are asked to speak: as on the roster, the chair last. */
export function speakersOf(room: Room, current: Current): { seat: Seat; spoken: boolean; written: boolean }[] {
  const recused = recusedFrom(current);
  const kinds = new Map(current.views.map(({ seatId, kind }) => [seatId, kind]));
  return current.standings
    .flatMap(({ body }) => seatsOf(room, body))
    .filter(({ id }) => !recused.has(id))
    .map((seat) => ({
      seat,
      spoken: kinds.get(seat.id) === 'SPOKEN',
      written: kinds.get(seat.id) === 'WRITTEN',
    }))
    .filter(({ seat, spoken, written }) => isThere(seat) || spoken || written)
    .sort((a, b) => Number(a.seat.chair) - Number(b.seat.chair));
}

/** Whether those recused are entitled all the same, which the house may rule: then the whole roster is. */
export const countsRecused = (room: Room, { body, entitled, recused }: BodyFacts): boolean =>
  recused > 0 && room.rosters.some((roster) => roster.body === body && roster.entitled === entitled);

/** One's own seats that do not take part as they should: those that are not signed in. */
export const unsigned = (room: Room): Seat[] => seatsOf(room).filter((seat) => seat.mine && !isThere(seat));

/** A share as rules write it: which words it has, and its figure for those that have none. */
export function shareOf(share: string): {
  than: 'atLeast' | 'moreThan';
  of: 'half' | 'twoThirds' | 'threeQuarters' | 'other';
  figure: string;
} {
  const [, sign, figure = share] = /^(>=|>)\s*(.+)$/.exec(share.trim()) ?? [];
  const names = { '1/2': 'half', '2/3': 'twoThirds', '3/4': 'threeQuarters' } as const;
  const compact = figure.replaceAll(' ', '');
  return {
    than: sign === '>' ? 'moreThan' : 'atLeast',
    of: compact in names ? names[compact as keyof typeof names] : 'other',
    figure: compact,
  };
}

export type Screen = 'wall' | 'conduct' | 'member';

/** What the address asks for, as far as one may have it; whoever conducts does so unless they ask for their own seat. */
export function screenOf(
  asked: string | null,
  { conduct, attend }: Pick<Room['viewerCan'], 'conduct' | 'attend'>,
): Screen {
  if (asked === 'wall') return 'wall';
  if (attend && (asked === 'member' || !conduct)) return 'member';
  return conduct ? 'conduct' : 'wall';
}
