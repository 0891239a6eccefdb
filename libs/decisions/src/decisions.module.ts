import { ActivitiesModule } from '@dangwu/activities';
import { CalendarModule } from '@dangwu/calendar';
import { AuditModule } from '@dangwu/platform/audit';
import { CalendarModule } from '@dangwu/calendar';
import { BallotsModule } from '@dangwu/ballots';
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
import { exportProviders } from './export';
import { MatterExports } from './export/matter-exports';
import { matterProviders } from './matter';
import { MatterMaterials } from './matter/materials';
import { recordProviders } from './record';
import { MatterRecords } from './record/matter-records';
import { VerifyRecords } from './record/verify-records';
import { sessionProviders } from './session';
import './session/session.audited';
import { reviewRuleProviders } from './review-rule';
import { ReviewRules } from './review-rule/review-rules';
import { roomProviders } from './session/room';
import { Rooms } from './session/room/rooms';

@Module({
  imports: [AuditModule, CalendarModule, DocumentsModule, OrganizationModule, RulesModule],
  imports: [ActivitiesModule, AuditModule, CalendarModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [
    ...reviewRuleProviders,
    ...recordProviders,
    ...matterProviders,
    ...sessionProviders,
    ...dispatchProviders,
    ...exportProviders,
  ],
  exports: [MatterMaterials, MatterRecords, ReviewRules, VerifyRecords],
  imports: [AuditModule, BallotsModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [...reviewRuleProviders, ...recordProviders, ...matterProviders, ...roomProviders, ...dispatchProviders],
  exports: [MatterMaterials, MatterRecords, ReviewRules, Rooms, VerifyRecords],
  exports: [MatterExports, MatterMaterials, MatterRecords, ReviewRules, VerifyRecords],
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
