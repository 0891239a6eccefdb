import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';

const maxSize = 40 * 1024 * 1024;

export interface InboxServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Receives every letter for anybody on loopback and keeps it as a file: what would have been sent, for development and
 * trials. Takes no password, so it never listens anywhere else.
 *
 * @param port 0 for a free one
 */
export async function startInbox(folder: string, port: number): Promise<InboxServer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    name: 'dangwu-inbox',
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: maxSize,
    logger: false,
    onData: (stream, _session, done) => {
      void keep(folder, stream).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  server.on('error', () => undefined); // a client that hangs up: nothing to do for a development inbox
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(folder: string, stream: Readable): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  // Sorts by time; named .part until it is there in full.
  const name = `${new Date().toISOString().replace(/[^0-9]/g, '')}-${randomBytes(4).toString('hex')}`;
  const temporary = path.join(folder, `${name}.part`);
  await writeFile(temporary, Buffer.concat(parts), { mode: 0o600 });
  await rename(temporary, path.join(folder, `${name}.eml`));
}
