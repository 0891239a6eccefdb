import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { Config } from '../config';
import { newId } from '../ids';
import { Outbox } from '../outbox';
import { MailMessageEntity, type MailAttachment } from './mail-message.entity';

export const mailTopic = 'mail';

export interface NewMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string | null;
  readonly attachments?: readonly MailAttachment[];
  /** forget the text once the letter is sent or given up: it holds a link that works like a password */
  readonly confidential?: boolean;
  /** null for mail of the system itself */
  readonly associationId: string | null;
}

/** Letters are rows of the business transaction; the worker sends them when it commits. */
@Injectable()
export class Mail {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the letter's row */
  async send(tx: EntityManager, mail: NewMail): Promise<string> {
    const id = newId();
    await tx.insert(MailMessageEntity, {
      id,
      associationId: mail.associationId,
      recipients: [...mail.to],
      subject: mail.subject,
      text: mail.text,
      html: mail.html ?? null,
      attachments: [...(mail.attachments ?? [])],
      confidential: mail.confidential ?? false,
      messageId: `<${id}@${domainOf(this.config.mailFrom)}>`,
      createdAt: this.clock.now(),
    });
    await this.outbox.add(tx, { topic: mailTopic, payload: { id }, dedupeKey: id, associationId: mail.associationId });
    return id;
  }
}

const domainOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
