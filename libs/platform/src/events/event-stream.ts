import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveEvent } from './live-events';

/** Comments that keep proxies from closing a silent stream. */
const beat = 25_000;

/** Writes live events as server-sent events until the reader leaves or the stream ends. */
export async function writeEventStream(
  request: IncomingMessage,
  response: ServerResponse,
  events: AsyncGenerator<LiveEvent, void, undefined>,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 3000\n\n');
  const timer = setInterval(() => response.write(': beat\n\n'), beat);
  request.on('close', () => void events.return());
  try {
    for await (const { kind, id } of events)
      response.write(`event: ${kind}\ndata: ${JSON.stringify({ kind, id })}\n\n`);
  } finally {
    clearInterval(timer);
    response.end();
  }
}
