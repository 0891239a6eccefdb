import { adviceEntities, adviceModels } from './advice';
import { dispatchEntities, dispatchModels } from './dispatch';
import { executionEntities, executionModels } from './execution';
import { matterEntities, matterModels } from './matter';
import { recordEntities, recordModels } from './record';
import { reviewRuleEntities, reviewRuleModels } from './review-rule';

/** Tables of this area, for the data source. */
export const decisionsEntities = [
  ...reviewRuleEntities,
  ...matterEntities,
  ...recordEntities,
  ...adviceEntities,
  ...executionEntities,
  ...dispatchEntities,
];

/** How the types of this area are read, for the reader. */
export const decisionsModels = [
  ...reviewRuleModels,
  ...matterModels,
  ...recordModels,
  ...adviceModels,
  ...executionModels,
  ...dispatchModels,
];

export { DispatchEntity, DispatchStepEntity } from './dispatch/dispatch.entity';
export { DispatchKind, DispatchOutcome, DispatchState, DispatchStepKind } from './dispatch/dispatch.enums';
export { DispatchModel } from './dispatch/dispatch.read-model';
export { MatterAdviceEntity } from './advice/advice.entity';
export { AdviceKind, AdviceStance, AdviceState } from './advice/advice.enums';
export { OwnAdviceList } from './advice/own-advice';
export { MatterReadiness } from './advice/readiness';
export { earliestSession, SessionRequirement, whatIsMissing } from './advice/what-is-missing';
export { MatterReportFiles } from './execution/matter-report-files';
export { MatterReportEntity } from './execution/matter-report.entity';
export { DecisionsModule } from './decisions.module';
export { contentHash, differences, type MatterContent } from './matter/matter-content';
export { MatterEntity, MatterMaterialEntity, MatterVersionEntity } from './matter/matter.entity';
export { CouncilItemEntity } from './matter/matter.entity';
export { CouncilOutcome, MatterState, OpinionKind } from './matter/matter.enums';
export { MatterMaterials } from './matter/materials';
export { MatterModel } from './matter/matter.read-model';
export { runDecisions } from './record/decisions.command';
export { MatterRecordKind } from './record/matter-record.enums';
export { MatterRecords, type MatterEvent } from './record/matter-records';
export { DecidingBody, MatterCategory } from './review-rule/review-rule.enums';
export { VerifyRecords } from './record/verify-records';
export { ReviewRules } from './review-rule/review-rules';
