import { everywhere } from '@dangwu/access';
import { Config } from '@dangwu/platform/config';
import { globalId } from '@dangwu/platform/ids';
import { letterHtml, letterText, Mail, type Letter } from '@dangwu/platform/mail';
import { Notifications } from '@dangwu/platform/notifications';
import { fillText, type Language } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RosterPerson } from './roster-lines';
import {
  changedWords,
  greeting,
  letterEnd,
  noPlace,
  sessionNotifications,
  whenOf,
  type Changed,
  type SessionNotification,
} from './session-notice-words';
import { ReviewSessionEntity, SessionItemEntity, SessionMemberEntity } from './session.entity';
import { SessionItemState, SessionState } from './session.enums';

interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly language: Language;
}

/** Tells those who sit: under the bell, and by letter where it decides whether somebody comes. */
@Injectable()
export class SessionNotices {
  constructor(
    private readonly config: Config,
    private readonly notifications: Notifications,
    private readonly mail: Mail,
  ) {}

  /** All of the roster are called. @returns how many were told */
  async call(tx: EntityManager, session: ReviewSessionEntity): Promise<number> {
    const people = await this.sitting(tx, session);
    return this.tell(tx, session, 'SESSION_CALLED', people, { letter: true });
  }

  /** Those who were called are told; before that there is nothing to tell. */
  async changed(tx: EntityManager, session: ReviewSessionEntity, what: Changed): Promise<void> {
    if (session.state !== SessionState.NOTIFIED) return;
    const people = await this.sitting(tx, session);
    await this.tell(tx, session, 'SESSION_CHANGED', people, { what, letter: what === 'TIMES' });
  }

  /** Who is new is called, who is left out is told so, the others hear that the roster is another. */
  async rosterChanged(
    tx: EntityManager,
    session: ReviewSessionEntity,
    before: readonly SessionMemberEntity[],
    after: readonly RosterPerson[],
  ): Promise<void> {
    if (session.state !== SessionState.NOTIFIED) return;
    const had = new Set(before.flatMap(({ accountId }) => accountId ?? []));
    const has = new Set(after.flatMap(({ accountId }) => accountId ?? []));
    const people = await this.sitting(tx, session);
    const still = new Set(people.map(({ id }) => id));
    const come = people.filter(({ id }) => has.has(id) && !had.has(id));
    await this.tell(tx, session, 'SESSION_CALLED', come, { letter: true });
    // in a joint session somebody may still sit in the other body
    const left = await accounts(
      tx,
      [...had].filter((id) => !still.has(id)),
    );
    await this.tell(tx, session, 'SESSION_CHANGED', left, { what: 'LEFT', letter: true });
    const others = people.filter((one) => !come.includes(one));
    if (come.length || left.length) await this.tell(tx, session, 'SESSION_CHANGED', others, { what: 'ROSTER' });
  }

  /** Members who may have read the papers hear that they say something else. */
  async papersChanged(
    tx: EntityManager,
    session: ReviewSessionEntity,
    pack: { readonly no: number; readonly pages: number },
  ): Promise<void> {
    const people = await this.sitting(tx, session);
    await this.tell(tx, session, 'SESSION_PAPERS', people, { pack });
  }

  async cancelled(tx: EntityManager, session: ReviewSessionEntity, reason: string): Promise<void> {
    if (session.state !== SessionState.NOTIFIED) return;
    const people = await this.sitting(tx, session);
    await this.tell(tx, session, 'SESSION_CANCELLED', people, { reason, letter: true });
  }

  private async sitting(tx: EntityManager, { id: sessionId }: ReviewSessionEntity): Promise<Addressee[]> {
    const seats = await tx.findBy(SessionMemberEntity, { sessionId });
    return accounts(
      tx,
      seats.flatMap(({ accountId }) => accountId ?? []),
    );
  }

  private async tell(
    tx: EntityManager,
    session: ReviewSessionEntity,
    kind: SessionNotification,
    people: readonly Addressee[],
    {
      what = 'TIMES',
      reason = '',
      letter = false,
      pack,
    }: { what?: Changed; reason?: string; letter?: boolean; pack?: { readonly no: number; readonly pages: number } },
  ): Promise<number> {
    const [when, changed] = [whenOf(session.startsAt), changedWords[what]];
    const place = session.place ? { zh: session.place, en: session.place } : noPlace;
    const params = {
      title: session.title,
      count: await items(tx, session),
      ...pack,
      reason,
      whenZh: when.zh,
      whenEn: when.en,
      placeZh: place.zh,
      placeEn: place.en,
      whatZh: changed.zh,
      whatEn: changed.en,
    };
    // its room is open to who sits, whatever else they may see
    const link = `/sessions/${globalId('ReviewSession', session.id)}/room`;
    for (const person of people) {
      // one unread line about a change is enough
      if (kind !== 'SESSION_CALLED') await this.notifications.withdraw(tx, person.id, { kind, link });
      await this.notifications.add(tx, {
        accountId: person.id,
        associationId: session.associationId,
        kind,
        params,
        link,
      });
      if (letter && person.mail) await this.write(tx, session, person, kind, params, link);
    }
    return people.length;
  }

  private async write(
    tx: EntityManager,
    { associationId }: ReviewSessionEntity,
    { name, mail, language }: Addressee,
    kind: SessionNotification,
    params: Record<string, unknown>,
    link: string,
  ): Promise<void> {
    const { title, text } = sessionNotifications[kind];
    const said: Letter = {
      language,
      title: fillText(title, params)[language],
      parts: [
        { text: fillText(greeting, { name })[language] },
        { text: fillText(text, params)[language] },
        { link: `${this.config.publicUrl}${link}` },
      ],
      end: letterEnd[language],
    };
    const words = { subject: said.title, text: letterText(said), html: letterHtml(said) };
    await this.mail.send(tx, { to: [mail!], ...words, associationId });
  }
}

const items = (tx: EntityManager, { id: sessionId }: ReviewSessionEntity): Promise<number> =>
  tx.countBy(SessionItemEntity, { sessionId, state: SessionItemState.WAITING });

/** Those of the accounts that may still sign in, each once. */
const accounts = (tx: EntityManager, ids: readonly string[]): Promise<Addressee[]> =>
  everywhere(tx, () =>
    tx.query<Addressee[]>(
      `select id, name, mail, language from account
       where id = any($1) and disabled_at is null and deleted_at is null order by id`,
      [ids],
    ),
  );
