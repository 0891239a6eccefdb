import { AssessmentBallotEntity, AssessmentScoreEntity } from './scoring.entity';

export const scoringEntities = [AssessmentScoreEntity, AssessmentBallotEntity];
export const scoringModels = [] as const;

/** What is said of each indicator, for the providers of the assessment module. */
export const scoringProviders = [];

export { inputsOf, type Assessed } from './inputs-of';
