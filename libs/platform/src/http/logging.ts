import type { IncomingMessage, ServerResponse } from 'node:http';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { Config } from '../config';
import { requestId } from './request-id';
import { withNotes, type RequestNotes } from './request-notes';

/** Never in a log, wherever in the logged object they stand (two levels deep). */
const secrets = ['password', 'currentPassword', 'newPassword', 'token', 'secret', 'authorization', 'cookie'];

export const redaction = {
  paths: [
    'req.headers.authorization',
    'req.headers.cookie',
    'res.headers["set-cookie"]',
    ...secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  ],
  censor: '[redacted]',
};

/** Structured lines of a process: JSON on standard output, secrets removed. */
export function loggerOptions(config: Config, process: 'api' | 'worker' | 'cli'): LoggerOptions {
  return {
    level: config.logLevel,
    base: { process },
    redact: redaction,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  };
}

/** Where lines go: written together, since a write of its own for each would cost more than many a request. */
export function logDestination(): DestinationStream & { flush(): void } {
  const out = pino.destination({ fd: 1, sync: false, minLength: 12_288 });
  // what lies in the buffer when the process ends is written by pino itself
  setInterval(() => out.flush(), 500).unref();
  return out;
}

/** Warnings and errors do not wait for others. */
export const urgent = (flush: () => void): LoggerOptions['hooks'] => ({
  logMethod(args, method, level) {
    method.apply(this, args);
    if (level >= 40) flush();
  },
});

/** The address of a calendar feed is the key to it. */
const pathOf = (url: string): string => url.split('?', 1)[0]!.replace(/^\/calendar\/.+/, '/calendar/[redacted]');

const unlogged = /^\/(healthz|readyz|metrics)\b/;

/**
 * Middleware of Express: one line per request when it is over, with no query string, no body and no header but the id.
 * Refusals stand there with the account and the operation, whatever the status: GraphQL answers many of them with 200.
 *
 * @param lines a logger without redaction: there is nothing in these lines to remove
 * @param logger for requests that ended in an error, whose details may hold anything
 */
export function requestLog(lines: Logger, logger: Logger) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const id = requestId(request, response);
    const { url = '', method } = request;
    const began = performance.now();
    const notes: RequestNotes = {};
    let failure: Error | undefined;
    response.once('error', (error) => (failure = error));
    response.once('close', () => {
      const { statusCode } = response;
      const level = failure || statusCode >= 500 ? 'error' : statusCode >= 400 || notes.refused ? 'warn' : 'info';
      if (unlogged.test(url) || !lines.isLevelEnabled(level)) return;
      const line = {
        reqId: id,
        req: { id, method, path: pathOf(url), remoteAddress: request.socket.remoteAddress },
        res: { statusCode },
        ...(notes.refused && notes),
        responseTime: Math.round(performance.now() - began),
      };
      if (failure) logger.error({ ...line, err: failure }, 'request errored');
      else lines[level](line, response.writableFinished ? 'request completed' : 'request aborted');
    });
    withNotes(notes, next);
  };
}
