import { AuditModule } from '@dangwu/platform/audit';
import { BallotsModule } from '@dangwu/ballots';
import { DocumentsModule } from '@dangwu/documents';
import { OrganizationModule } from '@dangwu/organization';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import './decisions.audited';
import { dispatchProviders } from './dispatch';
import { matterProviders } from './matter';
import { MatterMaterials } from './matter/materials';
import { recordProviders } from './record';
import { MatterRecords } from './record/matter-records';
import { VerifyRecords } from './record/verify-records';
import { reviewRuleProviders } from './review-rule';
import { ReviewRules } from './review-rule/review-rules';
import { roomProviders } from './session/room';
import { Rooms } from './session/room/rooms';

@Module({
  imports: [AuditModule, BallotsModule, DocumentsModule, OrganizationModule, RulesModule],
  providers: [...reviewRuleProviders, ...recordProviders, ...matterProviders, ...roomProviders, ...dispatchProviders],
  exports: [MatterMaterials, MatterRecords, ReviewRules, Rooms, VerifyRecords],
})
export class DecisionsModule {}
