import { AuditModule } from '@dangwu/platform/audit';
import { ImportsModule } from '@dangwu/imports';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import { activityProviders } from './activity';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { cadenceOffered, cadenceProviders } from './cadence';
import { catalogueProviders } from './catalogue';
import { activityImportProviders } from './import';
import { Catalogue } from './catalogue/catalogue';

@Module({
  imports: [AuditModule, ImportsModule, OrganizationModule, RulesModule],
  providers: [...catalogueProviders, ...activityProviders, ...cadenceProviders, ...activityImportProviders],
  exports: [Catalogue, HoldPastActivities, ...cadenceOffered],
})
export class ActivitiesModule {}
