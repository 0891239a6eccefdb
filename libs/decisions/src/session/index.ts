import { SessionVoterEntity } from './room/session-voter.entity';
import {
  ReviewSessionEntity,
  SessionItemEntity,
  SessionMemberEntity,
  SessionRecusalEntity,
  SessionViewEntity,
  SessionVoteEntity,
} from './session.entity';

export const sessionEntities = [
  ReviewSessionEntity,
  SessionMemberEntity,
  SessionItemEntity,
  SessionRecusalEntity,
  SessionViewEntity,
  SessionVoteEntity,
  SessionVoterEntity,
];
