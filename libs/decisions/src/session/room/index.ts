import './room.audited';
import { CastVotes } from './cast-votes';
import { CommitteeRules } from './committee-rules';
import { Conclusions } from './conclusions';
import { Recusals } from './recusals';
import { RoomFrame } from './room-frame';
import { RoomMutations } from './room-mutations.resolver';
import { RoomVoteMutations } from './room-vote-mutations.resolver';
import { RoomResolver } from './room.resolver';
import { RoomVotes } from './room-votes';
import { Rooms } from './rooms';
import { Seats } from './seats';
import { Sittings } from './sittings';
import { Views } from './views';

/** The room of a session, for the providers of the decisions module. */
export const roomProviders = [
  CastVotes,
  CommitteeRules,
  Conclusions,
  Recusals,
  RoomFrame,
  RoomMutations,
  RoomResolver,
  RoomVoteMutations,
  RoomVotes,
  Rooms,
  Seats,
  Sittings,
  Views,
];
