import type { Config } from '@dangwu/platform/config';
import { logDestination, loggerOptions, requestLog, urgent } from '@dangwu/platform/http';
import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

/** One log per process: lines of JSON, secrets blotted out. */
export interface Log {
  readonly logger: Logger;
  /** a line per request */
  readonly requests: ReturnType<typeof requestLog>;
  /** Nest's own messages in the same log */
  readonly nest: LoggerService;
}

export function createLog(config: Config, process: 'api' | 'worker' | 'cli', to?: DestinationStream): Log {
  const out: DestinationStream & { flush?(): void } = to ?? logDestination();
  const options = { ...loggerOptions(config, process), hooks: urgent(() => out.flush?.()) };
  const logger = pino(options, out);
  // a logger without redaction for lines in which there is nothing to remove
  const { redact: _, ...plain } = options;
  return { logger, requests: requestLog(pino(plain, out), logger), nest: nestLogger(logger) };
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
