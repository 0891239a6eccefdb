import type { Viewer } from '@dangwu/access';
import { makeBooklet, toPdf, toWord, type EnclosedFile, type OfficialDocument } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { DomainError, platformErrors } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { packOf, type FileContents } from './pack';
import { dayOf } from './paper-words';
import { readSession } from './read-session';
import { SealImages } from './seal-images';
import { SessionDocumentEntity } from './session-document.entity';
import { SessionDocumentKind } from './session-document.enums';
import type { SessionFacts } from './session-facts';
import { SessionReaders, systemOf } from './session-readers';

export interface MadePaper {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Bytes of files that are put into one pack. */
const mostBytes = 200 * 1024 ** 2;
const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Papers of sessions as files, made for whoever asks. The same content makes the same. */
@Injectable()
export class SessionPapers {
  /** packs take memory, so that one is made after the other */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly readers: SessionReaders,
    private readonly seals: SealImages,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The pack of papers. @throws UNKNOWN_ID */
  async pack(viewer: Viewer, global: string): Promise<MadePaper> {
    const id = localId('ReviewSession', global);
    const { facts, notice, organizationId } = await this.readers.within(viewer, id, async (tx, session) => ({
      facts: await readSession(tx, session),
      organizationId: session.organizationId,
      notice: await tx.findOne(SessionDocumentEntity, {
        where: { sessionId: id, kind: SessionDocumentKind.NOTICE },
        order: { issuedAt: 'DESC' },
      }),
    }));
    const on = dayOf(notice?.issuedAt ?? this.clock.now());
    const made = await this.oneByOne(async () => {
      const booklet = packOf(facts, { number: notice?.number ?? null, on }, await this.contents(viewer, facts));
      return makeBooklet(booklet, this.clock.now());
    });
    const fileHash = createHash('sha256').update(made.pdf).digest('hex');
    await this.database.transaction(systemOf(viewer), (tx) =>
      this.audit.record(tx, {
        action: 'session.downloadPack',
        subjectType: 'ReviewSession',
        subjectId: id,
        subjectName: facts.title,
        organizationId,
        after: { pages: made.pages, fileHash },
      }),
    );
    return { name: `${facts.title}会议材料.pdf`, type: types.pdf, content: made.pdf };
  }

  /** What was issued, as `pdf` or `docx`. @throws UNKNOWN_ID */
  async document(viewer: Viewer, global: string, format: string): Promise<MadePaper> {
    if (!isFormat(format)) throw platformErrors.UNKNOWN_ID();
    const row = await this.readers.document(viewer, localId('SessionDocument', global));
    await this.database.transaction(systemOf(viewer), (tx) =>
      this.audit.record(tx, {
        action: 'session.downloadDocument',
        subjectType: 'SessionDocument',
        subjectId: row.id,
        subjectName: row.title,
        organizationId: row.organizationId,
        after: { number: row.number, format },
      }),
    );
    return { name: `${row.title}${row.number}.${format}`, type: types[format], content: await this.make(row, format) };
  }

  /** The same bytes' worth of document, for an exported file. */
  async make(row: SessionDocumentEntity, format: keyof typeof types): Promise<Buffer> {
    const document: OfficialDocument = {
      ...row.content,
      signature: row.content.signature && { ...row.content.signature, seal: await this.seals.imageOf(row) },
    };
    return format === 'pdf' ? toPdf(document) : toWord(document);
  }

  private async contents(viewer: Viewer, { items }: SessionFacts): Promise<FileContents> {
    const contents = new Map<string, EnclosedFile['content']>();
    let room = mostBytes;
    for (const { fileId, size } of items.flatMap(({ matter }) => matter?.materials ?? [])) {
      room -= size;
      contents.set(fileId, room < 0 ? 'TOO_LARGE' : await this.content(viewer, fileId));
    }
    return contents;
  }

  /** Null when its bytes are lost. */
  private async content(viewer: Viewer, fileId: string): Promise<Buffer | null> {
    try {
      return await this.files.read(await this.files.find(viewer.association.id, fileId));
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

const isFormat = (format: string): format is keyof typeof types => Object.hasOwn(types, format);
