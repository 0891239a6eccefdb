import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Notifications } from '@dangwu/platform/notifications';
import type { Language } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Addressee } from './answerable-accounts';
import { reminderKinds, wants, type Reminder, type ReminderKind } from './reminder-kinds';
import { listOf, notificationOf } from './reminder-words';

/** How many are named under the bell. */
const named = 3;

/**
 * Tells a person, once: the rows that say what was told, and the lines under the bell, in one transaction. A run that
 * dies has told all of it or nothing, and two runs at once end up with one of each.
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {}

  /** @returns those that were not told before */
  async tell(
    tx: EntityManager,
    associationId: string,
    account: Pick<Addressee, 'id' | 'mail' | 'lettersOff'>,
    reminders: readonly Reminder[],
  ): Promise<Reminder[]> {
    const rows = reminders.map((reminder) => ({
      id: newId(),
      association_id: associationId,
      account_id: account.id,
      organization_id: reminder.organizationId,
      kind: reminder.kind,
      thing_id: reminder.thingId,
      moment: reminder.moment,
      line: reminder.line,
      link: reminder.link,
      to_mail: account.mail !== null && wants(account, reminder.kind),
      created_at: this.clock.now(),
    }));
    const added = await tx.query<{ id: string }[]>(
      `insert into reminder (id, association_id, account_id, organization_id, kind, thing_id, moment, line, link,
         to_mail, created_at)
       select id, association_id, account_id, organization_id, kind, thing_id, moment, line, link, to_mail, created_at
       from jsonb_populate_recordset(null::reminder, $1::jsonb)
       on conflict on constraint reminder_once do nothing returning id`,
      [JSON.stringify(rows)],
    );
    const ids = new Set(added.map(({ id }) => id));
    const anew = reminders.filter((_, i) => ids.has(rows[i]!.id));
    for (const kind of reminderKinds) {
      const ofKind = anew.filter((one) => one.kind === kind);
      if (ofKind.length) await this.notify(tx, associationId, account.id, kind, ofKind);
    }
    return anew;
  }

  /** What was told of a thing is over: the bell is silent, and no letter tells it that was not sent. */
  async silence(
    tx: EntityManager,
    associationId: string,
    thingId: string,
    kinds: readonly ReminderKind[],
  ): Promise<void> {
    const over = await tx.query<{ account: string; kind: ReminderKind; link: string }[]>(
      `with over as (
         update reminder set to_mail = to_mail and mailed_at is not null
         where association_id = $1 and thing_id = $2 and kind = any($3) returning account_id, kind, link)
       select account_id as account, kind, link from over`,
      [associationId, thingId, kinds],
    );
    for (const { account, kind, link } of over)
      await this.notifications.withdraw(tx, account, { kind: notificationOf[kind], link });
  }

  private async notify(
    tx: EntityManager,
    associationId: string,
    accountId: string,
    kind: ReminderKind,
    reminders: readonly Reminder[],
  ): Promise<void> {
    const lines = (language: Language): string =>
      `${reminders
        .slice(0, named)
        .map(({ line }) => line[language])
        .join(language === 'zh' ? '；' : '; ')}${reminders.length > named ? '…' : ''}`;
    await this.notifications.add(tx, {
      accountId,
      associationId,
      kind: notificationOf[kind],
      params: { count: reminders.length, linesZh: lines('zh'), linesEn: lines('en') },
      link: reminders.length === 1 ? reminders[0]!.link : listOf[kind],
    });
  }
}
