import { Public } from '@dangwu/access';
import { Database, pendingMigrations } from '@dangwu/platform/database';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { migrations } from '../../migrations';

/** For load balancers and supervisors: no secrets, no session. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Public()
  @Get('healthz')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can serve: both ways to the database are open, and the schema is this release's. */
  @Public()
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Record<string, string>> {
    const checks = await Promise.allSettled([this.schemaIsCurrent(), this.database.reader.query('select 1')]);
    const [schema, reader] = checks.map((check) => (check.status === 'fulfilled' ? 'ok' : reasonOf(check.reason)));
    const ready = schema === 'ok' && reader === 'ok';
    if (!ready) response.status(503);
    return { status: ready ? 'ready' : 'not ready', schema: schema!, reader: reader! };
  }

  private async schemaIsCurrent(): Promise<void> {
    const pending = await pendingMigrations(this.database.source, migrations);
    if (pending.length) throw new Error(`migrations are pending: ${pending.join(', ')}`);
  }
}

const reasonOf = (reason: unknown): string => {
  const { code, message } = reason as { code?: string; message?: string };
  return code ? 'the database is not reachable' : (message ?? 'not reachable');
};
