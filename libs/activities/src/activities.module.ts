import { AuditModule } from '@dangwu/platform/audit';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import { activityProviders } from './activity';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { ObligationCounts } from './cadence/obligation-counts';
import { catalogueProviders } from './catalogue';
import { Catalogue } from './catalogue/catalogue';

@Module({
  imports: [AuditModule, OrganizationModule, RulesModule],
  providers: [...catalogueProviders, ...activityProviders, ObligationCounts],
  exports: [Catalogue, HoldPastActivities, ObligationCounts],
})
export class ActivitiesModule {}
