import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Addressee } from './answerable-accounts';
import type { Reminder } from './reminder-kinds';

/** One reminder and who is told. */
export interface DueReminder {
  readonly account: Addressee;
  readonly reminder: Reminder;
}

/** Finds what is due today, whether it was told or not: nobody is told twice. */
export type ReminderSource = (tx: EntityManager, associationId: string) => Promise<readonly DueReminder[]>;

/** What is due elsewhere. Libraries above add theirs in `onModuleInit`. */
@Injectable()
export class ReminderSources {
  private readonly sources: ReminderSource[] = [];

  add(source: ReminderSource): void {
    this.sources.push(source);
  }

  async find(tx: EntityManager, associationId: string): Promise<DueReminder[]> {
    const found: DueReminder[] = [];
    for (const source of this.sources) found.push(...(await source(tx, associationId)));
    return found;
  }
}
