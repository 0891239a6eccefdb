import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { plusMonths } from '@dangwu/organization';
import { Rules } from '@dangwu/rules';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MemberHistory } from '../member-history';

/** Removed in sets: a night with many of them holds no lock for long. */
const chunk = 500;

/**
 * Numbers of people who left are kept as long as the rule `personal.retention` says, and removed in the night after. The
 * person's key stays: whoever comes back is registered with the number anew.
 */
@Injectable()
export class RetireNumbersJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly history: MemberHistory,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.schedules.on('retire-numbers', '40 2 * * *', async () => void (await this.run()));
  }

  /** @returns of how many people numbers were removed */
  async run(): Promise<number> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    let removed = 0;
    for (const { id } of associations)
      for (;;) {
        const count = await this.database.transaction(systemScope(id), (tx) => this.retire(tx, id));
        removed += count;
        if (count < chunk) break;
      }
    return removed;
  }

  private async retire(tx: EntityManager, associationId: string): Promise<number> {
    const rule = (await this.rules.ofAssociation(tx, associationId)).get('personal.retention');
    const years = rule?.parsed?.numerator;
    // no rule in force, or one in words: nobody decided, so nothing is removed
    if (!rule || years === undefined) return 0;
    const today = this.clock.today();
    const gone = await tx.query<{ id: string; organizationId: string }[]>(
      `with gone as (
         update member m set id_sealed = null, id_mark = null, id_masked = null, phone_sealed = null,
           phone_mark = null, phone_masked = null, version = version + 1
         where m.id in (select id from member where association_id = $1 and left_on <= $2
           and (id_sealed is not null or phone_sealed is not null) order by left_on, id limit ${chunk} for update)
         returning m.id, m.organization_id)
       select id, organization_id as "organizationId" from gone`,
      [associationId, plusMonths(today, -12 * years)],
    );
    if (gone.length === 0) return 0;
    await this.history.derive(
      tx,
      gone.map(({ id }) => id),
      today,
    );
    await this.audit.recordAll(
      tx,
      gone.map(({ id, organizationId }) => ({
        action: 'member.retireNumbers',
        subjectType: 'Member',
        subjectId: id,
        organizationId,
        associationId,
        after: { years },
        reason: rule.basis.zh,
      })),
    );
    return gone.length;
  }
}
