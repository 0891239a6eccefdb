import { SpeakingOrder } from '../../review-rule/review-rule.enums';
import { SeatAttendance } from '../session.enums';

/** Somebody on the roster of one body, as far as speaking on an item goes. */
export interface Speaker {
  readonly id: string;
  readonly chair: boolean;
  readonly attendance: SeatAttendance;
  readonly recused: boolean;
  /** has spoken, in the room */
  readonly spoke: boolean;
}

/** Whether somebody is there, in the room or from elsewhere. */
export const isThere = ({ attendance }: { readonly attendance: SeatAttendance }): boolean =>
  attendance === SeatAttendance.PRESENT || attendance === SeatAttendance.REMOTE;

/** Who is there, takes part and has not spoken: in the order of the roster, the chair last. */
export function yetToSpeak<S extends Speaker>(roster: readonly S[]): S[] {
  const silent = roster.filter((seat) => isThere(seat) && !seat.recused && !seat.spoke);
  return [...silent.filter(({ chair }) => !chair), ...silent.filter(({ chair }) => chair)];
}

/** Who must speak before the chair does, on every matter. */
export const beforeChair = <S extends Speaker>(roster: readonly S[]): S[] =>
  yetToSpeak(roster).filter(({ chair }) => !chair);

/** Who must speak before there can be a vote. */
export const beforeVote = <S extends Speaker>(roster: readonly S[], order: SpeakingOrder): S[] =>
  order === SpeakingOrder.EVERYONE_CHAIR_LAST ? yetToSpeak(roster) : [];

/** Whose turn it is where everybody states a view. */
export const nextSpeaker = (roster: readonly Speaker[], order: SpeakingOrder): string | null =>
  beforeVote(roster, order)[0]?.id ?? null;
