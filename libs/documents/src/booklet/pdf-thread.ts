import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Assemble, Assembled, Opened, OpenFile } from './pdf-worker';

/** Beside this code: its source in tests, what was built of it otherwise. */
const script = ['pdf-worker.js', 'pdf-worker.ts']
  .map((name) => path.join(import.meta.dirname, name))
  .find((file) => existsSync(file))!;

/** What the process may grow by while a stranger's file is opened: a small file may unpack to gigabytes. */
const mostBytes = 1024 ** 3;
const lookEvery = 50;

export class Stopped extends Error {}

/** A thread that opens files of strangers. When one takes too long or too much, the thread ends and the next has a new one. */
export class PdfThread {
  private worker: Worker | null = null;

  /** @throws Stopped */
  async ask(task: OpenFile, limitMs: number): Promise<Opened>;
  async ask(task: Assemble, limitMs: number): Promise<Assembled>;
  async ask(task: OpenFile | Assemble, limitMs: number): Promise<Opened | Assembled> {
    const worker = (this.worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 512 } }));
    const before = process.memoryUsage.rss();
    let watch: NodeJS.Timeout | undefined;
    let limit: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const stop = (why: string) => reject(new Stopped(why));
        limit = setTimeout(stop, limitMs, `took more than ${limitMs} ms`);
        watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > mostBytes) stop('took too much memory');
        }, lookEvery);
        worker.once('message', resolve);
        worker.once('error', (error) => reject(new Stopped(String(error))));
        worker.once('exit', (code) => stop(`ended with ${code}`));
        worker.postMessage(task);
      });
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      clearTimeout(limit);
      clearInterval(watch);
      // not all listeners at once: the thread has some of its own
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    }
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}
