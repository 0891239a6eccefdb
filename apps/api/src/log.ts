import { randomUUID } from 'node:crypto';
import type { Config } from '@dangwu/platform/config';
import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';

/** One log per process: pino's lines as JSON, secrets blotted out. */
export interface Log {
  readonly logger: Logger;
  /** a line per request, with the id that the answer carries as X-Request-Id */
  readonly requests: HttpLogger;
  /** Nest's own messages in the same log */
  readonly nest: LoggerService;
}

const secrets = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  '*.idNumber',
  '*.phone',
];

/** @param name of the process, on every line */
export function createLog(config: Config, name: string): Log {
  const logger = pino({
    name,
    level: config.logLevel,
    redact: { paths: secrets, censor: '[redacted]' },
    base: { name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
  const requests = pinoHttp({
    logger,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    // what happens all the time is not worth a line
    autoLogging: { ignore: (request) => /^\/(healthz|readyz|metrics|assets\/)/.test(request.url ?? '') },
    customLogLevel: (_, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
  return { logger, requests, nest: nestLogger(logger) };
}

function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: 'info' | 'warn' | 'error' | 'debug' | 'trace') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.filter((part) => typeof part === 'string').at(-1);
      if (message instanceof Error) logger[level]({ err: message, context }, message.message);
      else logger[level]({ context }, String(message));
    };
  // Nest tells every route it maps: for those who debug
  return { log: at('debug'), warn: at('warn'), error: at('error'), debug: at('debug'), verbose: at('trace') };
}
