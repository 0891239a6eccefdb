import { cycleEntities, cycleModels } from './cycle';
import { resultEntities, resultModels } from './result';
import { schemeEntities, schemeModels } from './scheme';
import { scoringEntities, scoringModels } from './scoring';

/** Tables of this area, for the data source. */
export const assessmentEntities = [...schemeEntities, ...cycleEntities, ...scoringEntities, ...resultEntities];

/** How the types of this area are read, for the reader. */
export const assessmentModels = [...schemeModels, ...cycleModels, ...scoringModels, ...resultModels];

export { AssessmentModule } from './assessment.module';
export { AssessmentSheets, RecordVotes, SaveScores, ScoreSource, ScoreWorkbooks, SubmitSheet } from './scoring';
export { ConductCycle } from './cycle/conduct-cycle';
export { AssessmentCycleEntity, AssessmentEntity, AssessmentStageEntity } from './cycle/cycle.entity';
export { CycleStage, GroupBy, Participation } from './cycle/cycle.enums';
export { AssessmentCycleModel, AssessmentModel } from './cycle/cycle.read-model';
export { NameScorers } from './cycle/name-scorers';
export { OpenCycle } from './cycle/open-cycle';
export { ParticipationService } from './cycle/participation';
export { Snapshots } from './cycle/snapshots';
export * from './engine';
export { type ShippedScheme, shippedSchemes } from './shipped';
