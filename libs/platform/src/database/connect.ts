import pg from 'pg';
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import type { Config } from '../config';
import { AssociationEntity } from './association.entity';
import { Database } from './database';
import { FrugalClient } from './frugal-client';
import { SnakeNaming } from './snake-naming';
import { WritingClient } from './writing-client';

/** Entity classes of the libraries the process is composed of. */
export type Entities = NonNullable<DataSourceOptions['entities']>;

export interface ConnectOptions {
  /** hears every statement, for debug logs */
  readonly logger?: Logger;
}

/** Opens both pools: `dangwu_app` for entities and transactions, `dangwu_reader` for the read-model. */
export async function connect(config: Config, entities: Entities, { logger }: ConnectOptions = {}): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    applicationName: 'dangwu-app',
    namingStrategy: new SnakeNaming(),
    entities: [AssociationEntity, ...(Array.isArray(entities) ? entities : Object.values(entities))],
    synchronize: false,
    logging: logger !== undefined,
    logger,
    poolSize: config.poolSize,
    connectTimeoutMS: config.poolTimeout,
    // Lost connections are the pool's own business; the next use opens another.
    poolErrorHandler: () => undefined,
    // statements that nobody waits for one by one go out together
    extra: { options: startupOptions('dangwu_app', config), Client: WritingClient, pipeline: true },
  });
  await source.initialize();
  const reader = new pg.Pool({
    connectionString: config.databaseReaderUrl,
    application_name: 'dangwu-reader',
    max: config.poolSize,
    Client: FrugalClient,
    connectionTimeoutMillis: config.poolTimeout,
    options: `${startupOptions('dangwu_reader', config)} -c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan`,
  });
  reader.on('error', () => undefined);
  return new Database(source, reader, config.databaseUrl === config.databaseReaderUrl);
}

/** The role is a start-up setting of the session, so that no statement can run before it is taken. */
function startupOptions(role: string, config: Config): string {
  return [
    `-c role=${role}`,
    `-c statement_timeout=${config.statementTimeout}`,
    `-c idle_in_transaction_session_timeout=${config.idleTransactionTimeout}`,
  ].join(' ');
}
