import type { Viewer } from '@dangwu/access';
import { toPdf, toWord, type OfficialDocument } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ChangeSession } from '../session/change-session';
import { ReviewSessionEntity } from '../session/session.entity';
import { KeptPacks, packName } from './kept-packs';
import { dayOf } from './paper-words';
import type { IssueSessionDocumentInput } from './papers.inputs';
import { readSession } from './read-session';
import { readyDocument, whichDocument } from './ready-document';
import { SealImages } from './seal-images';
import type { SessionDocumentEntity } from './session-document.entity';
import { SessionReaders, systemOf } from './session-readers';

export interface MadePaper {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Papers of sessions as files: packs as they are kept, documents made for whoever asks of what was frozen. */
@Injectable()
export class SessionPapers {
  constructor(
    private readonly database: Database,
    private readonly readers: SessionReaders,
    private readonly changes: ChangeSession,
    private readonly packs: KeptPacks,
    private readonly seals: SealImages,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The pack of papers: as it is kept from the notice on, and before that made for whoever asks.
   * @param version which one; null: the present one
   * @throws UNKNOWN_ID, FILE_GONE
   */
  async pack(viewer: Viewer, global: string, version: number | null): Promise<MadePaper> {
    const id = localId('ReviewSession', global);
    const { title, organizationId } = await this.readers.within(viewer, id, async (_, session) => session);
    const associationId = viewer.association.id;
    const kept =
      version === null ? await this.packs.keep(associationId, id) : await this.packs.find(associationId, id, version);
    if (version !== null && !kept) throw platformErrors.UNKNOWN_ID();
    const { pdf: content, pages } = kept
      ? { pdf: await this.files.read(await this.files.find(associationId, kept.fileId)), pages: kept.pages }
      : await this.packs.makeOnce(associationId, id);
    const fileHash = createHash('sha256').update(content).digest('hex');
    await this.database.transaction(systemOf(viewer), (tx) =>
      this.audit.record(tx, {
        action: 'session.downloadPack',
        subjectType: 'ReviewSession',
        subjectId: id,
        subjectName: title,
        organizationId,
        after: { ...(kept && { packNo: kept.no }), pages, fileHash },
      }),
    );
    return { name: packName(title, kept?.no ?? 1), type: types.pdf, content };
  }

  /** A draft of what may be issued, by the same functions: without a number, and nothing is written. @throws as issuing */
  async preview(viewer: Viewer, input: Omit<IssueSessionDocumentInput, 'sealed'>): Promise<MadePaper> {
    const which = whichDocument(input);
    const { id } = await this.changes.find(viewer, which.sessionId);
    const document = await this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      const session = await tx.findOneByOrFail(ReviewSessionEntity, { id });
      return readyDocument(which, session, await readSession(tx, session)).write(null, dayOf(this.clock.now()));
    });
    return { name: `${document.title}（草稿）.pdf`, type: types.pdf, content: await toPdf(document) };
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
}

const isFormat = (format: string): format is keyof typeof types => Object.hasOwn(types, format);
