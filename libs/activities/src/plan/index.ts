import './plan.audited';
import { ManyActivities } from '../activity/many-activities';
import { PlanItemService } from './plan-items.service';
import { PlanMutations } from './plan-mutations.resolver';
import { PlanOverviews } from './plan-overview';
import { PlanQuestions } from './plan-question';
import { PlanItemModel, YearPlanModel } from './plan.read-model';
import { PlanChangeFields, PlanResolver } from './plan.resolver';
import { PlanJobs } from './plan.jobs';
import { PublishPlan } from './publish-plan';
import { WritePlan } from './write-plan';
import { PlanItemEntity, YearPlanEntity } from './year-plan.entity';
import { YearPlanService } from './year-plan.service';

export const planEntities = [YearPlanEntity, PlanItemEntity];
export const planModels = [YearPlanModel, PlanItemModel];

/** Plans of a year, for the providers of the activities module. */
export const planProviders = [
  ManyActivities,
  PlanChangeFields,
  PlanItemService,
  PlanJobs,
  PlanMutations,
  PlanOverviews,
  PlanQuestions,
  PlanResolver,
  PublishPlan,
  WritePlan,
  YearPlanService,
];
