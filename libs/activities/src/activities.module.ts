import { AuditModule } from '@dangwu/platform/audit';
import { CalendarModule } from '@dangwu/calendar';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import { activityProviders } from './activity';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { cadenceOffered, cadenceProviders } from './cadence';
import { catalogueProviders } from './catalogue';
import { Catalogue } from './catalogue/catalogue';

@Module({
  imports: [AuditModule, CalendarModule, OrganizationModule, RulesModule],
  providers: [...catalogueProviders, ...activityProviders, ...cadenceProviders],
  exports: [Catalogue, HoldPastActivities, ...cadenceOffered],
})
export class ActivitiesModule {}
