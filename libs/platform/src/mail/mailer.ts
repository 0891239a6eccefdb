import { Injectable, type OnModuleInit } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock';
import { Config } from '../config';
import { Database, systemScope } from '../database';
import { Files } from '../files';
import { OutboxHandlers, Undeliverable, type OutboxMessage } from '../outbox';
import { MailMessageEntity, type MailState } from './mail-message.entity';
import { mailTopic } from './mail';

interface SmtpTrouble {
  readonly responseCode?: number;
  readonly code?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
}

/** Hands letters over to the mail server; runs in the worker. */
@Injectable()
export class Mailer implements OnModuleInit {
  private readonly transport: Transporter;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
  ) {
    this.transport = nodemailer.createTransport({
      url: config.smtpUrl,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  onModuleInit(): void {
    this.handlers.on(mailTopic, (message) => this.deliver(message));
  }

  private async deliver({ payload, associationId, last }: OutboxMessage): Promise<void> {
    const mail = await this.begin(associationId, String(payload['id']));
    if (!mail) return;
    try {
      await this.hand(mail);
    } catch (error) {
      await this.note(mail, afterTrouble(mail, error as SmtpTrouble, last), { lastError: String(error) });
      if (permanent(error as SmtpTrouble)) throw new Undeliverable(String(error), { cause: error });
      throw error;
    }
    await this.note(mail, mail.state === 'UNCERTAIN' ? 'UNCERTAIN' : 'SENT', {
      lastError: null,
      sentAt: this.clock.now(),
    });
  }

  /** Notes that it begins. Found SENDING, an earlier attempt died with the letter in its hands. */
  private async begin(associationId: string | null, id: string): Promise<MailMessageEntity | null> {
    return this.within(associationId, async (tx) => {
      const mail = await tx.findOne(MailMessageEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!mail || mail.sentAt || mail.state === 'FAILED') return null;
      mail.state = mail.state === 'QUEUED' ? 'SENDING' : 'UNCERTAIN';
      mail.attempts += 1;
      await tx.update(MailMessageEntity, { id }, { state: mail.state, attempts: mail.attempts });
      return mail;
    });
  }

  private async hand(mail: MailMessageEntity): Promise<void> {
    const attachments = [];
    for (const { fileId, name } of mail.attachments) {
      if (!mail.associationId) throw new Undeliverable('Mail of the system itself carries no files');
      const file = await this.files.find(mail.associationId, fileId);
      attachments.push({ filename: name ?? file.name, contentType: file.type, content: await this.files.read(file) });
    }
    await this.transport.sendMail({
      from: this.config.mailFrom,
      to: mail.recipients,
      subject: mail.subject,
      text: mail.text,
      html: mail.html ?? undefined,
      messageId: mail.messageId,
      date: mail.createdAt,
      headers: { 'auto-submitted': 'auto-generated' },
      attachments,
    });
  }

  private async note(
    { id, associationId, confidential }: MailMessageEntity,
    state: MailState,
    more: { lastError: string | null; sentAt?: Date },
  ): Promise<void> {
    const over = more.sentAt !== undefined || state === 'FAILED';
    const forgotten = confidential && over ? { text: '', html: null } : {};
    await this.within(associationId, (tx) => tx.update(MailMessageEntity, { id }, { state, ...more, ...forgotten }));
  }

  private within<T>(association: string | null, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(systemScope(association), work);
  }
}

/** The server said no for good: an unknown recipient, a letter it will never take. */
const permanent = (trouble: SmtpTrouble): boolean =>
  trouble instanceof Undeliverable || (trouble.responseCode !== undefined && trouble.responseCode >= 500);

function afterTrouble(mail: MailMessageEntity, trouble: SmtpTrouble, last: boolean): MailState {
  if (permanent(trouble) || last) return 'FAILED';
  return mail.state === 'UNCERTAIN' || brokeOff(trouble) ? 'UNCERTAIN' : 'QUEUED';
}

/** The connection stood and broke without an answer, so the letter may have been taken: rather too often than hidden. */
function brokeOff({ responseCode, code, syscall, timeoutType }: SmtpTrouble): boolean {
  const unreached =
    syscall === 'connect' || syscall === 'getaddrinfo' || code === 'EDNS' || timeoutType === 'CONNECT_TIMEOUT';
  return responseCode === undefined && !unreached && ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT'].includes(code ?? '');
}
