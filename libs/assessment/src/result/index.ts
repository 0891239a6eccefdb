import { CompareAssessed } from './compare-assessed';
import { ComputeJob } from './compute-job';
import { Moderate } from './moderate';
import { Objections } from './objections';
import { PublishNotice } from './publish-notice';
import { ReadNotice } from './read-notice';
import { ReadResults } from './read-results';
import './result.audited';
import { AssessmentAdjustmentEntity, AssessmentObjectionEntity, AssessmentResultEntity } from './result.entity';
import { ResultResolver } from './result.resolver';
import { Results } from './results';
import { ToSettle } from './to-settle';

export const resultEntities = [AssessmentResultEntity, AssessmentAdjustmentEntity, AssessmentObjectionEntity];
export const resultModels = [] as const;

/** What came of a cycle, for the providers of the assessment module. */
export const resultProviders = [
  CompareAssessed,
  ComputeJob,
  Moderate,
  Objections,
  PublishNotice,
  ReadNotice,
  ReadResults,
  ResultResolver,
  Results,
  ToSettle,
];
/** Of these, what is used outside. */
export const resultOffered = [Objections, PublishNotice, Results, Moderate];
