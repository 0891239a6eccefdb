import { AuditModule } from '@dangwu/platform/audit';
import { FilesModule } from '@dangwu/platform/files';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './audit.audited';
import { AuditChainResolver } from './audit-chain.resolver';
import { AuditEventResolver } from './audit-event.resolver';
import './audit.notifications';
import { AuditRetention } from './audit-retention';
import { AuditSchedules } from './audit-schedules';
import { ChainVerification } from './chain-verification';
import { EventFilters } from './event-filter';
import { ExportEventsJob } from './export-events.job';
import { HeadMail } from './head-mail';
import { VerifyChainJob } from './verify-chain.job';

const offered = [AuditRetention, ChainVerification, HeadMail];

@Module({
  imports: [AuditModule, FilesModule, OrganizationModule, RulesModule],
  providers: [
    ...offered,
    AuditChainResolver,
    AuditEventResolver,
    AuditSchedules,
    EventFilters,
    ExportEventsJob,
    VerifyChainJob,
  ],
  exports: offered,
})
export class AuditLogModule {}
