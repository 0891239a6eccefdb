import { Holders } from '@dangwu/access';
import { Clock, plusDays } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { defineNotifications, Notifications } from '@dangwu/platform/notifications';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HolidayYears } from './holiday-years.service';
import { unnoticedYears } from './unnoticed-years';

/** How long before the year begins: by then the notice is mostly out (2026: 4 November). */
export const remindedDays = 50;

defineNotifications({
  HOLIDAYS_UNNOTICED: {
    title: { zh: '请登记 {year} 年的放假安排', en: 'Enter the holidays of {year}' },
    text: {
      zh: '{year} 年还只有法定节假日。国务院办公厅的通知公布后，把正文粘贴到“节假日”页即可；在那以前，{from} 起的安排可能要改。',
      en: '{year} has its statutory days alone. Once the notice of the State Council is out, paste it on the page of holidays; until then plans from {from} on may have to shift.',
    },
  },
});

/** Tells those who keep the calendar, once for each year, that its notice is to be entered. */
@Injectable()
export class UnnoticedYearsJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly schedules: Schedules,
    private readonly holders: Holders,
    private readonly notifications: Notifications,
    private readonly years: HolidayYears,
  ) {}

  onModuleInit(): void {
    this.schedules.on('unnoticed-years', '40 7 * * *', () => this.run());
  }

  async run(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations) await this.database.transaction(systemScope(id), (tx) => this.remind(tx, id));
  }

  private async remind(tx: EntityManager, associationId: string): Promise<void> {
    const today = this.clock.today();
    const due = unnoticedYears(today, await this.years.all(tx, associationId)).filter(
      ({ from }) => from <= plusDays(today, remindedDays),
    );
    for (const { year, from } of due) {
      const told = await tx.query<{ account: string }[]>(
        `select account_id as account from notification
         where association_id = $1 and kind = 'HOLIDAYS_UNNOTICED' and params ->> 'year' = $2`,
        [associationId, String(year)],
      );
      const known = new Set(told.map(({ account }) => account));
      for (const { accountId, area } of await this.holders.of(tx, associationId, 'calendar.maintain'))
        if (!known.has(accountId) && !area.empty)
          await this.notifications.add(tx, {
            accountId,
            associationId,
            kind: 'HOLIDAYS_UNNOTICED',
            params: { year, from },
            link: `/holidays?year=${year}`,
          });
    }
  }
}
