import { AccessModule, Viewers } from '@dangwu/access';
import { DeskModule } from '@dangwu/desk';
import { ImportsModule } from '@dangwu/imports';
import { OrganizationModule, PartyOrganizationEntity } from '@dangwu/organization';
import { AuditModule } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { ConfigModule, type Config } from '@dangwu/platform/config';
import { DatabaseModule, type Database } from '@dangwu/platform/database';
import { EventsModule } from '@dangwu/platform/events';
import { FilesModule } from '@dangwu/platform/files';
import { HttpModule } from '@dangwu/platform/http';
import { InboxModule } from '@dangwu/platform/inbox';
import { JobsModule } from '@dangwu/platform/jobs';
import { MailModule } from '@dangwu/platform/mail';
import { NotificationsModule } from '@dangwu/platform/notifications';
import { OutboxModule } from '@dangwu/platform/outbox';
import { QueueModule } from '@dangwu/platform/queue';
import type { Reader } from '@dangwu/read-model';
import { RulesModule } from '@dangwu/rules';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { migrations } from '../migrations';
import { graphqlOptions } from './graphql/graphql.options';
import { GroundModule } from './ground.module';
import { EventsController } from './http/events.controller';
import { FilesController } from './http/files.controller';
import { HealthController } from './http/health.controller';
import { InboxController } from './http/inbox.controller';
import { NodeResolver } from './node.resolver';

export interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly reader: Reader;
  readonly clock: Clock;
  /** the worker takes work out of the queues; all others only put it in */
  readonly process: 'sender' | 'worker';
  /** logs a fault of ours and answers the id it was logged under */
  readonly report: (error: unknown) => string;
}

/** What every process consists of: the ground, then the areas in the order in which they stand on each other. */
@Module({})
export class AppModule {
  static for(parts: Parts): DynamicModule {
    const { config, database, reader, clock, process } = parts;
    return {
      module: AppModule,
      imports: [
        GroundModule.for({ clock, reader }),
        ConfigModule.for(config),
        DatabaseModule.for(database),
        HttpModule.for(migrations),
        QueueModule.for(process),
        OutboxModule.for(process),
        EventsModule,
        NotificationsModule,
        MailModule.for(process),
        JobsModule.for(process),
        FilesModule,
        InboxModule,
        AuditModule,
        AccessModule.forRoot({ tree: PartyOrganizationEntity }),
        DeskModule,
        RulesModule,
        ImportsModule,
        OrganizationModule,
        graphqlModule(parts),
      ],
      controllers: [FilesController, EventsController, HealthController, InboxController],
      providers: [NodeResolver],
    };
  }
}

/** Global, so that jobs may run documents against the schema that everybody else uses. */
function graphqlModule({ reader, report }: Parts): DynamicModule {
  return {
    ...GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Viewers],
      useFactory: (viewers: Viewers) =>
        graphqlOptions({ reader, report, viewerOf: (request) => viewers.viewerOf(request) }),
    }),
    global: true,
  };
}
