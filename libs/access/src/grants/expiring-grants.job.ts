import { Clock, dateIn, associationZone } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Notifications } from '@dangwu/platform/notifications';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { associationHolders } from '../association-holders';
import { roles, type RoleKey } from '../roles';

/** How long before its end a grant is announced: time enough for the next working week to decide about it. */
export const announcedDays = 14;

interface Ending {
  readonly id: string;
  readonly account: string;
  readonly association: string;
  readonly name: string;
  readonly role: RoleKey;
  readonly until: Date;
}

/** Tells those concerned, once, that a grant is about to end: its holder, and the security administrators. */
@Injectable()
export class ExpiringGrants implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.schedules.on('expiring-grants', '30 7 * * *', () => this.run());
  }

  async run(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations) await this.announce(id);
  }

  private async announce(associationId: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(systemScope(associationId), async (tx) => {
      // marked and told in one transaction: a run that dies tells nobody twice. Emergency access is short by nature.
      const [ending] = await tx.query<[Ending[], number]>(
        `update access_grant g set expiry_announced_at = $1 from account a
         where a.id = g.account_id and a.disabled_at is null and g.deleted_at is null and g.association_id = $3
           and g.until > $1 and g.until <= $1 + make_interval(days => $2) and g.since <= $1
           and g.expiry_announced_at is null and g.emergency_id is null
         returning g.id, g.account_id as account, g.association_id as association, a.name, g.role, g.until`,
        [now, announcedDays, associationId],
      );
      if (ending.length === 0) return;
      const guardians = await associationHolders(tx, associationId, 'access.grant', now);
      for (const { account, name, role, until } of ending) {
        const params = { name, roleZh: roles[role].zh, roleEn: roles[role].en, until: dateIn(associationZone, until) };
        for (const accountId of new Set([account, ...guardians]))
          await this.notifications.add(tx, {
            accountId,
            associationId,
            kind: 'ACCESS_ENDING',
            params,
            link: '/access',
          });
      }
    });
  }
}
