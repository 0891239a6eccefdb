import { AuditModule } from '@dangwu/platform/audit';
import { CalendarModule } from '@dangwu/calendar';
import { DocumentsModule } from '@dangwu/documents';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './decisions.audited';
import { dispatchProviders } from './dispatch';
import { exportProviders } from './export';
import { MatterExports } from './export/matter-exports';
import { matterProviders } from './matter';
import { MatterMaterials } from './matter/materials';
import { papersProviders } from './papers';
import { SessionPapers } from './papers/session-papers';
import { recordProviders } from './record';
import { MatterRecords } from './record/matter-records';
import { VerifyRecords } from './record/verify-records';
import { sessionProviders } from './session';
import './session/session.audited';
import { reviewRuleProviders } from './review-rule';
import { ReviewRules } from './review-rule/review-rules';

@Module({
  imports: [AuditModule, CalendarModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [
    ...reviewRuleProviders,
    ...recordProviders,
    ...matterProviders,
    ...sessionProviders,
    ...dispatchProviders,
    ...exportProviders,
    ...papersProviders,
  ],
  exports: [MatterExports, MatterMaterials, MatterRecords, ReviewRules, SessionPapers, VerifyRecords],
})
export class DecisionsModule {}
