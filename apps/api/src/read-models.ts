import { accessModels, accountModels } from '@dangwu/access';
import {
  activitiesModels,
  ActivityModel,
  ActivitySeriesModel,
  ActivityTypeModel,
  CadenceModel,
  CatalogueTermModel,
  MinutesModel,
  ObligationModel,
  PlanItemModel,
  VenueModel,
  YearPlanModel,
} from '@dangwu/activities';
import { auditModels } from '@dangwu/audit';
import { calendarModels, HolidayYearModel } from '@dangwu/calendar';
import { AssessmentCycleModel, AssessmentModel, assessmentModels } from '@dangwu/assessment';
import { decisionsModels, DispatchModel, MatterModel, ReviewSessionModel } from '@dangwu/decisions';
import { FileModel, JobModel, NotificationModel, viewModels } from '@dangwu/desk';
import { importModels } from '@dangwu/imports';
import {
  HandoverModel,
  LeadershipTeamModel,
  MemberModel,
  membershipModels,
  StaffAssignmentModel,
} from '@dangwu/membership';
import { organizationModels, PartyOrganizationEntity, PartyOrganizationModel, UnitModel } from '@dangwu/organization';
import type { Clock } from '@dangwu/platform/clock';
import { asBusy, type Database } from '@dangwu/platform/database';
import { Reader, type LoggedStatement } from '@dangwu/read-model';
import { RuleModel } from '@dangwu/rules';
import { treeSizeOf } from './tree-size';

/** Everything that can be read, by whichever library declares it. */
export const readModels = [
  ...organizationModels,
  ...membershipModels,
  ...activitiesModels,
  ...decisionsModels,
  ...assessmentModels,
  ...auditModels,
  ...importModels,
  ...accountModels,
  ...accessModels,
  RuleModel,
  ...calendarModels,
  FileModel,
  JobModel,
  NotificationModel,
  ...viewModels,
];

/** What `node(id:)` answers, by the prefix of the id. */
export const nodeModels = {
  PartyOrganization: PartyOrganizationModel,
  Unit: UnitModel,
  Member: MemberModel,
  LeadershipTeam: LeadershipTeamModel,
  StaffAssignment: StaffAssignmentModel,
  Handover: HandoverModel,
  Activity: ActivityModel,
  ActivityType: ActivityTypeModel,
  CatalogueTerm: CatalogueTermModel,
  Venue: VenueModel,
  Obligation: ObligationModel,
  Cadence: CadenceModel,
  YearPlan: YearPlanModel,
  PlanItem: PlanItemModel,
  ActivitySeries: ActivitySeriesModel,
  Rule: RuleModel,
  HolidayYear: HolidayYearModel,
  Minutes: MinutesModel,
  Matter: MatterModel,
  Dispatch: DispatchModel,
  ReviewSession: ReviewSessionModel,
  AssessmentCycle: AssessmentCycleModel,
  Assessment: AssessmentModel,
  Job: JobModel,
  Notification: NotificationModel,
} as const;

/** The one reader of the process. @param log hears every statement, for debug logs */
export function createReader(database: Database, clock: Clock, log: (statement: LoggedStatement) => void): Reader {
  const reading = {
    query: (statement: { name?: string; text: string; values: unknown[] }) =>
      database.reader.query<object>(statement).catch((error: unknown) => {
        throw asBusy(error);
      }),
  };
  return new Reader(reading, {
    source: database.source,
    tree: {
      entity: PartyOrganizationEntity,
      path: 'path',
      leadsPath: 'leadsPath',
      parent: 'parentId',
      size: treeSizeOf(database),
    },
    models: readModels,
    today: () => clock.today(),
    confirm: { name: 'access_confirms', types: ['bytea', 'timestamptz', 'timestamptz', 'bigint'] },
    log,
  });
}
