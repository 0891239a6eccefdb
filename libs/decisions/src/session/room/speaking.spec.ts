import { SpeakingOrder } from '../../review-rule/review-rule.enums';
import { SeatAttendance } from '../session.enums';
import { beforeChair, beforeVote, nextSpeaker, type Speaker } from './speaking';

const { CHAIR_LAST, EVERYONE_CHAIR_LAST } = SpeakingOrder;
const seat = (id: string, more: Partial<Speaker> = {}): Speaker => ({
  ...{ id, chair: false, attendance: SeatAttendance.PRESENT, recused: false, spoke: false },
  ...more,
});
const ids = (seats: readonly Speaker[]): string[] => seats.map(({ id }) => id);

describe('the order in which members speak', () => {
  const roster = [
    seat('chair', { chair: true }),
    seat('b', { spoke: true }),
    seat('c', { recused: true }),
    seat('d', { attendance: SeatAttendance.ON_LEAVE }),
    seat('e', { attendance: SeatAttendance.REMOTE }),
    seat('f', { attendance: SeatAttendance.EXPECTED }),
    seat('g'),
  ];

  it('ends with the chair, without those who are recused or not there', () => {
    expect(ids(beforeChair(roster))).toEqual(['e', 'g']);
    expect(ids(beforeVote(roster, EVERYONE_CHAIR_LAST))).toEqual(['e', 'g', 'chair']);
    expect(nextSpeaker(roster, EVERYONE_CHAIR_LAST)).toBe('e');
  });

  it('is the turn of the chair when all others have spoken, and of nobody after that', () => {
    const others = roster.map((one) => ({ ...one, spoke: !one.chair }));
    expect(nextSpeaker(others, EVERYONE_CHAIR_LAST)).toBe('chair');
    expect(
      nextSpeaker(
        others.map((one) => ({ ...one, spoke: true })),
        EVERYONE_CHAIR_LAST,
      ),
    ).toBeNull();
  });

  it('is no condition of a vote where not everybody states a view', () => {
    expect(beforeVote(roster, CHAIR_LAST)).toEqual([]);
    expect(nextSpeaker(roster, CHAIR_LAST)).toBeNull();
  });
});
