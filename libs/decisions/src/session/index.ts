import { AskForPack } from './ask-for-pack';
import { ChangeSession } from './change-session';
import { OwnSessions } from './own-sessions';
import { RosterCandidates } from './roster-candidates';
import { SeatsOfPersons } from './seats-of-persons';
import { SessionAgenda } from './session-agenda';
import { SessionMutations } from './session-mutations.resolver';
import { SessionNotices } from './session-notices';
import { SessionPreparations } from './session-preparations';
import { SessionRosters } from './session-rosters';
import { SessionVoterEntity } from './room/session-voter.entity';
import {
  ReviewSessionEntity,
  SessionItemEntity,
  SessionMemberEntity,
  SessionRecusalEntity,
  SessionViewEntity,
  SessionVoteEntity,
} from './session.entity';
import { ReviewSessionModel, SessionAbilitiesModel, SessionItemModel, SessionMemberModel } from './session.read-model';
import { SessionResolver } from './session.resolver';
import { SessionService } from './session.service';
import { WaitingMatters } from './waiting-matters';
import { WithdrawnMatters } from './withdrawn-matters';

export const sessionEntities = [
  ReviewSessionEntity,
  SessionMemberEntity,
  SessionItemEntity,
  SessionRecusalEntity,
  SessionViewEntity,
  SessionVoteEntity,
  SessionVoterEntity,
];

/** How sessions are read, for the reader. */
export const sessionModels = [ReviewSessionModel, SessionItemModel, SessionMemberModel, SessionAbilitiesModel];

/** Planning of sessions, for the providers of the decisions module. */
export const sessionProviders = [
  AskForPack,
  ChangeSession,
  OwnSessions,
  RosterCandidates,
  SeatsOfPersons,
  SessionAgenda,
  SessionMutations,
  SessionNotices,
  SessionPreparations,
  SessionResolver,
  SessionRosters,
  SessionService,
  WaitingMatters,
  WithdrawnMatters,
];
