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
import { planProviders } from './plan';
import { seriesProviders } from './series';
import { ExtendSeries } from './series/extend-series.job';

@Module({
  imports: [AuditModule, CalendarModule, OrganizationModule, RulesModule],
  providers: [...catalogueProviders, ...activityProviders, ...cadenceProviders, ...planProviders, ...seriesProviders],
  exports: [Catalogue, ExtendSeries, HoldPastActivities, ...cadenceOffered],
})
export class ActivitiesModule {}
