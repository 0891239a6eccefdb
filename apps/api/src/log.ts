import type { Config } from '@dangwu/platform/config';
import { loggerOptions, requestLogging } from '@dangwu/platform/http';
import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';

/** One log per process: lines of JSON, secrets blotted out. */
export interface Log {
  readonly logger: Logger;
  /** a line per request */
  readonly requests: HttpLogger;
  /** Nest's own messages in the same log */
  readonly nest: LoggerService;
}

export function createLog(config: Config, process: 'api' | 'worker' | 'cli', to?: DestinationStream): Log {
  const options = loggerOptions(config, process);
  const logger = to ? pino(options, to) : pino(options);
  return { logger, requests: pinoHttp({ ...requestLogging(config), logger }), nest: nestLogger(logger) };
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
