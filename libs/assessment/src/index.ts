import { cycleEntities, cycleModels } from './cycle';
import { letterEntities, letterModels } from './letter';
import { resultEntities, resultModels } from './result';
import { schemeEntities, schemeModels } from './scheme';
import { scoringEntities, scoringModels } from './scoring';
import { voteEntities } from './vote';
import { weakEntities } from './weak';

/** Tables of this area, for the data source. */
export const assessmentEntities = [
  ...schemeEntities,
  ...cycleEntities,
  ...scoringEntities,
  ...voteEntities,
  ...resultEntities,
  ...letterEntities,
  ...weakEntities,
];

/** How the types of this area are read, for the reader. */
export const assessmentModels = [...schemeModels, ...cycleModels, ...scoringModels, ...resultModels, ...letterModels];

export { AssessmentModule } from './assessment.module';
export { IssueLetters, LetterFiles } from './letter';
export { ReplayCycle, runAssessment } from './replay';
export { handedOver, type HandedOver } from './weak';
export { coverageOf } from './cycle/coverage';
export {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  AssessmentStageEntity,
  AssessmentStepEntity,
  MetricSnapshotEntity,
} from './cycle/cycle.entity';
export { AssessmentStepKind, CycleStage, cycleStages, GroupBy, Participation } from './cycle/cycle.enums';
export { figuresOf } from './cycle/figures-of';
export { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme/scheme.entity';
export { Schemes } from './scheme/schemes';
export { AssessmentSubject, SchemeVersionState } from './scheme/scheme.enums';
export { ScoreSource, ScoreWorkbooks } from './scoring';
export { OwnVotes as OwnAssessmentVotes } from './vote';
export { AssessmentVoteEntity } from './vote/vote.entity';
export { AssessmentBallotEntity, AssessmentScoreEntity } from './scoring/scoring.entity';
export { AssessmentCycleModel, AssessmentModel } from './cycle/cycle.read-model';
export { finalOf } from './result/publish-notice';
export { AssessmentObjectionEntity } from './result/result.entity';
export { ComputedBecause, NoticeField, ObjectionState } from './result/result.enums';
export { Results } from './result/results';
export * from './engine';
export { type ShippedScheme, shippedSchemes } from './shipped';
