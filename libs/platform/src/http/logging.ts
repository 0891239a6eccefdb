import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoggerOptions } from 'pino';
import type { Options } from 'pino-http';
import type { Config } from '../config';
import { requestId } from './request-id';

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

/** One line per request for pino-http and nestjs-pino: no query strings, no bodies, the request's id. */
export function requestLogging(config: Config): Options {
  return {
    ...loggerOptions(config, 'api'),
    genReqId: (request: IncomingMessage, response: ServerResponse) => requestId(request, response),
    quietReqLogger: true,
    autoLogging: { ignore: (request: IncomingMessage) => /^\/(healthz|readyz|metrics)\b/.test(request.url ?? '') },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
    serializers: {
      req: ({ id, method, url, remoteAddress }: Record<string, unknown>) => ({
        id,
        method,
        path: String(url).split('?')[0],
        remoteAddress,
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  };
}
