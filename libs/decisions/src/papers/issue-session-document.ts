import { Access, type Viewer } from '@dangwu/access';
import { DocumentNumbers, type OfficialDocument } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { OpinionKind } from '../matter/matter.enums';
import { ReviewSessionEntity } from '../session/session.entity';
import { SessionBody, SessionItemState, SessionState } from '../session/session.enums';
import { countedAs, documentKindWords, markOf } from './document-words';
import { sessionMinutesDocument } from './minutes-document';
import { noticeDocument } from './notice-document';
import { opinionDocument } from './opinion-document';
import { dayOf } from './paper-words';
import { papersErrors } from './papers.errors';
import type { IssueSessionDocumentInput } from './papers.inputs';
import { readSession } from './read-session';
import { SealImages } from './seal-images';
import { SessionDocumentEntity } from './session-document.entity';
import { SessionDocumentKind } from './session-document.enums';
import type { ItemFacts, MatterFacts, SessionFacts } from './session-facts';

/** What is to be issued, as far as it is known before its number. */
interface Ready {
  write(number: string, on: string): OfficialDocument;
}
type Concluded = ItemFacts & { readonly matter: MatterFacts; readonly opinion: OpinionKind };

/** Issues documents of sessions: frozen as they are, under a number, in one transaction. */
@Injectable()
export class IssueSessionDocument {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly numbers: DocumentNumbers,
    private readonly seals: SealImages,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns UUID of the document
   * @throws UNKNOWN_ID, PERMISSION_MISSING, SESSION_DOCUMENT_EARLY, SESSION_DOCUMENT_ISSUED, SEAL_IMAGE_MISSING
   */
  async issue(viewer: Viewer, input: IssueSessionDocumentInput): Promise<string> {
    const sessionId = localId('ReviewSession', input.sessionId);
    const itemId = input.itemId ? localId('SessionItem', input.itemId) : null;
    const { kind } = input;
    const body = (kind === SessionDocumentKind.MINUTES && input.body) || SessionBody.PARTY;
    await this.refuseOthers(viewer, sessionId);
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      // of two at once the second finds what the first has issued
      const session = await tx.findOne(ReviewSessionEntity, {
        where: { id: sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!session) throw platformErrors.UNKNOWN_ID();
      await refuseTwice(tx, sessionId, kind, body, itemId);
      const facts = await readSession(tx, session);
      const ready = readyFor(kind, session, facts, body, itemId);
      const { organizationId, associationId } = session;
      const seal = input.sealed ? await this.seals.current(tx, organizationId, body) : null;
      const now = this.clock.now();
      const id = newId(now.getTime());
      const on = dayOf(now);
      const year = Number(on.slice(0, 4));
      const counted = { associationId, organizationId, kind: countedAs(kind, body), year, subjectId: id };
      const number = `${markOf(kind)}${await this.numbers.give(tx, counted)}`;
      const content = ready.write(number, on);
      const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
      const { title } = content;
      await tx.insert(SessionDocumentEntity, {
        ...{ id, associationId, organizationId, sessionId, itemId, kind, body, number, title, content, contentHash },
        sealFileId: seal?.fileId ?? null,
        sealSha256: seal?.sha256 ?? null,
        issuedBy: viewer.account.name,
        issuedAt: now,
      });
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

  /** Who may see it but not do this is told so. @throws UNKNOWN_ID, PERMISSION_MISSING */
  private async refuseOthers(viewer: Viewer, id: string): Promise<void> {
    const session = await this.database.transaction(viewer.scope('session.read'), (tx) =>
      tx.findOneBy(ReviewSessionEntity, { id }),
    );
    if (!session) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, session.organizationId);
    this.access.require(viewer, 'session.conduct', place, 'session.read');
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

/** What can be written already. @throws SESSION_DOCUMENT_EARLY, UNKNOWN_ID */
function readyFor(
  kind: SessionDocumentKind,
  session: ReviewSessionEntity,
  facts: SessionFacts,
  body: SessionBody,
  itemId: string | null,
): Ready {
  const { title, state, joint } = session;
  const early = (whyZh: string, whyEn: string): Error => {
    const { zh: kindZh, en: kindEn } = documentKindWords[kind];
    return papersErrors.SESSION_DOCUMENT_EARLY({ title, kindZh, kindEn, whyZh, whyEn });
  };
  if (kind === SessionDocumentKind.NOTICE) {
    const coming = state === SessionState.PLANNED || state === SessionState.NOTIFIED;
    if (!coming) throw early('会议已经开始、结束或取消', 'it has begun, is over, or was cancelled');
    if (!facts.items.length || !facts.seats.length)
      throw early('还没有议题或参会人员', 'it has no agenda or no roster yet');
    return { write: (number, on) => noticeDocument(facts, number, on) };
  }
  if (kind === SessionDocumentKind.MINUTES) {
    if (state !== SessionState.CLOSED) throw early('会议还没有结束', 'it is not over');
    if (body === SessionBody.COUNCIL && !joint)
      throw early('会议没有与常务理事会一并召开', 'it was not held together with the standing council');
    return { write: (number, on) => sessionMinutesDocument(facts, body, number, on) };
  }
  const item = facts.items.find(({ id }) => id === itemId);
  if (!item) throw platformErrors.UNKNOWN_ID();
  if (!isConcluded(item)) throw early('这个议题还没有形成意见', 'there is no opinion on this item');
  return { write: (number, on) => opinionDocument(facts, item, number, on) };
}

const isConcluded = (item: ItemFacts): item is Concluded =>
  item.state === SessionItemState.CONCLUDED && item.matter !== null && item.opinion !== null;
