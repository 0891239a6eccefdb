import { activityEntities, activityModels } from './activity';
import { attendanceEntities, attendanceModels } from './attendance';
import { cadenceEntities, cadenceModels } from './cadence';
import { catalogueEntities, catalogueModels } from './catalogue';
import { invitationEntities, invitationModels } from './invitation';
import { planEntities, planModels } from './plan';
import { seriesEntities, seriesModels } from './series';
import { attachmentEntities, attachmentModels } from './attachment';
import { supervisionEntities, supervisionModels } from './supervision';
import { minutesEntities, minutesModels } from './minutes';

/** Tables of this area, for the data source. */
export const activitiesEntities = [
  ...catalogueEntities,
  ...activityEntities,
  ...cadenceEntities,
  ...invitationEntities,
  ...attendanceEntities,
  ...planEntities,
  ...seriesEntities,
  ...minutesEntities,
  ...supervisionEntities,
  ...attachmentEntities,
];

/** How the types of this area are read, for the reader. */
export const activitiesModels = [
  ...catalogueModels,
  ...activityModels,
  ...cadenceModels,
  ...invitationModels,
  ...attendanceModels,
  ...planModels,
  ...seriesModels,
  ...minutesModels,
  ...supervisionModels,
  ...attachmentModels,
];

export { ActivitiesModule } from './activities.module';
export { ActivityEntity, type AgendaItem } from './activity/activity.entity';
export { ActivityModel } from './activity/activity.read-model';
export { ActivityState, ActivityStepKind } from './activity/activity.enums';
export { ActivityStepEntity } from './activity/activity-step.entity';
export { HoldPastActivities } from './activity/hold-past-activities.job';
export { AttendanceEntity } from './attendance/attendance.entity';
export { AttendanceMethod, AttendanceState } from './attendance/attendance.enums';
export { Rosters } from './attendance/rosters';
export { SignInCodes } from './attendance/sign-in-codes';
export { CadenceEntity, Cadences, ObligationCounts, ObligationEntity, ObligationModel, Obligations } from './cadence';
export { CadenceModel } from './cadence/obligation.read-model';
export { Catalogue } from './catalogue/catalogue';
export { ActivityTypeEntity, CatalogueTermEntity, VenueEntity } from './catalogue/catalogue.entities';
export { TermKind, VenueKind } from './catalogue/catalogue.enums';
export { ActivityTypeModel, CatalogueTermModel, VenueModel } from './catalogue/catalogue.read-model';
export { ActivitySummaries } from './figures';
export { runFigures } from './figures/figures.command';
export { PlanItemModel, YearPlanModel } from './plan/plan.read-model';
export { PlanItemEntity, YearPlanEntity } from './plan/year-plan.entity';
export { ActivitySeriesEntity } from './series/activity-series.entity';
export { ActivitySeriesModel } from './series/activity-series.read-model';
export { ExtendSeries } from './series/extend-series.job';
export { RemindJob } from './reminder';
export { AnswerableAccounts, type Addressee } from './reminder/answerable-accounts';
export { ruleNumber } from './reminder/due-activities';
export type { Reminder, ReminderKind } from './reminder/reminder-kinds';
export { ReminderSources, type DueReminder } from './reminder/reminder-sources';
export { itemLine, itemLink } from './reminder/reminder-words';
export { Reminders } from './reminder/reminders';
export { Attachments } from './attachment/attachments';
export { AttendanceSheets } from './attendance/sheet/attendance-sheets';
export { MinutesEntity, MinutesVersionEntity } from './minutes/minutes.entities';
export { hashOf, type MinutesContent } from './minutes/minutes-content';
export { MinutesState } from './minutes/minutes.enums';
export { MinutesFiles } from './minutes/minutes-files';
export { MinutesModel } from './minutes/minutes.read-model';
export { GivenItems } from './supervision/given-items';
export { ItemSources } from './supervision/item-sources';
export { keysOf, NamedPeople } from './supervision/named-people';
export { SupervisionFileEntity } from './supervision/supervision-file.entity';
export { SupervisionFiles } from './supervision/supervision-files';
export { SupervisionItemEntity } from './supervision/supervision-item.entity';
export { SupervisionSource, SupervisionState } from './supervision/supervision-item.enums';
export { filesOfItem } from './supervision/supervision-item.read-model';
export { NamedPerson, SupervisionItemFields } from './supervision/supervision-item.type';
export type { SupervisionAct } from './supervision/supervision-words';
export { usualSettings } from './plan/plan-settings';
export { PublishPlan } from './plan/publish-plan';
export { WritePlan } from './plan/write-plan';
export { WriteOccurrences } from './series/write-occurrences';
