import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const header = 'x-request-id';

/**
 * The id that ties a request to its log lines, audit events and INTERNAL errors: that of a proxy in front when it looks
 * like one, otherwise a new one. The answer carries it too. The same when asked again.
 */
export function requestId(request: IncomingMessage & { id?: unknown }, response?: ServerResponse): string {
  const given = request.headers[header];
  const id =
    typeof request.id === 'string'
      ? request.id
      : typeof given === 'string' && /^[\w.-]{8,64}$/.test(given)
        ? given
        : randomUUID();
  request.id = id;
  if (response && !response.headersSent) response.setHeader(header, id);
  return id;
}
