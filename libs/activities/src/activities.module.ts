import { AuditModule } from '@dangwu/platform/audit';
import { CalendarModule } from '@dangwu/calendar';
import { ImportsModule } from '@dangwu/imports';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import './attendance/attendance.audited';
import { activityProviders } from './activity';
import { attendanceProviders } from './attendance';
import { Rosters } from './attendance/rosters';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { cadenceOffered, cadenceProviders } from './cadence';
import { catalogueProviders } from './catalogue';
import { invitationProviders } from './invitation';
import { activityImportProviders } from './import';
import { Catalogue } from './catalogue/catalogue';
import { exportProviders } from './export';
import { feedControllers, feedProviders } from './feed';
import { RemindJob, reminderProviders } from './reminder';
import { ActivitySummaries, figureProviders } from './figures';
import { planProviders } from './plan';
import { seriesProviders } from './series';
import { ExtendSeries } from './series/extend-series.job';

@Module({
  imports: [AuditModule, CalendarModule, ImportsModule, OrganizationModule, RulesModule],
  providers: [
    ...catalogueProviders,
    ...activityProviders,
    ...cadenceProviders,
    ...invitationProviders,
    ...attendanceProviders,
    ...figureProviders,
    ...planProviders,
    ...seriesProviders,
    ...reminderProviders,
    ...feedProviders,
    ...exportProviders,
    ...activityImportProviders,
  ],
  controllers: feedControllers,
  exports: [ActivitySummaries, Catalogue, ExtendSeries, HoldPastActivities, RemindJob, Rosters, ...cadenceOffered],
})
export class ActivitiesModule {}
