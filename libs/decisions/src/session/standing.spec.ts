import { MajorityBase } from '../review-rule/review-rule.enums';
import { SeatAttendance } from './session.enums';
import { standingOf, type Asked } from './standing';

const half: Asked = { presence: '>= 1/2', majorityBase: MajorityBase.ENTITLED, majority: '> 1/2' };
const personnel: Asked = { ...half, presence: '>= 2/3' };
const council: Asked = { presence: '>= 2/3', majorityBase: MajorityBase.PRESENT, majority: '>= 2/3' };

const roster = (entitled: number, there: number, recusedThere = 0, recusedAway = 0) =>
  Array.from({ length: entitled }, (_, n) => ({
    attendance: n < there ? (n % 2 ? SeatAttendance.PRESENT : SeatAttendance.REMOTE) : SeatAttendance.ON_LEAVE,
    recused: n < recusedThere || n >= entitled - recusedAway,
  }));

it.each([
  // exactly half may vote, one fewer may not
  [half, 8, 4, 0, 0, { entitled: 8, present: 4, presenceNeeded: 4, canVote: true, base: 8, needed: 5 }],
  [half, 8, 3, 0, 0, { entitled: 8, present: 3, presenceNeeded: 4, canVote: false, base: 8, needed: 5 }],
  [half, 7, 4, 0, 0, { entitled: 7, present: 4, presenceNeeded: 4, canVote: true, base: 7, needed: 4 }],
  [half, 8, 5, 0, 0, { entitled: 8, present: 5, presenceNeeded: 4, canVote: true, base: 8, needed: 5 }],
  // recusal lowers both, whether those recused are there or not
  [half, 8, 4, 1, 0, { entitled: 7, present: 3, recused: 1, presenceNeeded: 4, canVote: false, base: 7, needed: 4 }],
  [half, 8, 4, 0, 2, { entitled: 6, present: 4, recused: 2, presenceNeeded: 3, canVote: true, base: 6, needed: 4 }],
  [personnel, 9, 6, 0, 0, { presenceNeeded: 6, canVote: true, needed: 5 }],
  [personnel, 9, 5, 0, 0, { presenceNeeded: 6, canVote: false }],
  [personnel, 8, 5, 0, 0, { presenceNeeded: 6, canVote: false }],
  [council, 9, 6, 0, 0, { presenceNeeded: 6, canVote: true, base: 6, needed: 4 }],
  [council, 9, 7, 0, 0, { base: 7, needed: 5 }],
  // nobody is no quorum of nobody
  [half, 2, 2, 2, 0, { entitled: 0, present: 0, canVote: false }],
] as const)(
  '%o: %i entitled, %i there, %i + %i recused',
  (asked, entitled, there, recusedThere, recusedAway, standing) => {
    expect(standingOf(roster(entitled, there, recusedThere, recusedAway), asked)).toMatchObject(standing);
  },
);

it('leaves those recused among those entitled where the rule of the house says so', () => {
  const counted = standingOf(roster(8, 5, 1), { ...half, recusedEntitled: true });
  expect(counted).toMatchObject({ entitled: 8, present: 4, recused: 1, base: 8, needed: 5, canVote: true });
});
