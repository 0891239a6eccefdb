import { BallotEntity, BallotGroupEntity, BallotPaperEntity, BallotVoterEntity } from './ballot.entity';

/** Tables of this area, for the data source. */
export const ballotEntities = [BallotEntity, BallotGroupEntity, BallotVoterEntity, BallotPaperEntity];

export { BallotEntity, type BallotState, type Secrecy } from './ballot.entity';
export { VotePhase } from './ballot.enums';
export { ballotErrors } from './ballots.errors';
export { Ballots, secrecyFloor, type NewBallot } from './ballots';
export { BallotsModule } from './ballots.module';
export type { BallotResult } from './count';
export { VoteCredential } from './credential.type';
export { Credentials } from './credentials';
export { NamedVotes } from './named-votes';
export { Papers } from './papers';
export { canonical, recount, type Answers, type Counts, type PublishedBallot, type Question } from './recount';
export { recountFiles } from './recount-script';
export { BallotReports, type BallotProgress } from './progress';
