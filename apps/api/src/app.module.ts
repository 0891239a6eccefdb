import { ActivitiesModule } from '@dangwu/activities';
import { AccessModule, AccountsModule, RightsModule, Viewers } from '@dangwu/access';
import { AuditLogModule } from '@dangwu/audit';
import { BallotsModule } from '@dangwu/ballots';
import { CalendarModule } from '@dangwu/calendar';
import { AssessmentModule } from '@dangwu/assessment';
import { DecisionsModule } from '@dangwu/decisions';
import { DeskModule } from '@dangwu/desk';
import { FiguresModule } from '@dangwu/figures';
import { ImportsModule } from '@dangwu/imports';
import { MembershipModule } from '@dangwu/membership';
import { OrganizationModule, PartyOrganizationEntity } from '@dangwu/organization';
import { Audit } from '@dangwu/platform/audit';
import type { Clock } from '@dangwu/platform/clock';
import type { Config } from '@dangwu/platform/config';
import { systemScope, type Database } from '@dangwu/platform/database';
import { PlatformModule } from '@dangwu/platform/module';
import { Reader } from '@dangwu/read-model';
import { RulesModule } from '@dangwu/rules';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { migrations } from '../migrations';
import type { UnrecordedWrite } from './graphql/audit.plugin';
import { graphqlOptions } from './graphql/graphql.options';
import { TextLane } from './graphql/lane/text-lane';
import type { CostMeter } from './rate/cost-meter';
import { EventsController } from './http/events.controller';
import { ActivityFilesController } from './http/activity-files.controller';
import { BallotFilesController } from './http/ballot-files.controller';
import { AdviceFilesController } from './http/advice-files.controller';
import { DispatchFilesController } from './http/dispatch-files.controller';
import { AssessmentFilesController } from './http/assessment-files.controller';
import { ScoreFilesController } from './http/score-files.controller';
import { VoteFilesController } from './http/vote-files.controller';
import { MatterFilesController } from './http/matter-files.controller';
import { SessionPapersController } from './http/session-papers.controller';
import { FilesController } from './http/files.controller';
import { HealthController } from './http/health.controller';
import { InboxController } from './http/inbox.controller';
import { NodeResolver } from './node.resolver';
import { SetupModule } from './setup/setup.module';

export interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly meter: CostMeter;
  /** the worker takes work out of the queues; all others only put it in */
  readonly process: 'sender' | 'worker';
  /** logs a fault of ours and answers the id it was logged under */
  readonly report: (error: unknown) => string;
  readonly lane: TextLane;
  /** specs refuse mutations that leave no audit event; a running system logs and records them */
  readonly unrecorded: 'refuse' | 'report';
}

/** What every process consists of: the ground, then the areas in the order in which they stand on each other. */
@Module({})
export class AppModule {
  static for(parts: Parts): DynamicModule {
    const { config, database, reader, clock, process, lane } = parts;
    return {
      module: AppModule,
      imports: [
        PlatformModule.for({ config, database, migrations, process, clock }),
        readerModule(reader),
        AccessModule.forRoot({ tree: PartyOrganizationEntity }),
        AccountsModule,
        RightsModule,
        DeskModule,
        RulesModule,
        CalendarModule,
        FiguresModule,
        ImportsModule,
        BallotsModule,
        OrganizationModule,
        MembershipModule,
        ActivitiesModule,
        DecisionsModule,
        AssessmentModule,
        AuditLogModule,
        SetupModule,
        graphqlModule(parts),
      ],
      controllers: [
        FilesController,
        ActivityFilesController,
        AdviceFilesController,
        DispatchFilesController,
        AssessmentFilesController,
        ScoreFilesController,
        VoteFilesController,
        MatterFilesController,
        BallotFilesController,
        SessionPapersController,
        EventsController,
        HealthController,
        InboxController,
      ],
      providers: [NodeResolver, { provide: TextLane, useValue: lane }],
    };
  }
}

@Module({})
class ReaderModule {}

const readerModule = (reader: Reader): DynamicModule => ({
  module: ReaderModule,
  global: true,
  providers: [{ provide: Reader, useValue: reader }],
  exports: [Reader],
});

/** Global, so that jobs may run documents against the schema that everybody else uses. */
const graphqlModule = ({ reader, meter, report, lane, unrecorded, database }: Parts): DynamicModule => ({
  ...GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [Viewers, Audit],
    useFactory: (viewers: Viewers, audit: Audit) =>
      graphqlOptions({
        reader,
        meter,
        report,
        lane,
        viewerOf: (request) => viewers.viewerOf(request),
        onUnrecorded: unrecorded === 'refuse' ? 'refuse' : recordAnyway(database, audit, report),
      }),
  }),
  global: true,
});

/** The deed is done; that it left no trace of its own is logged as our fault, and on record. */
const recordAnyway =
  (database: Database, audit: Audit, report: Parts['report']) =>
  async (write: UnrecordedWrite): Promise<void> => {
    const traceId = report(write);
    const { viewer } = write;
    await database.transaction(systemScope(viewer?.association.id ?? null), (tx) =>
      audit.record(tx, {
        action: 'unrecorded',
        subjectType: 'Operation',
        subjectName: write.operation,
        accountId: viewer?.account.id,
        after: { traceId },
      }),
    );
  };
