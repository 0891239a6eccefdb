import fc from 'fast-check';
import { OpinionKind } from '../matter/matter.enums';
import { SeatAttendance, SessionBody, VoteChoice } from '../session/session.enums';
import type { Command } from './room-model';

/** Histories of a room with so many seats and items, with more of what leads somewhere than chance would have. */
export function histories(seats: number, items: number, maxLength: number): fc.Arbitrary<Command[]> {
  const seat = fc.nat(seats - 1);
  const { PRESENT, REMOTE, ON_LEAVE, ABSENT } = SeatAttendance;
  const attendance = fc.constantFrom(PRESENT, PRESENT, PRESENT, PRESENT, REMOTE, ON_LEAVE, ABSENT);
  const choice = fc.constantFrom(
    VoteChoice.FOR,
    VoteChoice.FOR,
    VoteChoice.FOR,
    VoteChoice.AGAINST,
    VoteChoice.ABSTAIN,
  );
  const opinion = fc.constantFrom(OpinionKind.AGREE, OpinionKind.AGREE, ...Object.values(OpinionKind));
  const body = fc.constantFrom(SessionBody.PARTY, SessionBody.COUNCIL);
  const one = (kind: 'count' | 'void' | 'close') => fc.constant({ do: kind } as const);
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('mark' as const), seat, attendance }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('call' as const), item: fc.nat(items - 1) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('recuse' as const), seat }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), seat }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('speak' as const), seat }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('openVote' as const), body }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('cast' as const), seat, choice }) },
    { weight: 2, arbitrary: one('count') },
    { weight: 1, arbitrary: one('void') },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('conclude' as const), opinion }) },
    { weight: 1, arbitrary: one('close') },
  );
  // what takes many steps in a row, so that votes are passed and lost and not only begun
  const seatsOfAll = Array.from({ length: seats }, (_, at) => at);
  const vote = fc
    .tuple(body, fc.array(choice, { minLength: seats, maxLength: seats }), fc.boolean())
    .map(([whose, choices, counted]): Command[] => [
      { do: 'openVote', body: whose },
      ...seatsOfAll.map((at): Command => ({ do: 'cast', seat: at, choice: choices[at]! })),
      ...(counted ? [{ do: 'count' } as const] : []),
    ]);
  const round = fc.constant(seatsOfAll.toReversed().map((at): Command => ({ do: 'speak', seat: at })));
  const segment = fc.oneof(
    { weight: 8, arbitrary: command.map((each) => [each]) },
    { weight: 2, arbitrary: vote },
    { weight: 1, arbitrary: round },
  );
  const everybody = Array.from({ length: seats }, (_, at): Command => ({ do: 'mark', seat: at, attendance: PRESENT }));
  const begin: Command[] = [{ do: 'call', item: 0 }];
  return fc
    .tuple(fc.subarray(everybody), fc.array(segment, { minLength: 3, maxLength }))
    .map(([there, rest]) => [...there, ...begin, ...rest.flat()]);
}
