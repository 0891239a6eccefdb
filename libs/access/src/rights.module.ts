import { AuditModule } from '@dangwu/platform/audit';
import { Module } from '@nestjs/common';
import { EmergencyAccess } from './emergency/emergency-access';
import { EmergencyResolver } from './emergency/emergency.resolver';
import { ExpiringGrants } from './grants/expiring-grants.job';
import './grants/grant.notifications';
import { GrantResolver } from './grants/grant.resolver';
import { Grants } from './grants/grants';
import { Rights } from './grants/rights';
import { RightsResolver } from './grants/rights.resolver';
import { PublicationResolver } from './publications/publication.resolver';
import { Publications } from './publications/publications';
import './rights.audited';

/** What people do about rights: give and take them, explain them, open them in need, publish. Stands on AccessModule. */
@Module({
  imports: [AuditModule],
  providers: [
    EmergencyAccess,
    EmergencyResolver,
    ExpiringGrants,
    GrantResolver,
    Grants,
    PublicationResolver,
    Publications,
    Rights,
    RightsResolver,
  ],
  exports: [ExpiringGrants],
})
export class RightsModule {}
