import { AccessModule, Viewers } from '@dangwu/access';
import { DeskModule } from '@dangwu/desk';
import { ImportsModule } from '@dangwu/imports';
import { OrganizationModule, PartyOrganizationEntity } from '@dangwu/organization';
import type { Clock } from '@dangwu/platform/clock';
import type { Config } from '@dangwu/platform/config';
import type { Database } from '@dangwu/platform/database';
import { PlatformModule } from '@dangwu/platform/module';
import { Reader } from '@dangwu/read-model';
import { RulesModule } from '@dangwu/rules';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { migrations } from '../migrations';
import { graphqlOptions } from './graphql/graphql.options';
import type { CostMeter } from './rate/cost-meter';
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
  readonly meter: CostMeter;
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
        PlatformModule.for({ config, database, migrations, process, clock }),
        readerModule(reader),
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

@Module({})
class ReaderModule {}

const readerModule = (reader: Reader): DynamicModule => ({
  module: ReaderModule,
  global: true,
  providers: [{ provide: Reader, useValue: reader }],
  exports: [Reader],
});

/** Global, so that jobs may run documents against the schema that everybody else uses. */
const graphqlModule = ({ reader, meter, report }: Parts): DynamicModule => ({
  ...GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [Viewers],
    useFactory: (viewers: Viewers) =>
      graphqlOptions({ reader, meter, report, viewerOf: (request) => viewers.viewerOf(request) }),
  }),
  global: true,
});
