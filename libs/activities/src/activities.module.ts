import { AuditModule } from '@dangwu/platform/audit';
import { MembershipModule } from '@dangwu/membership';
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
import { Catalogue } from './catalogue/catalogue';

@Module({
  imports: [AuditModule, MembershipModule, OrganizationModule, RulesModule],
  providers: [
    ...catalogueProviders,
    ...activityProviders,
    ...cadenceProviders,
    ...invitationProviders,
    ...attendanceProviders,
  ],
  exports: [Catalogue, HoldPastActivities, Rosters, ...cadenceOffered],
})
export class ActivitiesModule {}
