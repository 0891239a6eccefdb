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
import { PublishPlan } from './plan/publish-plan';
import { WritePlan } from './plan/write-plan';
import { seriesProviders } from './series';
import { ExtendSeries } from './series/extend-series.job';
import { WriteOccurrences } from './series/write-occurrences';

@Module({
  imports: [AuditModule, CalendarModule, OrganizationModule, RulesModule],
  providers: [...catalogueProviders, ...activityProviders, ...cadenceProviders, ...planProviders, ...seriesProviders],
  exports: [Catalogue, ExtendSeries, HoldPastActivities, PublishPlan, WriteOccurrences, WritePlan, ...cadenceOffered],
})
export class ActivitiesModule {}
