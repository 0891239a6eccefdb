import { Module, type DynamicModule } from '@nestjs/common';
import { AuditEventEntity, AuditModule } from '../audit';
import { AuditChainModule } from '../audit-chain';
import { Clock, ClockModule } from '../clock';
import { Config, ConfigModule } from '../config';
import { AssociationEntity, Database, DatabaseModule, type Migrations } from '../database';
import { EventsModule } from '../events';
import { FileEntity, FilesModule } from '../files';
import { HttpModule } from '../http';
import { InboxModule } from '../inbox';
import { JobEntity, JobsModule } from '../jobs';
import { KeysModule, PersonKeyEntity } from '../keys';
import { MailMessageEntity, MailModule } from '../mail';
import { NotificationEntity, NotificationsModule } from '../notifications';
import { OutboxMessageEntity, OutboxModule } from '../outbox';
import { QueueModule } from '../queue';

/** The platform's own tables, for `connect`. */
export const platformEntities = [
  AssociationEntity,
  AuditEventEntity,
  FileEntity,
  JobEntity,
  MailMessageEntity,
  NotificationEntity,
  OutboxMessageEntity,
  PersonKeyEntity,
];

export interface PlatformOptions {
  readonly config: Config;
  /** from `connect(config, entities)`; closed with the application */
  readonly database: Database;
  readonly migrations: Migrations;
  /** `sender`: puts work into the queues (API, command line); `worker`: also carries it out */
  readonly process: 'sender' | 'worker';
  /** tests pass one that stands still */
  readonly clock?: Clock;
}

/** All parts of the platform at once, for everybody in the application. */
@Module({})
export class PlatformModule {
  static for({ config, database, migrations, process, clock }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.for(config),
        DatabaseModule.for(database),
        ClockModule.for(clock),
        HttpModule.for(migrations),
        AuditModule,
        AuditChainModule,
        EventsModule,
        FilesModule,
        InboxModule,
        KeysModule,
        NotificationsModule,
        QueueModule.for(process),
        OutboxModule.for(process),
        JobsModule.for(process),
        MailModule.for(process),
      ],
    };
  }
}
