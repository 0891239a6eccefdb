import {
  bodiesOf,
  countsRecused,
  isCasting,
  screenOf,
  shareOf,
  speakersOf,
  type Current,
  type Room,
  type Seat,
  type Standing,
  type Vote,
} from './room-view';

const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  id,
  name: id,
  post: '',
  chair: false,
  attendance: 'PRESENT',
  mine: false,
  hasAccount: true,
  ...more,
});

const standing = (more: Partial<Standing> = {}): Standing => ({
  body: 'PARTY',
  entitled: 8,
  present: 8,
  recused: 1,
  presence: '>= 2/3',
  presenceNeeded: 6,
  majority: '> 1/2',
  majorityBase: 'ENTITLED',
  canVote: true,
  base: 8,
  needed: 5,
  ...more,
});

const vote = (more: Partial<Vote> = {}): Vote => ({
  id: 'v',
  body: 'PARTY',
  secrecy: 'SECRET',
  phase: 'CASTING',
  ballotId: 'b',
  entitled: 8,
  present: 8,
  recused: 1,
  base: 8,
  needed: 5,
  issued: 8,
  cast: 6,
  named: [],
  inFavour: null,
  against: null,
  abstained: null,
  passed: null,
  publishedHash: null,
  publishedUrl: null,
  mine: null,
  ...more,
});

const current = (more: Partial<Current> = {}): Current => ({
  itemId: 'i',
  version: 1,
  background: '',
  options: '',
  rule: null,
  standings: [standing()],
  recusals: [],
  hints: [],
  views: [],
  nextSpeaker: null,
  votes: [],
  ...more,
});

const room = (now: Current | null, seats: Seat[] = []): Room => ({
  id: 's',
  version: 1,
  title: '第 12 次党委会',
  state: 'OPEN',
  reviewingBody: 'FUNCTIONAL_COMMITTEE',
  joint: false,
  startsAt: '2026-09-18T07:00:00Z',
  place: '',
  now: '2026-09-18T08:24:00Z',
  rosters: [{ body: 'PARTY', entitled: 8, present: 8, seats }],
  items: [],
  current: now,
  viewerCan: { conduct: true, attend: false },
});

const blocks = (now: Current) => bodiesOf(now).map(({ body, blocked }) => [body, blocked]);

describe('a body before its vote', () => {
  it('can vote when enough are there, everybody has spoken and, for the council, the party body has agreed', () => {
    expect(blocks(current())).toEqual([['PARTY', null]]);
    expect(blocks(current({ standings: [standing({ canVote: false })], nextSpeaker: 'a' }))).toEqual([
      ['PARTY', 'quorum'],
    ]);
    expect(blocks(current({ nextSpeaker: 'a' }))).toEqual([['PARTY', 'speaking']]);
  });

  it('stands after the party body, whatever the order they came in', () => {
    const both = [standing({ body: 'COUNCIL' }), standing()];
    const closed = vote({ phase: 'CLOSED', passed: true });
    expect(blocks(current({ standings: both }))).toEqual([
      ['PARTY', null],
      ['COUNCIL', 'partyFirst'],
    ]);
    expect(blocks(current({ standings: both, votes: [vote()] }))[1]).toEqual(['COUNCIL', 'partyFirst']);
    expect(blocks(current({ standings: both, votes: [{ ...closed, passed: false }] }))[1]).toEqual([
      'COUNCIL',
      'partyFirst',
    ]);
    expect(blocks(current({ standings: both, votes: [closed] }))[1]).toEqual(['COUNCIL', null]);
  });
});

it('tells a house that counts those recused as entitled from one that does not', () => {
  const [eight] = bodiesOf(current());
  const [seven] = bodiesOf(current({ standings: [standing({ entitled: 7 })] }));
  const [none] = bodiesOf(current({ standings: [standing({ recused: 0 })] }));
  expect([eight!, seven!, none!].map((facts) => countsRecused(room(current()), facts))).toEqual([true, false, false]);
});

describe('a vote', () => {
  it('stands on the numbers it was opened with, not on who is there now', () => {
    const [facts] = bodiesOf(current({ standings: [standing({ present: 7, canVote: false })], votes: [vote()] }));
    expect(facts).toMatchObject({ present: 8, needed: 5, cast: 6, missing: 2, blocked: null });
  });

  it('that was given up is as if it had not been', () => {
    const [facts] = bodiesOf(current({ votes: [vote({ phase: 'VOID' })] }));
    expect(facts).toMatchObject({ vote: null, cast: 0, missing: 8 });
  });

  it('makes the room be asked for again and again only while votes come in', () => {
    const phases = (['ISSUING', 'CASTING', 'CLOSED', 'VOID'] as const).filter((phase) =>
      isCasting(room(current({ votes: [vote({ phase })] }))),
    );
    expect(phases).toEqual(['CASTING']);
    expect([isCasting(room(null)), isCasting(null)]).toEqual([false, false]);
  });
});

it('asks to speak as on the roster, the chair last, without those recused or away', () => {
  const seats = [
    seat('chair', { chair: true }),
    seat('one'),
    seat('recused'),
    seat('away', { attendance: 'ABSENT' }),
    seat('letter', { attendance: 'ON_LEAVE' }),
    seat('far', { attendance: 'REMOTE' }),
  ];
  const now = current({
    recusals: [{ id: 'r', seatId: 'recused', source: 'DECLARED', reason: '亲属' }],
    views: [
      { seatId: 'one', kind: 'SPOKEN', text: '', at: '2026-09-18T08:00:00Z' },
      { seatId: 'letter', kind: 'WRITTEN', text: '同意', at: '2026-09-18T08:00:00Z' },
    ],
  });
  expect(speakersOf(room(now, seats), now).map((each) => [each.seat.id, each.spoken, each.written])).toEqual([
    ['one', true, false],
    ['letter', false, true],
    ['far', false, false],
    ['chair', false, false],
  ]);
});

it('has words for the shares that rules ask for, and figures for others', () => {
  expect(shareOf('>= 2/3')).toEqual({ than: 'atLeast', of: 'twoThirds', figure: '2/3' });
  expect(shareOf('> 1/2')).toEqual({ than: 'moreThan', of: 'half', figure: '1/2' });
  expect(shareOf('>= 5/9')).toEqual({ than: 'atLeast', of: 'other', figure: '5/9' });
});

it.each([
  [null, true, false, 'conduct'],
  [null, true, true, 'conduct'],
  ['member', true, true, 'member'],
  ['member', true, false, 'conduct'],
  [null, false, true, 'member'],
  ['conduct', false, true, 'member'],
  ['wall', false, true, 'wall'],
  ['wall', true, true, 'wall'],
  // who only reads sessions sees what everybody in the room sees
  [null, false, false, 'wall'],
  ['member', false, false, 'wall'],
])('shows for ?screen=%s, conducting %s, attending %s: %s', (asked, conduct, attend, screen) => {
  expect(screenOf(asked, { conduct, attend })).toBe(screen);
});
