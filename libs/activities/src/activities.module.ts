import { AuditModule } from '@dangwu/platform/audit';
import { DocumentsModule } from '@dangwu/documents';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './activities.audited';
import { activityProviders } from './activity';
import { HoldPastActivities } from './activity/hold-past-activities.job';
import { attachmentProviders } from './attachment';
import { Attachments } from './attachment/attachments';
import { cadenceOffered, cadenceProviders } from './cadence';
import { catalogueProviders } from './catalogue';
import { Catalogue } from './catalogue/catalogue';
import { minutesProviders } from './minutes';
import { MinutesFiles } from './minutes/minutes-files';

@Module({
  imports: [AuditModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [
    ...catalogueProviders,
    ...activityProviders,
    ...cadenceProviders,
    ...minutesProviders,
    ...attachmentProviders,
  ],
  exports: [Attachments, Catalogue, HoldPastActivities, MinutesFiles, ...cadenceOffered],
})
export class ActivitiesModule {}
