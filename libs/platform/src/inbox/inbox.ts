import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { Config } from '../config';

export interface ReceivedMail {
  /** of the letter in the inbox, newest sort last */
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: Date | null;
  readonly text: string;
  /** as the sender wrote it: show it only sandboxed */
  readonly html: string | null;
  readonly attachments: readonly ReceivedAttachment[];
}

export interface ReceivedAttachment {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly content: Buffer;
}

/** The folder of the development inbox, relative to the data folder. */
export const inboxFolder = (config: Config): string => path.join(config.dataDir, 'inbox');

/** Reads what the development inbox received. */
@Injectable()
export class Inbox {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = inboxFolder(config);
  }

  /** The newest letters first. */
  async list({ to, limit = 50 }: { to?: string; limit?: number } = {}): Promise<ReceivedMail[]> {
    const found: ReceivedMail[] = [];
    for (const id of (await this.ids()).reverse()) {
      if (found.length >= limit) break;
      const mail = await this.read(id);
      if (mail && (!to || mail.to.includes(to))) found.push(mail);
    }
    return found;
  }

  /** Null when there is no such letter. */
  async read(id: string): Promise<ReceivedMail | null> {
    if (!/^\d{17}-[0-9a-f]{8}$/.test(id)) return null;
    try {
      return received(id, await simpleParser(await readFile(path.join(this.folder, `${id}.eml`))));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private async ids(): Promise<string[]> {
    try {
      const names = await readdir(this.folder);
      return names.flatMap((name) => (name.endsWith('.eml') ? [name.slice(0, -4)] : [])).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function received(id: string, mail: ParsedMail): ReceivedMail {
  return {
    id,
    messageId: mail.messageId ?? '',
    from: mail.from?.text ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    date: mail.date ?? null,
    text: mail.text ?? '',
    html: mail.html || null,
    attachments: mail.attachments.map(({ filename, contentType, size, content }) => ({
      name: filename ?? 'attachment',
      type: contentType,
      size,
      content,
    })),
  };
}

const addresses = (to: AddressObject | AddressObject[] | undefined): string[] =>
  [to ?? []].flat().flatMap((one) => one.value.flatMap(({ address }) => (address ? [address] : [])));
