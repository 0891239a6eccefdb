import { OrganizationFlags } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MemberHistory } from './member-history';

/** At 00:00 of each day in the association's zone: affiliations that were recorded ahead move members to their places. */
@Injectable()
export class MemberEffectiveJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly history: MemberHistory,
    private readonly flags: OrganizationFlags,
  ) {}

  onModuleInit(): void {
    // again in the morning: a worker that slept over midnight catches up before people come
    this.schedules.on('member-effective', '5 0,6 * * *', () => this.run());
  }

  async run(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations)
      await this.database.transaction(systemScope(id), async (tx) => {
        await this.history.settle(tx, 'ALL', this.clock.today());
        await this.flags.refresh(tx, id, 'ALL');
      });
  }
}
