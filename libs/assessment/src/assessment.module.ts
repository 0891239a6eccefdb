import { ActivitiesModule } from '@dangwu/activities';
import { BallotsModule } from '@dangwu/ballots';
import { CalendarModule } from '@dangwu/calendar';
import { DocumentsModule } from '@dangwu/documents';
import { FiguresModule } from '@dangwu/figures';
import { OrganizationModule } from '@dangwu/organization';
import { AuditModule } from '@dangwu/platform/audit';
import { RulesModule } from '@dangwu/rules';
import { Module } from '@nestjs/common';
import { cycleProviders } from './cycle';
import { IssueLetters, letterProviders, LetterFiles } from './letter';
import { replayProviders } from './replay';
import { resultOffered, resultProviders } from './result';
import { schemeProviders } from './scheme';
import { Schemes } from './scheme/schemes';
import { scoringProviders, ScoreWorkbooks } from './scoring';
import { OwnVotes, voteProviders } from './vote';
import { weakProviders } from './weak';

@Module({
  imports: [
    ActivitiesModule,
    AuditModule,
    BallotsModule,
    CalendarModule,
    DocumentsModule,
    FiguresModule,
    OrganizationModule,
    RulesModule,
  ],
  providers: [
    ...schemeProviders,
    ...cycleProviders,
    ...scoringProviders,
    ...voteProviders,
    ...resultProviders,
    ...replayProviders,
    ...letterProviders,
    ...weakProviders,
  ],
  exports: [...resultOffered, ...replayProviders, IssueLetters, LetterFiles, OwnVotes, Schemes, ScoreWorkbooks],
})
export class AssessmentModule {}
