import { Clock, associationZone } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { letterHtml, letterText, Mail, type Letter } from '@dangwu/platform/mail';
import { fillText } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { letterWords, type LetterKind } from './letter-words';

export interface Addressee {
  readonly associationId: string;
  readonly username: string;
  readonly name: string;
  readonly mail: string | null;
  readonly language: 'zh' | 'en';
}

/** Letters about an account, to the person it belongs to and in their language. */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly mail: Mail,
  ) {}

  /** Nothing happens for an account without an address. @param until when a link in it ends */
  async send(
    tx: EntityManager,
    kind: LetterKind,
    to: Addressee,
    params: { readonly link?: string; readonly until?: Date; readonly count?: number } = {},
  ): Promise<void> {
    if (!to.mail) return;
    const { language } = to;
    const { subject, text, confidential } = letterWords[kind];
    const filled = {
      name: to.name,
      username: to.username,
      link: params.link,
      count: params.count,
      until: params.until && this.time(params.until, language),
      now: this.time(this.clock.now(), language),
      address: this.config.publicUrl,
    };
    const title = fillText(subject, filled)[language];
    const paragraphs = fillText(text, filled)[language].split('\n\n');
    const letter: Letter = {
      language,
      title,
      parts: paragraphs.map((paragraph) => (paragraph === filled.link ? { link: paragraph } : { text: paragraph })),
    };
    await this.mail.send(tx, {
      to: [to.mail],
      subject: title,
      text: letterText(letter),
      html: letterHtml(letter),
      confidential: confidential ?? false,
      associationId: to.associationId,
    });
  }

  private time(at: Date, language: 'zh' | 'en'): string {
    return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      timeZone: associationZone,
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(at);
  }
}
