import './execution.audited';
import { MatterReportModel, MilestoneModel } from './execution.read-model';
import { ExecutionResolver } from './execution.resolver';
import { MatterExecution } from './execution.service';
import { MatterReportFiles } from './matter-report-files';
import { MatterReportEntity } from './matter-report.entity';
import { Milestones } from './milestones';

export const executionEntities = [MatterReportEntity];
export const executionModels = [MilestoneModel, MatterReportModel];

/** What becomes of decisions, for the providers of the decisions module. */
export const executionProviders = [ExecutionResolver, MatterExecution, MatterReportFiles, Milestones];
