import type { Logger } from 'typeorm';

/** TypeORM's statements as debug lines; values stay out, since they are personal data. */
export class SqlLogger implements Logger {
  constructor(private readonly debug: (fields: Record<string, unknown>, message: string) => void) {}

  logQuery(sql: string): void {
    this.debug({ sql }, 'sql');
  }

  logQueryError(error: string | Error, sql: string): void {
    this.debug({ sql, error: String(error) }, 'sql failed');
  }

  logQuerySlow(time: number, sql: string): void {
    this.debug({ sql, time }, 'sql slow');
  }

  logSchemaBuild(): void {}

  logMigration(message: string): void {
    this.debug({}, message);
  }

  log(_level: 'log' | 'info' | 'warn', message: unknown): void {
    this.debug({}, String(message));
  }
}
