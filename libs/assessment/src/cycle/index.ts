import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  AssessmentStageEntity,
  AssessmentStepEntity,
  MetricSnapshotEntity,
} from './cycle.entity';

export const cycleEntities = [
  AssessmentCycleEntity,
  AssessmentStageEntity,
  AssessmentStepEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  MetricSnapshotEntity,
];
export const cycleModels = [] as const;

/** Cycles with their stages and whom they cover, for the providers of the assessment module. */
export const cycleProviders = [];
