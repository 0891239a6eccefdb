import { makeBooklet, type EnclosedFile, type MadeBooklet } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { DomainError, platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { Files } from '@dangwu/platform/files';
import { globalId, newId } from '@dangwu/platform/ids';
import { OutboxHandlers } from '@dangwu/platform/outbox';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { packAsked, type PackAsked } from '../session/ask-for-pack';
import { SessionNotices } from '../session/session-notices';
import { ReviewSessionEntity } from '../session/session.entity';
import { SessionState } from '../session/session.enums';
import { filesOf, packHash, packOf, type FileContents } from './pack';
import { dayOf } from './paper-words';
import { readSession } from './read-session';
import { SessionDocumentEntity } from './session-document.entity';
import { SessionDocumentKind } from './session-document.enums';
import type { SessionFacts } from './session-facts';
import { SessionPackEntity } from './session-pack.entity';

/** Bytes of files that are put into one pack. */
const mostBytes = 200 * 1024 ** 2;

/** What a pack is made of now. */
interface Present {
  readonly session: ReviewSessionEntity;
  readonly facts: SessionFacts;
  readonly notice: { readonly number: string; readonly on: string } | null;
  readonly hash: string;
  readonly latest: SessionPackEntity | null;
}

export const packName = (title: string, no: number): string => `${title}会议材料${no > 1 ? `（第${no}版）` : ''}.pdf`;

/**
 * Packs of papers as the members of a session have them: made once when they are called, kept with their hash, and made
 * anew when they would say something else. From the opening on the last one stays.
 */
@Injectable()
export class KeptPacks implements OnModuleInit {
  /** packs take memory, so that one is made after the other */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly handlers: OutboxHandlers,
    private readonly notices: SessionNotices,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on(packAsked, async ({ associationId, payload }) => {
      await this.keep(associationId!, (payload as PackAsked).sessionId);
    });
  }

  /** The present one; null: none was kept, since nobody was called yet or by an earlier release. @throws UNKNOWN_ID */
  async keep(associationId: string, sessionId: string): Promise<SessionPackEntity | null> {
    const scope = systemScope(associationId);
    const present = await this.database.transaction(scope, (tx) => this.present(tx, sessionId));
    if (stays(present)) return present.latest;
    const { pdf, pages } = await this.make(associationId, present);
    return this.database.transaction(scope, async (tx) => {
      const session = await tx.findOneOrFail(ReviewSessionEntity, {
        where: { id: sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      // of two at once the second finds what the first has kept
      const latest = await latestOf(tx, sessionId);
      if (stays({ session, latest, hash: present.hash })) return latest;
      return this.add(tx, session, { no: (latest?.no ?? 0) + 1, pdf, pages, contentHash: present.hash });
    });
  }

  /** One for whoever asks, which is not kept. @throws UNKNOWN_ID */
  async makeOnce(associationId: string, sessionId: string): Promise<MadeBooklet> {
    const present = await this.database.transaction(systemScope(associationId), (tx) => this.present(tx, sessionId));
    return this.make(associationId, present);
  }

  /** A version, in the scope of whoever may have it; null: there is none. */
  async find(associationId: string, sessionId: string, no: number): Promise<SessionPackEntity | null> {
    return this.database.transaction(systemScope(associationId), (tx) =>
      tx.findOneBy(SessionPackEntity, { sessionId, no }),
    );
  }

  private async add(
    tx: EntityManager,
    session: ReviewSessionEntity,
    { no, pdf, pages, contentHash }: { no: number; pdf: Buffer; pages: number; contentHash: string },
  ): Promise<SessionPackEntity> {
    const { id: sessionId, associationId, organizationId, title } = session;
    const file = await this.files.put(
      pdf,
      { name: packName(title, no), accountId: null, associationId, made: true },
      tx,
    );
    const { id: fileId, size, sha256 } = file;
    const madeAt = this.clock.now();
    const id = newId(madeAt.getTime());
    const row = { id, associationId, organizationId, sessionId, no, fileId, size, sha256, pages, contentHash, madeAt };
    await tx.insert(SessionPackEntity, row);
    await this.audit.record(tx, {
      action: 'session.keepPack',
      subjectType: 'ReviewSession',
      subjectId: sessionId,
      subjectName: title,
      organizationId,
      after: { packNo: no, pages, fileHash: sha256 },
    });
    if (no > 1) await this.notices.papersChanged(tx, session, { no, pages });
    await this.live.publish(tx, {
      to: 'association',
      kind: 'session',
      id: globalId('ReviewSession', sessionId),
      associationId,
    });
    return tx.findOneByOrFail(SessionPackEntity, { id });
  }

  private async present(tx: EntityManager, sessionId: string): Promise<Present> {
    const session = await tx.findOneBy(ReviewSessionEntity, { id: sessionId });
    if (!session) throw platformErrors.UNKNOWN_ID();
    const facts = await readSession(tx, session);
    const issued = await tx.findOne(SessionDocumentEntity, {
      where: { sessionId, kind: SessionDocumentKind.NOTICE },
      order: { issuedAt: 'DESC' },
    });
    const notice = issued && { number: issued.number, on: dayOf(issued.issuedAt) };
    return { session, facts, notice, hash: packHash(facts, notice), latest: await latestOf(tx, sessionId) };
  }

  private make(associationId: string, { facts, notice }: Present): Promise<MadeBooklet> {
    const said = notice ?? { number: null, on: dayOf(this.clock.now()) };
    return this.oneByOne(async () =>
      makeBooklet(packOf(facts, said, await this.contents(associationId, facts)), this.clock.now()),
    );
  }

  private async contents(associationId: string, { items }: SessionFacts): Promise<FileContents> {
    const contents = new Map<string, EnclosedFile['content']>();
    let room = mostBytes;
    for (const { fileId, size } of items.flatMap(({ matter }) => (matter ? filesOf(matter) : []))) {
      room -= size;
      contents.set(fileId, room < 0 ? 'TOO_LARGE' : await this.content(associationId, fileId));
    }
    return contents;
  }

  /** Null when its bytes are lost. */
  private async content(associationId: string, fileId: string): Promise<Buffer | null> {
    try {
      return await this.files.read(await this.files.find(associationId, fileId));
    } catch (error) {
      if (error instanceof DomainError && error.reason === 'FILE_GONE') return null;
      throw error;
    }
  }

  private oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    // who waits does so for its end, whatever it is; its failure is told to whoever asked for it
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** Whether the latest is what is to be had: before the call there is none, and from the opening on it is the last. */
const stays = ({ session, latest, hash }: Pick<Present, 'session' | 'latest' | 'hash'>): boolean =>
  session.state !== SessionState.NOTIFIED || latest?.contentHash === hash;

const latestOf = (tx: EntityManager, sessionId: string): Promise<SessionPackEntity | null> =>
  tx.findOne(SessionPackEntity, { where: { sessionId }, order: { no: 'DESC' } });
