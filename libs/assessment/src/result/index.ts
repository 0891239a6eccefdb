import { AssessmentAdjustmentEntity, AssessmentObjectionEntity, AssessmentResultEntity } from './result.entity';

export const resultEntities = [AssessmentResultEntity, AssessmentAdjustmentEntity, AssessmentObjectionEntity];
export const resultModels = [] as const;

/** What came of a cycle, for the providers of the assessment module. */
export const resultProviders = [];
