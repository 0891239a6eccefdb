import { AuditModule } from '@dangwu/platform/audit';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { cadenceOffered, cadenceProviders } from './cadence';
import { Catalogue } from './catalogue/catalogue';

@Module({
  imports: [AuditModule, OrganizationModule, RulesModule],
  providers: [...cadenceProviders, Catalogue],
  exports: [...cadenceOffered, Catalogue],
})
export class ActivitiesModule {}
