import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { letterHtml, letterText, Mail, type Letter } from '@dangwu/platform/mail';
import { fillText, type LocalText } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Addressee } from './answerable-accounts';
import { atOnce, reminderKinds, wants, type ReminderKind } from './reminder-kinds';
import { headings, letter } from './reminder-words';

interface Line {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly line: LocalText;
  readonly link: string;
}

/** Of each kind; the rest stands in the console. */
const mostLines = 20;
/** What could not be told by letter for so long is old news. */
const freshFor = 3 * 86_400_000;

/** Letters of reminders: one a day for each person, and one for what does not wait. */
@Injectable()
export class ReminderLetters {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly mail: Mail,
  ) {}

  /** The letter of the day with all that is new, unless there was one today. */
  async daily(tx: EntityManager, associationId: string, account: Addressee): Promise<void> {
    await this.send(tx, associationId, account, reminderKinds, async (begunBy) => {
      const written = await tx.query<unknown[]>(
        `insert into reminder_letter (account_id, association_id, day, begun_by) values ($1, $2, $3, $4)
         on conflict do nothing returning account_id`,
        [account.id, associationId, this.clock.today(), begunBy],
      );
      return written.length > 0;
    });
  }

  /** What does not wait for the next morning, together. */
  async atOnce(tx: EntityManager, associationId: string, account: Addressee): Promise<void> {
    await this.send(tx, associationId, account, atOnce, () => Promise.resolve(true));
  }

  private async send(
    tx: EntityManager,
    associationId: string,
    account: Addressee,
    kinds: readonly ReminderKind[],
    may: (begunBy: string) => Promise<boolean>,
  ): Promise<void> {
    if (!account.mail) return;
    const now = this.clock.now();
    const lines = await tx.query<Line[]>(
      `select id, kind, line, link from reminder
       where association_id = $1 and account_id = $2 and to_mail and mailed_at is null and kind = any($3)
         and created_at > $4 order by id for update skip locked`,
      [associationId, account.id, kinds.filter((kind) => wants(account, kind)), new Date(now.getTime() - freshFor)],
    );
    if (lines.length === 0 || !(await may(lines[0]!.id))) return;
    const said = this.letter(account, lines);
    await this.mail.send(tx, {
      to: [account.mail],
      subject: said.title,
      text: letterText(said),
      html: letterHtml(said),
      associationId,
    });
    await tx.query(`update reminder set mailed_at = $2 where id = any($1)`, [lines.map(({ id }) => id), now]);
  }

  private letter({ name, language }: Addressee, lines: readonly Line[]): Letter {
    const say = (words: LocalText, params: Record<string, unknown>): string => fillText(words, params)[language];
    const sections = reminderKinds.flatMap((kind) => {
      const ofKind = lines.filter((line) => line.kind === kind);
      if (ofKind.length === 0) return [];
      const items = ofKind
        .slice(0, mostLines)
        .map(({ line, link }) => ({ text: line[language], link: `${this.config.publicUrl}${link}` }));
      const more = ofKind.length > mostLines ? say(letter.more, { count: ofKind.length }) : undefined;
      return [{ heading: headings[kind][language], items, more }];
    });
    const params = { name, address: this.config.publicUrl };
    return {
      language,
      title: say(letter.subject, { count: lines.length, day: this.clock.today() }),
      parts: [{ text: say(letter.greeting, params) }, ...sections],
      end: say(letter.end, params),
    };
  }
}
