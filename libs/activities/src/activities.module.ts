import { AuditModule } from '@dangwu/platform/audit';
import { CalendarModule } from '@dangwu/calendar';
import { ImportsModule } from '@dangwu/imports';
import { DocumentsModule } from '@dangwu/documents';
import { MembershipModule } from '@dangwu/membership';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import './attendance/attendance.audited';
import { activityProviders } from './activity';
import { attendanceProviders } from './attendance';
import { Rosters } from './attendance/rosters';
import { AttendanceSheets } from './attendance/sheet/attendance-sheets';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { attachmentProviders } from './attachment';
import { Attachments } from './attachment/attachments';
import { cadenceOffered, cadenceProviders } from './cadence';
import { catalogueProviders } from './catalogue';
import { invitationProviders } from './invitation';
import { activityImportProviders } from './import';
import { Catalogue } from './catalogue/catalogue';
import { dayOffProviders } from './days-off';
import { exportProviders } from './export';
import { feedControllers, feedProviders } from './feed';
import { RemindJob, reminderProviders } from './reminder';
import { AnswerableAccounts } from './reminder/answerable-accounts';
import { ReminderSources } from './reminder/reminder-sources';
import { Reminders } from './reminder/reminders';
import { ActivitySummaries, figureProviders } from './figures';
import { planProviders } from './plan';
import { PublishPlan } from './plan/publish-plan';
import { WritePlan } from './plan/write-plan';
import { seriesProviders } from './series';
import { ExtendSeries } from './series/extend-series.job';
import { supervisionProviders } from './supervision';
import { GivenItems } from './supervision/given-items';
import { ItemSources } from './supervision/item-sources';
import { NamedPeople } from './supervision/named-people';
import { SupervisionFiles } from './supervision/supervision-files';
import { minutesProviders } from './minutes';
import { MinutesFiles } from './minutes/minutes-files';
import { WriteOccurrences } from './series/write-occurrences';

@Module({
  imports: [
    AuditModule,
    CalendarModule,
    DocumentsModule,
    ImportsModule,
    MembershipModule,
    OrganizationModule,
    RulesModule,
  ],
  providers: [
    ...catalogueProviders,
    ...activityProviders,
    ...cadenceProviders,
    ...invitationProviders,
    ...attendanceProviders,
    ...figureProviders,
    ...planProviders,
    ...seriesProviders,
    ...dayOffProviders,
    ...reminderProviders,
    ...feedProviders,
    ...exportProviders,
    ...activityImportProviders,
    ...minutesProviders,
    ...supervisionProviders,
    ...attachmentProviders,
  ],
  controllers: feedControllers,
  exports: [
    ActivitySummaries,
    AnswerableAccounts,
    Attachments,
    AttendanceSheets,
    Catalogue,
    ExtendSeries,
    GivenItems,
    HoldPastActivities,
    ItemSources,
    MinutesFiles,
    NamedPeople,
    PublishPlan,
    RemindJob,
    ReminderSources,
    Reminders,
    Rosters,
    SupervisionFiles,
    WriteOccurrences,
    WritePlan,
    ...cadenceOffered,
  ],
})
export class ActivitiesModule {}
