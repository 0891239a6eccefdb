import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../../../..');

export interface ReadApart {
  /** the refusal's name, or how many rows were read */
  readonly outcome: string;
  /** by how much the process grew at most */
  readonly megabytes: number;
}

/** Reads workbooks in processes of their own with a small heap, so that what reading costs can be told. */
export class ReadingApart {
  private constructor(private readonly folder: string) {}

  static async begin(): Promise<ReadingApart> {
    const folder = await mkdtemp(path.join(tmpdir(), 'dangwu-reading-'));
    const bundler = path.join(root, 'node_modules/rolldown/bin/cli.mjs');
    const program = path.join(import.meta.dirname, 'read-and-tell.ts');
    const shape = ['--format', 'esm', '--platform', 'node', '--tsconfig', path.join(root, 'tsconfig.base.json')];
    await run(process.execPath, [bundler, program, ...shape, '--file', path.join(folder, 'read.mjs')], { cwd: root });
    return new ReadingApart(folder);
  }

  async read(bytes: Buffer): Promise<ReadApart> {
    const file = path.join(this.folder, 'roster.xlsx');
    await writeFile(file, bytes);
    const heap = '--max-old-space-size=64';
    const { stdout } = await run(process.execPath, [heap, path.join(this.folder, 'read.mjs'), file]);
    return JSON.parse(stdout) as ReadApart;
  }

  end(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}
