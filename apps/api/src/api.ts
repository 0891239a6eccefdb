import { Clock } from '@dangwu/platform/clock';
import { callers } from '@dangwu/platform/audit';
import type { Config } from '@dangwu/platform/config';
import { connect } from '@dangwu/platform/database';
import { Metrics, requestId, SqlLogger } from '@dangwu/platform/http';
import { newId } from '@dangwu/platform/ids';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import path from 'node:path';
import type { DestinationStream } from 'pino';
import { AppModule } from './app.module';
import { entities } from './entities';
import { serveConsole } from './http/console';
import { DomainExceptionFilter } from './http/domain-exception.filter';
import { securityHeaders } from './http/security-headers';
import { inputValidation } from './http/validation';
import { createLog } from './log';
import { createReader } from './read-models';

export interface ApiParts {
  /** tests set the time */
  readonly clock?: Clock;
  /** and want mutations that leave no audit event refused */
  readonly unrecorded?: 'refuse';
  /** where the lines of the log go; standard output when left out */
  readonly log?: DestinationStream;
}

/** The application as a process serves it; not listening yet. */
export function createApi(config: Config, parts: ApiParts = {}): Promise<NestExpressApplication> {
  return create(config, 'sender', parts);
}

/** The same application taking work out of the queues. It serves nobody. */
export async function createWorker(config: Config, parts: ApiParts = {}): Promise<NestExpressApplication> {
  const app = await create(config, 'worker', parts);
  return app.init();
}

/** Audit events say from where. */
function rememberCaller(request: Request, _: Response, next: NextFunction): void {
  callers.run({ address: request.ip ?? null, requestId: requestId(request) }, next);
}

async function create(
  config: Config,
  process: 'sender' | 'worker',
  { clock = new Clock(), unrecorded, log }: ApiParts,
): Promise<NestExpressApplication> {
  const { logger, requests, nest } = createLog(config, process === 'sender' ? 'api' : 'worker', log);
  const report = (error: unknown): string => {
    const traceId = newId();
    logger.error({ err: error, traceId }, 'unexpected error');
    return traceId;
  };
  const debug = logger.isLevelEnabled('debug');
  const sqlLogger = debug ? new SqlLogger((fields, message) => logger.debug(fields, message)) : undefined;
  const database = await connect(config, entities, sqlLogger ? { logger: sqlLogger } : {});
  const reader = createReader(database, clock, (statement) => debug && logger.debug(statement, 'read'));
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.for({ config, database, reader, clock, process, report, unrecorded: unrecorded ?? 'report' }),
    { bodyParser: false, logger: nest, forceCloseConnections: true },
  );
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  app.use(requests, app.get(Metrics).measure, rememberCaller, securityHeaders(config.secure));
  app.useBodyParser('json', { limit: '1mb' });
  serveConsole(app, path.resolve(import.meta.dirname, '../../console/dist'));
  app.useGlobalPipes(inputValidation);
  app.useGlobalFilters(new DomainExceptionFilter(report));
  app.enableShutdownHooks();
  app.getHttpServer().requestTimeout = config.requestTimeout;
  return app;
}
