import { ActivitiesModule } from '@dangwu/activities';
import { CalendarModule } from '@dangwu/calendar';
import { AuditModule } from '@dangwu/platform/audit';
import { DocumentsModule } from '@dangwu/documents';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './decisions.audited';
import { adviceProviders } from './advice';
import { OwnAdviceList } from './advice/own-advice';
import { MatterReadiness } from './advice/readiness';
import { executionProviders } from './execution';
import { MatterReportFiles } from './execution/matter-report-files';
import { dispatchProviders } from './dispatch';
import { matterProviders } from './matter';
import { MatterMaterials } from './matter/materials';
import { recordProviders } from './record';
import { MatterRecords } from './record/matter-records';
import { VerifyRecords } from './record/verify-records';
import { reviewRuleProviders } from './review-rule';
import { ReviewRules } from './review-rule/review-rules';

@Module({
  imports: [ActivitiesModule, AuditModule, CalendarModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [
    ...reviewRuleProviders,
    ...recordProviders,
    ...matterProviders,
    ...adviceProviders,
    ...executionProviders,
    ...dispatchProviders,
  ],
  exports: [
    MatterMaterials,
    MatterReadiness,
    MatterReportFiles,
    OwnAdviceList,
    MatterRecords,
    ReviewRules,
    VerifyRecords,
  ],
})
export class DecisionsModule {}
