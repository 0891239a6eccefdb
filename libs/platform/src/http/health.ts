import { Inject, Injectable } from '@nestjs/common';
import { Database, pendingMigrations, type Migrations } from '../database';

export const MIGRATIONS = Symbol('Migrations');

export interface Readiness {
  readonly ready: boolean;
  /** what is wrong, for operators; says nothing about data */
  readonly problems: readonly string[];
}

/** Whether this process can do its work: the database answers and has the schema of this release. */
@Injectable()
export class Health {
  constructor(
    private readonly database: Database,
    @Inject(MIGRATIONS) private readonly migrations: Migrations,
  ) {}

  async readiness(): Promise<Readiness> {
    const problems: string[] = [];
    try {
      const pending = await within(2000, pendingMigrations(this.database.source, this.migrations));
      if (pending.length > 0) problems.push(`migrations not run: ${pending.join(', ')}`);
      await within(2000, this.database.reader.query('select 1'));
    } catch (error) {
      problems.push(`database: ${error instanceof Error ? error.message : String(error)}`);
    }
    return { ready: problems.length === 0, problems };
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
