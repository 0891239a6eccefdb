import { adviceEntities, adviceModels } from './advice';
import { dispatchEntities, dispatchModels } from './dispatch';
import { executionEntities, executionModels } from './execution';
import { matterEntities, matterModels } from './matter';
import { numberModels } from './numbers';
import { papersEntities, papersModels } from './papers';
import { recordEntities, recordModels } from './record';
import { reviewRuleEntities, reviewRuleModels } from './review-rule';
import { sessionEntities, sessionModels } from './session';

/** Tables of this area, for the data source. */
export const decisionsEntities = [
  ...reviewRuleEntities,
  ...matterEntities,
  ...recordEntities,
  ...sessionEntities,
  ...adviceEntities,
  ...executionEntities,
  ...papersEntities,
  ...dispatchEntities,
];

/** How the types of this area are read, for the reader. */
export const decisionsModels = [
  ...reviewRuleModels,
  ...matterModels,
  ...recordModels,
  ...sessionModels,
  ...adviceModels,
  ...executionModels,
  ...papersModels,
  ...dispatchModels,
  ...numberModels,
];

export { attachmentsHash } from './dispatch/attachments-hash';
export { DispatchAttachmentEntity } from './dispatch/dispatch-attachment.entity';
export { DispatchAttachments } from './dispatch/dispatch-attachments';
export { DispatchEntity, DispatchStepEntity } from './dispatch/dispatch.entity';
export {
  DispatchKind,
  DispatchOutcome,
  DispatchPart,
  DispatchState,
  DispatchStepKind,
} from './dispatch/dispatch.enums';
export { DispatchFiles } from './dispatch/dispatch-files';
export { DispatchModel } from './dispatch/dispatch.read-model';
export { MatterAdviceEntity } from './advice/advice.entity';
export { AdviceKind, AdviceStance, AdviceState } from './advice/advice.enums';
export { OwnAdviceList } from './advice/own-advice';
export { MatterReadiness } from './advice/readiness';
export { SessionRequirement, whatIsMissing } from './advice/what-is-missing';
export { MatterReportFiles } from './execution/matter-report-files';
export { MatterReportEntity } from './execution/matter-report.entity';
export { DecisionsModule } from './decisions.module';
export { MatterExports } from './export/matter-exports';
export { contentHash, differences, type MatterContent } from './matter/matter-content';
export { CouncilItemEntity, MatterEntity, MatterMaterialEntity, MatterVersionEntity } from './matter/matter.entity';
export { group as ballotGroup, motion, questions as ballotQuestions } from './session/room/motion';
export { SessionVoterEntity } from './session/room/session-voter.entity';
export {
  ReviewSessionEntity,
  SessionItemEntity,
  SessionMemberEntity,
  SessionVoteEntity,
} from './session/session.entity';
export { AskForPack } from './session/ask-for-pack';
export { SeatAttendance, SessionBody, SessionItemState, SessionState, VoteChoice } from './session/session.enums';
export { SessionRosters } from './session/session-rosters';
export { titleOf as sessionTitleOf } from './session/session-words';
export { standingOf } from './session/standing';
export { ReviewSessionModel } from './session/session.read-model';
export { CouncilOutcome, MatterState, OpinionKind } from './matter/matter.enums';
export { MatterMaterials } from './matter/materials';
export { MatterModel } from './matter/matter.read-model';
export { runDecisions } from './record/decisions.command';
export { SessionDocumentKind } from './papers/session-document.enums';
export { SessionPapers, type MadePaper } from './papers/session-papers';
export { MatterRecordKind } from './record/matter-record.enums';
export { MatterRecords, type MatterEvent } from './record/matter-records';
export { DecidingBody, MatterCategory, ReviewingBody } from './review-rule/review-rule.enums';
export { ReviewRuleEntity } from './review-rule/review-rule.entity';
export { VerifyRecords } from './record/verify-records';
export { ReviewRules } from './review-rule/review-rules';
export { Rooms } from './session/room/rooms';
