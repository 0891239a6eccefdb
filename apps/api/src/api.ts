import { SessionCookie, Viewers } from '@dangwu/access';
import { Papers } from '@dangwu/ballots';
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
import { TextLane } from './graphql/lane/text-lane';
import { readManifest, trustedDocuments, type Documents } from './graphql/trusted-documents';
import { papersLane } from './http/papers-lane';
import { serveConsole } from './http/console';
import { deadline } from './http/deadline';
import { DomainExceptionFilter } from './http/domain-exception.filter';
import { sameOrigin } from './http/same-origin';
import { noStore, securityHeaders } from './http/security-headers';
import { inputValidation } from './http/validation';
import { createLog } from './log';
import { CostMeter } from './rate/cost-meter';
import { RestRateInterceptor } from './rate/rest-rate.interceptor';
import { createReader } from './read-models';

export interface ApiParts {
  /** tests set the time */
  readonly clock?: Clock;
  /** where the lines of the log go; standard output when left out */
  readonly log?: DestinationStream;
  /** and want mutations that leave no audit event refused */
  readonly unrecorded?: 'refuse';
  /** tests write their own documents, whoever they are; no setting does that */
  readonly documents?: Documents;
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

/** What the console may send; the build puts it beside the bundle. */
const manifest = path.resolve(import.meta.dirname, '../dist/documents.json');

/** Audit events say from where. */
function rememberCaller(request: Request, _: Response, next: NextFunction): void {
  callers.run({ address: request.ip ?? null, requestId: requestId(request) }, next);
}

async function create(
  config: Config,
  process: 'sender' | 'worker',
  { clock = new Clock(), log, unrecorded, documents = readManifest(manifest) }: ApiParts,
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
  const lane = new TextLane();
  const meter = new CostMeter(database, config);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.for({
      config,
      database,
      reader,
      clock,
      meter,
      process,
      report,
      lane,
      unrecorded: unrecorded ?? 'report',
    }),
    { bodyParser: false, logger: nest, forceCloseConnections: true },
  );
  app.set('trust proxy', config.trustedProxies);
  app.disable('x-powered-by');
  // before everything that would remember who sends
  app.use('/ballots/papers', papersLane(app.get(Papers), report));
  app.use(requests, app.get(Metrics).measure, rememberCaller, securityHeaders(config.secure));
  app.use(deadline(config.requestTimeout), sameOrigin(config, app.get(SessionCookie)));
  app.useBodyParser('json', { limit: '1mb' });
  // what a session may not send does not get as far as the lane, and what the lane answers is charged as well
  app.use('/graphql', noStore, trustedDocuments(documents));
  lane.open(app.get(Viewers), (cost, viewer, request, response) => meter.charge(cost, viewer, request, response));
  app.use('/graphql', lane.middleware);
  serveConsole(app, path.resolve(import.meta.dirname, '../../console/dist'));
  // after the files of the console, which may be kept
  app.use(noStore);
  app.useGlobalPipes(inputValidation);
  app.useGlobalInterceptors(new RestRateInterceptor(meter));
  app.useGlobalFilters(new DomainExceptionFilter(report));
  app.enableShutdownHooks();
  app.getHttpServer().requestTimeout = config.requestTimeout;
  return app;
}
