import { AuditArchives, RemoveArchived } from '@dangwu/platform/audit-chain';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import type { LocalText } from '@dangwu/platform/text';
import { Rules } from '@dangwu/rules';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Retention {
  readonly months: number;
  readonly basis: LocalText;
}

/** How long events stay in the database: the rule `audit.retention`, never less than its legal floor. */
@Injectable()
export class AuditRetention {
  private readonly log = new Logger('AuditRetention');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly archives: AuditArchives,
    private readonly removal: RemoveArchived,
  ) {}

  /** What holds for one association. */
  async of(tx: EntityManager, associationId: string): Promise<Retention> {
    const rules = await this.rules.ofAssociation(tx, associationId);
    const said = ['audit.retention', 'audit.retention.min'].flatMap((key) => {
      const { parsed, basis } = rules.get(key) ?? {};
      return parsed && basis ? [{ months: parsed.numerator, basis }] : [];
    });
    return said.reduce((longer, one) => (one.months > longer.months ? one : longer), said[0] ?? unruled);
  }

  /** Archives what is older than every association has to keep it, and removes what is archived. */
  async run(): Promise<{ archives: number; archived: number; removed: number }> {
    const made = await this.archives.archive(monthsAgo(this.clock.now(), await this.longest()));
    const archived = made.reduce((sum, { events }) => sum + events, 0);
    return { archives: made.length, archived, removed: await this.remove() };
  }

  /** The chain is one for all associations, so the longest retention counts. */
  private async longest(): Promise<number> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>('select id from association'),
    );
    const months = await Promise.all(
      associations.map(({ id }) => this.database.transaction(systemScope(id), (tx) => this.of(tx, id))),
    );
    return months.length ? Math.max(...months.map((one) => one.months)) : unruled.months;
  }

  /** Where this login may not take dangwu_owner, an administrator does it by the command line. */
  private async remove(): Promise<number> {
    try {
      return await this.removal.run();
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      this.log.warn(
        'This login may not remove archived events: run "audit archive" with DATABASE_OWNER_URL as the migrations do',
      );
      return 0;
    }
  }
}

/** For an association whose register holds no such rule. */
const unruled: Retention = {
  months: 12,
  basis: { zh: '规则库里没有这一条，按十二个月', en: 'no such rule in the register; twelve months' },
};

/** The same hour, so many months before; the last day of a shorter month. */
export function monthsAgo(now: Date, months: number): Date {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - months, 1);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(now.getUTCDate(), last));
  return day;
}
