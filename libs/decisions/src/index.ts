import { dispatchEntities, dispatchModels } from './dispatch';
import { matterEntities, matterModels } from './matter';
import { recordEntities, recordModels } from './record';
import { reviewRuleEntities, reviewRuleModels } from './review-rule';

/** Tables of this area, for the data source. */
export const decisionsEntities = [...reviewRuleEntities, ...matterEntities, ...recordEntities, ...dispatchEntities];

/** How the types of this area are read, for the reader. */
export const decisionsModels = [...reviewRuleModels, ...matterModels, ...recordModels, ...dispatchModels];

export { DispatchEntity, DispatchStepEntity } from './dispatch/dispatch.entity';
export { DispatchKind, DispatchOutcome, DispatchState, DispatchStepKind } from './dispatch/dispatch.enums';
export { DispatchFiles } from './dispatch/dispatch-files';
export { DispatchModel } from './dispatch/dispatch.read-model';
export { DecisionsModule } from './decisions.module';
export { contentHash, differences, type MatterContent } from './matter/matter-content';
export { MatterEntity, MatterMaterialEntity, MatterVersionEntity } from './matter/matter.entity';
export { MatterState } from './matter/matter.enums';
export { MatterMaterials } from './matter/materials';
export { MatterModel } from './matter/matter.read-model';
export { runDecisions } from './record/decisions.command';
export { MatterRecordKind } from './record/matter-record.enums';
export { MatterRecords, type MatterEvent } from './record/matter-records';
export { MatterCategory } from './review-rule/review-rule.enums';
export { VerifyRecords } from './record/verify-records';
export { ReviewRules } from './review-rule/review-rules';
