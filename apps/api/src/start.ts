import { ConfigError } from '@dangwu/platform/config';

/** Runs a process's start and ends it with a readable sentence when it cannot start. */
export async function start(name: string, begin: () => Promise<string>): Promise<void> {
  try {
    const ready = await begin();
    console.log(`${name} ready: ${ready}`);
    // tells a supervisor, where there is one
    process.send?.({ ready: name });
  } catch (error) {
    console.error(`${name} could not start. ${explain(error)}`);
    process.exit(1);
  }
}

/** What a person should read of an error that ends a process. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to a free one, or stop what listens there.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A child whose supervisor was killed must not stay behind: the channel to it closes, and the child ends. */
export function endWithParent(close: () => Promise<void>): void {
  if (!process.connected) return;
  process.once('disconnect', () => {
    void close().finally(() => process.exit(0));
  });
}
