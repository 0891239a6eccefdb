import { ConductedVotes } from './conducted-votes';
import { DueVotes } from './due-votes';
import { OpenVote } from './open-vote';
import { OwnVotes } from './own-votes';
import { RunVotes } from './run-votes';
import './vote.audited';
import { AssessmentVoteEntity } from './vote.entity';
import { VoteFrame } from './vote-frame';
import { VoteResolver } from './vote.resolver';
import { VoteRows } from './vote-rows';
import { VotersNeeded } from './voters-needed';

export const voteEntities = [AssessmentVoteEntity];

/** Secret votes, for the providers of the assessment module. */
export const voteProviders = [
  ConductedVotes,
  DueVotes,
  OpenVote,
  OwnVotes,
  RunVotes,
  VoteFrame,
  VoteResolver,
  VoteRows,
  VotersNeeded,
];

export { OwnVotes };
