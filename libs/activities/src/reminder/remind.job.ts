import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { Schedules } from '@dangwu/platform/queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnswerableAccounts, type Addressee } from './answerable-accounts';
import { DueSignatures } from '../minutes/due-signatures';
import { DueItems } from '../supervision/due-items';
import { DueActivities } from './due-activities';
import { DueObligations } from './due-obligations';
import { ExpectedAccounts } from './expected-accounts';
import { atOnce, momentOf, type Reminder, type Told } from './reminder-kinds';
import { ReminderLetters } from './reminder-letters';
import { ReminderSources } from './reminder-sources';
import { Reminders } from './reminders';

type ByAccount = Map<string, { readonly account: Addressee; readonly reminders: Reminder[] }>;

/**
 * Reminds. By the hour of the day: what comes, what is missing, what is late, with one letter a day for each person. Every
 * ten minutes: what does not wait. Each person is a transaction of its own, so that a run that dies goes on where it
 * stopped, and tells nobody twice.
 */
@Injectable()
export class RemindJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly clock: Clock,
    private readonly answerable: AnswerableAccounts,
    private readonly expected: ExpectedAccounts,
    private readonly activities: DueActivities,
    private readonly obligations: DueObligations,
    private readonly items: DueItems,
    private readonly others: ReminderSources,
    private readonly signatures: DueSignatures,
    private readonly reminders: Reminders,
    private readonly letters: ReminderLetters,
  ) {}

  onModuleInit(): void {
    // nobody is told at night; what is planned during the day for the next is told on the hour
    this.schedules.on('remind', '0 8-18 * * *', () => this.run());
    this.schedules.on('remind-at-once', '*/10 * * * *', () => this.runAtOnce());
  }

  async run(): Promise<void> {
    for (const id of await this.associations()) {
      const due = await this.within(id, (tx) => this.due(tx, id));
      for (const { account, reminders } of due.values())
        await this.within(id, async (tx) => {
          await this.reminders.tell(tx, id, account, reminders);
          await this.letters.daily(tx, id, account);
        });
    }
  }

  /** The bell alone, in the caller's transaction: for whoever fills an association. */
  async ring(tx: EntityManager, associationId: string): Promise<void> {
    for (const { account, reminders } of (await this.due(tx, associationId)).values())
      await this.reminders.tell(tx, associationId, account, reminders);
  }

  async runAtOnce(): Promise<void> {
    for (const id of await this.associations()) {
      const putOff = await this.within(id, (tx) => this.activities.putOff(tx, id));
      for (const { accountId, reminder } of putOff)
        await this.within(id, async (tx) => {
          const [account] = await accounts(tx, [accountId]);
          if (account) await this.reminders.tell(tx, id, account, [reminder]);
        });
      for (const account of await this.within(id, (tx) => this.waiting(tx, id)))
        await this.within(id, (tx) => this.letters.atOnce(tx, id, account));
    }
  }

  /** Everything that is due today and was not told, by who is to be told. */
  private async due(tx: EntityManager, associationId: string): Promise<ByAccount> {
    const activities = await this.activities.find(tx, associationId);
    const obligations = await this.obligations.find(tx, associationId);
    const places = [...activities.map(({ reminder }) => reminder), ...obligations].map(
      ({ organizationId }) => organizationId,
    );
    const people = await this.answerable.of(tx, associationId, places);
    const coming = activities.flatMap(({ reminder: { kind, thingId } }) => (kind === 'BEFORE' ? [thingId] : []));
    const expected = await this.expected.of(tx, coming);
    const told = await toldOf(
      tx,
      activities.map(({ reminder }) => reminder.thingId),
    );
    const by: ByAccount = new Map();
    const add = (account: Addressee, reminder: Reminder): void => {
      const known = by.get(account.id) ?? { account, reminders: [] };
      known.reminders.push(reminder);
      by.set(account.id, known);
    };
    for (const { reminder, time, stage } of activities) {
      const answering = people.get(reminder.organizationId) ?? [];
      const known = new Set(answering.map(({ id }) => id));
      // who is expected has a page of one's own, and may not see the activity's
      const invited = (expected.get(reminder.thingId) ?? []).filter(({ id }) => !known.has(id));
      const own = { ...reminder, link: '/my-activities' };
      for (const [account, of] of [
        ...answering.map((one) => [one, reminder] as const),
        ...invited.map((one) => [one, own] as const),
      ]) {
        const before = told.get(keyOf(of.thingId, of.kind, account.id)) ?? [];
        const moment = momentOf(before, time, stage);
        if (moment) add(account, { ...of, moment });
      }
    }
    for (const reminder of obligations)
      for (const account of people.get(reminder.organizationId) ?? []) add(account, reminder);
    for (const { account, reminder } of [
      ...(await this.items.find(tx, associationId)),
      ...(await this.signatures.find(tx, associationId)),
      ...(await this.others.find(tx, associationId)),
    ])
      add(account, reminder);
    // also those with nothing new, whose letter of yesterday was over when something was told
    for (const account of await this.waiting(tx, associationId, false))
      if (!by.has(account.id)) by.set(account.id, { account, reminders: [] });
    return by;
  }

  /** Whom something was told that stands in no letter yet. */
  private async waiting(tx: EntityManager, associationId: string, pressing = true): Promise<Addressee[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct account_id as id from reminder
       where association_id = $1 and to_mail and mailed_at is null and ($2 = false or kind = any($3))
         and created_at > $4::timestamptz - interval '3 days'`,
      [associationId, pressing, atOnce, this.clock.now()],
    );
    return accounts(
      tx,
      rows.map(({ id }) => id),
    );
  }

  private async associations(): Promise<string[]> {
    const rows = await this.within(null, (tx) => tx.query<{ id: string }[]>(`select id from association`));
    return rows.map(({ id }) => id);
  }

  private within<T>(association: string | null, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(association), work);
  }
}

const keyOf = (...parts: readonly string[]): string => parts.join(' ');

async function toldOf(tx: EntityManager, things: readonly string[]): Promise<Map<string, Told[]>> {
  const rows = await tx.query<{ thing: string; kind: string; account: string; moment: string }[]>(
    `select thing_id as thing, kind, account_id as account, moment from reminder where thing_id = any($1) order by id`,
    [things],
  );
  const told = new Map<string, Told[]>();
  for (const { thing, kind, account, moment } of rows) {
    const key = keyOf(thing, kind, account);
    told.set(key, [...(told.get(key) ?? []), { moment }]);
  }
  return told;
}

/** Those of the accounts that may still sign in. */
const accounts = (tx: EntityManager, ids: readonly string[]): Promise<Addressee[]> =>
  tx.query<Addressee[]>(
    `select id, name, mail, language, letters_off as "lettersOff" from account
     where id = any($1) and disabled_at is null and deleted_at is null order by id`,
    [ids],
  );
