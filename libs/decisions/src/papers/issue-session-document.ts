import type { Viewer } from '@dangwu/access';
import { canonical } from '@dangwu/ballots';
import { DocumentNumbers } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import { AskForPack } from '../session/ask-for-pack';
import { ChangeSession } from '../session/change-session';
import { ReviewSessionEntity } from '../session/session.entity';
import type { SessionBody } from '../session/session.enums';
import { countedAs, documentKindWords, markOf } from './document-words';
import { dayOf } from './paper-words';
import { papersErrors } from './papers.errors';
import type { IssueSessionDocumentInput } from './papers.inputs';
import { readSession } from './read-session';
import { readyDocument, whichDocument } from './ready-document';
import { SealImages } from './seal-images';
import { SessionDocumentEntity } from './session-document.entity';
import { SessionDocumentKind } from './session-document.enums';

/** Issues documents of sessions: frozen as they are, under a number, in one transaction. */
@Injectable()
export class IssueSessionDocument {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeSession,
    private readonly numbers: DocumentNumbers,
    private readonly seals: SealImages,
    private readonly packs: AskForPack,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns UUID of the document
   * @throws UNKNOWN_ID, PERMISSION_MISSING, SESSION_DOCUMENT_EARLY, SESSION_DOCUMENT_ISSUED, SEAL_IMAGE_MISSING
   */
  async issue(viewer: Viewer, input: IssueSessionDocumentInput): Promise<string> {
    const { sessionId, kind, body, itemId } = whichDocument(input);
    await this.changes.find(viewer, sessionId);
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      // of two at once the second finds what the first has issued
      const session = await tx.findOne(ReviewSessionEntity, {
        where: { id: sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!session) throw platformErrors.UNKNOWN_ID();
      await refuseTwice(tx, sessionId, kind, body, itemId);
      const facts = await readSession(tx, session);
      const ready = readyDocument({ kind, body, itemId }, session, facts);
      const { organizationId, associationId } = session;
      const seal = input.sealed ? await this.seals.current(tx, organizationId, body) : null;
      const now = this.clock.now();
      const id = newId(now.getTime());
      const on = dayOf(now);
      const year = Number(on.slice(0, 4));
      const counted = { associationId, organizationId, kind: countedAs(kind, body), year, subjectId: id };
      const number = `${markOf(kind)}${await this.numbers.give(tx, counted)}`;
      const content = ready.write(number, on);
      const contentHash = createHash('sha256').update(canonical(content)).digest('hex');
      const { title } = content;
      await tx.insert(SessionDocumentEntity, {
        ...{ id, associationId, organizationId, sessionId, itemId, kind, body, number, title, content, contentHash },
        sealFileId: seal?.fileId ?? null,
        sealSha256: seal?.sha256 ?? null,
        issuedBy: viewer.account.name,
        issuedAt: now,
      });
      // the pack begins with the notice
      if (kind === SessionDocumentKind.NOTICE) await this.packs.ask(tx, session);
      await this.audit.record(tx, {
        action: 'session.issueDocument',
        subjectType: 'SessionDocument',
        subjectId: id,
        subjectName: title,
        organizationId,
        after: { documentKind: kind, number, contentHash, ...(seal && { sealHash: seal.sha256 }) },
      });
      await this.live.publish(tx, {
        to: 'association',
        kind: 'session',
        id: globalId('ReviewSession', sessionId),
        associationId,
      });
      return id;
    });
  }
}

async function refuseTwice(
  tx: EntityManager,
  sessionId: string,
  kind: SessionDocumentKind,
  body: SessionBody,
  itemId: string | null,
): Promise<void> {
  // a notice is issued anew when something changed
  if (kind === SessionDocumentKind.NOTICE) return;
  const issued = await tx.findOneBy(SessionDocumentEntity, { sessionId, kind, body, itemId: itemId ?? IsNull() });
  const { zh: kindZh, en: kindEn } = documentKindWords[kind];
  if (issued) throw papersErrors.SESSION_DOCUMENT_ISSUED({ kindZh, kindEn, number: issued.number });
}
