import { byId, mutation, type Area, type Target } from '../table';
import { at, conductorsOfSessions, everybody, readersOfSessions } from '../who';

const read = {
  of: 'tree',
  // by a seat everybody may; at sessions where one has none it is the reading that counts
  may: { ...at(everybody, []), ...readersOfSessions },
  because: ['sitting', 'ownSessions', 'hidden', 'association'],
} as const;
const conduct = { of: 'tree', may: conductorsOfSessions, because: ['sitting', 'association'] } as const;
const { ASSOCIATION_STAFF: _, ...onlyReaders } = readersOfSessions;
/** for those who conduct it, and for members as far as their own seats go: none of these is theirs */
const either = {
  of: 'tree',
  may: { ...at(everybody, []), ...conductorsOfSessions },
  known: onlyReaders,
  because: ['sitting', 'ownSessions', 'known', 'hidden', 'association'],
} as const;
/** for members alone; nobody here has a seat, and what comes of one is shown with the room */
const own = {
  of: 'tree',
  may: at(everybody, []),
  known: readersOfSessions,
  because: ['ownSessions', 'known', 'hidden', 'association'],
} as const;

const session = (target: Target) => target.thing('room');
const versioned = (target: Target) => ({ id: session(target).id, version: 99 });
const itemId = (target: Target) => target.thing('room item').id;
const seatId = (target: Target) => target.thing('room seat').id;
const voteId = (target: Target) => target.thing('room vote').id;
const reason = '亲属关系';
const over = ['SESSION_VOTE_OVER', 'BALLOT_STATE', 'SESSION_NOT_VOTING'];

export const rooms: Area = {
  title: 'Rooms of sessions',
  rows: [
    {
      ...read,
      operation: 'Query sessionRoom',
      ask: (target) => byId('sessionRoom', session(target).id, '{ title }'),
    },
    {
      ...read,
      operation: 'HTTP GET /files/ballots/:id.json',
      ask: (target) => ({ http: 'GET', path: `/files/ballots/${target.thing('room ballot').id}.json` }),
    },
    {
      ...conduct,
      operation: 'Mutation openSession',
      ask: (target) => mutation('openSession', versioned(target)),
      stopsAt: ['STALE_VERSION'],
    },
    {
      ...conduct,
      operation: 'Mutation closeSession',
      ask: (target) => mutation('closeSession', versioned(target)),
      stopsAt: ['STALE_VERSION'],
    },
    {
      ...conduct,
      operation: 'Mutation callSessionItem',
      ask: (target) => mutation('callSessionItem', { id: session(target).id, itemId: itemId(target) }),
      stopsAt: ['SESSION_ITEM_CURRENT'],
    },
    {
      ...conduct,
      operation: 'Mutation markSeats',
      ask: (target) =>
        mutation('markSeats', { id: session(target).id, marks: [{ seatId: seatId(target), attendance: 'PRESENT' }] }),
    },
    {
      ...own,
      operation: 'Mutation signInToSession',
      ask: (target) => mutation('signInToSession', { id: session(target).id, remote: false }),
    },
    {
      ...either,
      operation: 'Mutation recuseSeat',
      ask: (target) =>
        mutation('recuseSeat', { itemId: itemId(target), seatId: seatId(target), source: 'DIRECTED', reason }),
      stopsAt: ['SESSION_RECUSED_ALREADY'],
    },
    {
      ...conduct,
      operation: 'Mutation withdrawRecusal',
      ask: (target) => mutation('withdrawRecusal', { recusalId: target.thing('room recusal').id }),
      stopsAt: ['SESSION_VOTE_OPEN'],
    },
    {
      ...either,
      operation: 'Mutation stateView',
      ask: (target) => mutation('stateView', { itemId: itemId(target), seatId: seatId(target) }),
      stopsAt: ['SESSION_RECUSED'],
    },
    {
      ...either,
      operation: 'Mutation fileWrittenView',
      ask: (target) => mutation('fileWrittenView', { itemId: itemId(target), seatId: seatId(target), text: '同意' }),
      stopsAt: ['SESSION_RECUSED'],
    },
    {
      ...conduct,
      operation: 'Mutation openVote',
      ask: (target) => mutation('openVote', { itemId: itemId(target), version: 99, body: 'PARTY' }),
      stopsAt: ['STALE_VERSION'],
    },
    {
      ...own,
      operation: 'Mutation takeCredential',
      ask: (target) => mutation('takeCredential', { voteId: voteId(target), blinded: 'AAAA' }, '{ signature }'),
    },
    {
      ...conduct,
      operation: 'Mutation beginCasting',
      ask: (target) => mutation('beginCasting', { voteId: voteId(target) }),
      stopsAt: over,
    },
    {
      ...own,
      operation: 'Mutation castNamedVote',
      ask: (target) => mutation('castNamedVote', { voteId: voteId(target), choice: 'FOR' }),
    },
    {
      ...conduct,
      operation: 'Mutation recordNamedVotes',
      ask: (target) =>
        mutation('recordNamedVotes', { voteId: voteId(target), votes: [{ seatId: seatId(target), choice: 'FOR' }] }),
      stopsAt: over,
    },
    {
      ...conduct,
      operation: 'Mutation countVote',
      ask: (target) => mutation('countVote', { voteId: voteId(target) }),
      stopsAt: over,
    },
    {
      ...conduct,
      operation: 'Mutation voidVote',
      ask: (target) => mutation('voidVote', { voteId: voteId(target), reason }),
      stopsAt: over,
    },
    {
      ...conduct,
      operation: 'Mutation concludeSessionItem',
      ask: (target) =>
        mutation('concludeSessionItem', {
          itemId: itemId(target),
          version: 99,
          opinion: 'DEFER',
          opinionText: '待补充',
        }),
      stopsAt: ['STALE_VERSION'],
    },
  ],
};
