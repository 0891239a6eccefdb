import { AuditModule } from '@dangwu/platform/audit';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import { activityProviders } from './activity';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { cadenceOffered, cadenceProviders } from './cadence';
import { catalogueProviders } from './catalogue';
import { Catalogue } from './catalogue/catalogue';
import { exportProviders } from './export';
import { feedControllers, feedProviders } from './feed';
import { RemindJob, reminderProviders } from './reminder';

@Module({
  imports: [AuditModule, OrganizationModule, RulesModule],
  providers: [
    ...catalogueProviders,
    ...activityProviders,
    ...cadenceProviders,
    ...reminderProviders,
    ...feedProviders,
    ...exportProviders,
  ],
  controllers: feedControllers,
  exports: [Catalogue, HoldPastActivities, RemindJob, ...cadenceOffered],
})
export class ActivitiesModule {}
