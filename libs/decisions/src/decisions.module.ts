import { ActivitiesModule } from '@dangwu/activities';
import { BallotsModule } from '@dangwu/ballots';
import { CalendarModule } from '@dangwu/calendar';
import { DocumentsModule } from '@dangwu/documents';
import { MembershipModule } from '@dangwu/membership';
import { OrganizationModule } from '@dangwu/organization';
import { AuditModule } from '@dangwu/platform/audit';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { adviceProviders } from './advice';
import { OwnAdviceList } from './advice/own-advice';
import { MatterReadiness } from './advice/readiness';
import './decisions.audited';
import './figures/decision-figures';
import { dispatchProviders } from './dispatch';
import { DispatchAttachments } from './dispatch/dispatch-attachments';
import { DispatchFiles } from './dispatch/dispatch-files';
import { executionProviders } from './execution';
import { MatterReportFiles } from './execution/matter-report-files';
import { exportProviders } from './export';
import { MatterExports } from './export/matter-exports';
import { matterProviders } from './matter';
import { MatterMaterials } from './matter/materials';
import { numberProviders } from './numbers';
import { papersProviders } from './papers';
import { SessionPapers } from './papers/session-papers';
import { recordProviders } from './record';
import { MatterRecords } from './record/matter-records';
import { VerifyRecords } from './record/verify-records';
import { reviewRuleProviders } from './review-rule';
import { ReviewRules } from './review-rule/review-rules';
import { sessionProviders } from './session';
import { roomProviders } from './session/room';
import { Rooms } from './session/room/rooms';
import './session/session.audited';

@Module({
  imports: [
    ActivitiesModule,
    AuditModule,
    BallotsModule,
    CalendarModule,
    DocumentsModule,
    MembershipModule,
    OrganizationModule,
    RulesModule,
  ],
  providers: [
    ...reviewRuleProviders,
    ...recordProviders,
    ...matterProviders,
    ...sessionProviders,
    ...roomProviders,
    ...adviceProviders,
    ...executionProviders,
    ...dispatchProviders,
    ...exportProviders,
    ...papersProviders,
    ...numberProviders,
  ],
  exports: [
    DispatchAttachments,
    DispatchFiles,
    MatterExports,
    MatterMaterials,
    MatterReadiness,
    MatterRecords,
    MatterReportFiles,
    OwnAdviceList,
    ReviewRules,
    Rooms,
    SessionPapers,
    VerifyRecords,
  ],
})
export class DecisionsModule {}
