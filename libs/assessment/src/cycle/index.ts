import { ChangeCycle } from './change-cycle';
import { ConductCycle } from './conduct-cycle';
import { CycleGaps } from './cycle-gaps';
import { CycleMutations } from './cycle-mutations.resolver';
import { CycleOverview } from './cycle-overview';
import { ConductedCycleModel } from './conducted-cycle.read-model';
import './cycle.audited';
import {
  AssessmentCycleEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  AssessmentStageEntity,
  AssessmentStepEntity,
  MetricSnapshotEntity,
} from './cycle.entity';
import {
  AssessedCycleModel,
  AssessmentAbilitiesModel,
  AssessmentCycleModel,
  AssessmentModel,
  AssessmentStageModel,
  AssessmentStepModel,
  CycleAbilitiesModel,
  CycleSchemeModel,
  ExpertScoreModel,
  ReadingJobModel,
  SchemeOfCycleModel,
} from './cycle.read-model';
import { CycleResolver } from './cycle.resolver';
import { DissolvedMeanwhile } from './dissolved-meanwhile';
import { DueAssessments } from './due-assessments';
import { MoveCycle } from './move-cycle';
import { NameScorers } from './name-scorers';
import { OpenCycle } from './open-cycle';
import { ParticipationService } from './participation';
import { Snapshots } from './snapshots';

export const cycleEntities = [
  AssessmentCycleEntity,
  AssessmentStageEntity,
  AssessmentStepEntity,
  AssessmentEntity,
  AssessmentScorerEntity,
  MetricSnapshotEntity,
];
export const cycleModels = [
  AssessedCycleModel,
  AssessmentAbilitiesModel,
  AssessmentCycleModel,
  AssessmentModel,
  AssessmentStageModel,
  AssessmentStepModel,
  ConductedCycleModel,
  CycleAbilitiesModel,
  CycleSchemeModel,
  ExpertScoreModel,
  ReadingJobModel,
  SchemeOfCycleModel,
] as const;

/** Cycles with their stages and whom they cover, for the providers of the assessment module. */
export const cycleProviders = [
  ChangeCycle,
  ConductCycle,
  CycleGaps,
  CycleMutations,
  CycleOverview,
  CycleResolver,
  DissolvedMeanwhile,
  DueAssessments,
  MoveCycle,
  NameScorers,
  OpenCycle,
  ParticipationService,
  Snapshots,
];
