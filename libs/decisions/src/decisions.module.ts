import { AuditModule } from '@dangwu/platform/audit';
import { DocumentsModule } from '@dangwu/documents';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './decisions.audited';
import { dispatchProviders } from './dispatch';
import { DispatchFiles } from './dispatch/dispatch-files';
import { matterProviders } from './matter';
import { MatterMaterials } from './matter/materials';
import { recordProviders } from './record';
import { MatterRecords } from './record/matter-records';
import { VerifyRecords } from './record/verify-records';
import { reviewRuleProviders } from './review-rule';
import { ReviewRules } from './review-rule/review-rules';

@Module({
  imports: [AuditModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [...reviewRuleProviders, ...recordProviders, ...matterProviders, ...dispatchProviders],
  exports: [DispatchFiles, MatterMaterials, MatterRecords, ReviewRules, VerifyRecords],
})
export class DecisionsModule {}
