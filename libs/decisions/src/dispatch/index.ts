import { AnswerDispatch } from './answer-dispatch';
import { ChangeDispatch } from './change-dispatch';
import { DispatchAttachmentEntity } from './dispatch-attachment.entity';
import { DispatchAttachments } from './dispatch-attachments';
import { DispatchFiles } from './dispatch-files';
import { DispatchMutations } from './dispatch-mutations.resolver';
import './dispatch.audited';
import { DispatchEntity, DispatchStepEntity } from './dispatch.entity';
import {
  AnsweredDispatchModel,
  DispatchAbilitiesModel,
  DispatchAttachmentModel,
  DispatchModel,
  DispatchStepModel,
} from './dispatch.read-model';
import { DispatchResolver } from './dispatch.resolver';
import { DispatchService } from './dispatch.service';
import { DueDispatches } from './due-dispatches';
import { ExportDispatches } from './export-dispatches.job';
import { ExportDispatchesResolver } from './export-dispatches.resolver';
import { IssueDispatch } from './issue-dispatch';
import './numbered-dispatches';
import { DispatchSurroundings } from './surroundings';

export const dispatchEntities = [DispatchEntity, DispatchStepEntity, DispatchAttachmentEntity];
export const dispatchModels = [
  DispatchModel,
  DispatchStepModel,
  DispatchAttachmentModel,
  DispatchAbilitiesModel,
  AnsweredDispatchModel,
];

/** Requests and reports to superiors, for the providers of the decisions module. */
export const dispatchProviders = [
  AnswerDispatch,
  ChangeDispatch,
  DispatchAttachments,
  DispatchFiles,
  DispatchMutations,
  DispatchResolver,
  DispatchService,
  DispatchSurroundings,
  DueDispatches,
  ExportDispatches,
  ExportDispatchesResolver,
  IssueDispatch,
];
