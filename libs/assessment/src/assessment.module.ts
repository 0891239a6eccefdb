import { ActivitiesModule } from '@dangwu/activities';
import { BallotsModule } from '@dangwu/ballots';
import { DocumentsModule } from '@dangwu/documents';
import { FiguresModule } from '@dangwu/figures';
import { OrganizationModule } from '@dangwu/organization';
import { AuditModule } from '@dangwu/platform/audit';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { cycleProviders } from './cycle';
import { resultProviders } from './result';
import { schemeProviders } from './scheme';
import { scoringProviders, ScoreWorkbooks } from './scoring';

@Module({
  imports: [
    ActivitiesModule,
    AuditModule,
    BallotsModule,
    DocumentsModule,
    FiguresModule,
    OrganizationModule,
    RulesModule,
  ],
  providers: [...schemeProviders, ...cycleProviders, ...scoringProviders, ...resultProviders],
  exports: [ScoreWorkbooks],
})
export class AssessmentModule {}
